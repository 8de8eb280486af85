//! A pseudorandom number generator.

/// `SplitMix64`, whose constants are from its authors' paper: small, fast, and good enough to choose test values.
#[derive(Clone, Debug)]
pub(super) struct Prng(u64);

impl Prng {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number from 0 up to but not including `end`, which is not 0.
    pub(super) const fn below(&mut self, end: usize) -> usize {
        // The remainder is even enough for a small divisor, and fits.
        #[expect(clippy::cast_possible_truncation, reason = "it is less than `end`")]
        let below = (self.next() % end as u64) as usize;
        below
    }

    /// The upper 32 of the 64 bits.
    pub(super) const fn word(&mut self) -> u32 {
        (self.next() >> 32) as u32
    }

    pub(super) const fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_published_generator() {
        let mut prng = Prng::new(1_234_567);
        assert_eq!(prng.next(), 6_457_827_717_110_365_317);
        assert_eq!(prng.next(), 3_203_168_211_198_807_973);
    }
}
