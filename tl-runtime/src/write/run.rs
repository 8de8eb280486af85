//! Neighboring values of fixed width.

/// The maximum number of bytes in a run.
pub(crate) const LIMIT: usize = 64;

/// A value of fixed width, or a tuple of them.
///
/// Generated code writes neighboring numbers as one tuple, so that the capacity is checked once.
pub trait Run: Copy {
    /// The number of bytes.
    const LEN: usize;

    /// Writes the bytes to the start of `to`, which has room for them.
    fn fill(self, to: &mut [u8]);
}

macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl Run for $type {
            const LEN: usize = size_of::<$type>();

            #[inline]
            fn fill(self, to: &mut [u8]) {
                to[..size_of::<$type>()].copy_from_slice(&self.to_le_bytes());
            }
        }
    )*};
}

numbers!(i32, u32, i64, f64, f32);

impl<const N: usize> Run for [u8; N] {
    const LEN: usize = N;

    #[inline]
    fn fill(self, to: &mut [u8]) {
        to[..N].copy_from_slice(&self);
    }
}

macro_rules! tuples {
    ($($($name:ident)+;)*) => {$(
        impl<$($name: Run),+> Run for ($($name),+) {
            const LEN: usize = 0 $(+ $name::LEN)+;

            #[inline]
            fn fill(self, to: &mut [u8]) {
                #[expect(non_snake_case, reason = "each variable has its type's name")]
                let ($($name),+) = self;
                let mut at = 0;
                $(
                    $name.fill(&mut to[at..]);
                    at += $name::LEN;
                )+
                debug_assert_eq!(at, Self::LEN);
            }
        }
    )*};
}

tuples! {
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
}
