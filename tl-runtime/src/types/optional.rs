//! Fields behind a bit of a flag word.

use crate::{
    read::{error::ErrorKind, reader::Reader},
    traits::{decode::Decode, known::Known},
};

impl<'de> Reader<'de> {
    /// Reads a `#`, if `bit` of `flags` is set; it is 0 otherwise, as TL has it.
    #[inline]
    pub fn optional_nat(&mut self, flags: u32, bit: u8) -> u32 {
        if flags & (1 << bit) == 0 { 0 } else { self.nat() }
    }

    /// Reads a flag word, if `bit` of `flags` is set; `known` has the bits on which a field depends, and strict options refuse
    /// others.
    #[inline]
    pub fn optional_flags(&mut self, flags: u32, bit: u8, known: u32) -> u32 {
        if flags & (1 << bit) == 0 { 0 } else { self.flags(known) }
    }

    /// Strict options refuse bits of a number that was read, among those in `determined`, on which nothing in the value came
    /// to depend.
    #[doc(hidden)]
    #[inline]
    pub fn expect_used(&mut self, number: u32, determined: u32, known: impl FnOnce() -> Known) {
        if self.is_strict() && !self.failed() {
            let bits = known().unused(number & determined);
            if bits != 0 {
                self.fail(ErrorKind::UnusedNumber { bits }, "a number that something depends on");
            }
        }
    }

    /// A number from outside; 0 after a fault, so that nothing more is there by it.
    ///
    /// What a value holds of its own type by such a number would otherwise have no end.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn given(&self, number: u32) -> u32 {
        if self.failed() { 0 } else { number }
    }

    /// The sum of a number that was read and a constant; a fault if no `#` can hold it.
    #[doc(hidden)]
    #[inline]
    pub fn sum(&mut self, number: u32, plus: u32) -> u32 {
        number.checked_add(plus).unwrap_or_else(|| {
            self.fail(ErrorKind::SumTooLarge { number, plus }, "a smaller number");
            0
        })
    }

    /// Reads a value in its natural form, if `bit` of `flags` is set.
    #[inline]
    pub fn optional<T: Decode<'de>>(&mut self, flags: u32, bit: u8) -> Option<T> {
        self.optional_with(flags, bit, T::decode)
    }

    /// Reads what `read` reads, if `bit` of `flags` is set.
    ///
    /// ```
    /// use typelang_runtime::Reader;
    ///
    /// let mut reader = Reader::new(&[5, 0, 0, 0, 7, 0, 0, 0]);
    /// let flags = reader.flags(0b101);
    /// assert_eq!(reader.optional_with(flags, 1, |reader| reader.long()), None);
    /// assert_eq!(reader.optional::<i32>(flags, 2), Some(7));
    /// ```
    #[inline]
    pub fn optional_with<T>(
        &mut self,
        flags: u32,
        bit: u8,
        read: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        if flags & (1 << bit) == 0 { None } else { Some(read(self)) }
    }
}
