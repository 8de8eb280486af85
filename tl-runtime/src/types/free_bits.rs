//! Flag bits that no field uses.

use core::fmt;

/// The bits of a flag word that no field uses, and which are therefore data.
///
/// `FREE` has these bits. The others are computed from their fields, so a value cannot hold them.
///
/// ```
/// use typelang_runtime::FreeBits;
///
/// // The `mode` of `lookup mode:# at:mode.1?int = Block;`: bit 1 says whether `at` is there.
/// type Mode = FreeBits<0xffff_fffd>;
/// assert_eq!(Mode::from_bits(5).map(Mode::bits), Some(5));
/// assert_eq!(Mode::from_bits(2), None);
/// assert_eq!(Mode::from_bits_truncate(7).bits(), 5);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FreeBits<const FREE: u32>(u32);

impl<const FREE: u32> FreeBits<FREE> {
    /// No bit is set.
    pub const EMPTY: Self = Self(0);

    /// Creates a value from these bits; `None` if one of them is computed from a field.
    #[inline]
    #[must_use]
    pub const fn from_bits(bits: u32) -> Option<Self> {
        if bits & !FREE == 0 { Some(Self(bits)) } else { None }
    }

    /// Creates a value from these bits, without those that are computed from fields.
    #[inline]
    #[must_use]
    pub const fn from_bits_truncate(bits: u32) -> Self {
        Self(bits & FREE)
    }

    /// The bits that are set.
    #[inline]
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }
}

impl<const FREE: u32> TryFrom<u32> for FreeBits<FREE> {
    type Error = NotFree;

    /// # Errors
    /// [`NotFree`] with the bits that are computed from fields.
    #[inline]
    fn try_from(bits: u32) -> Result<Self, NotFree> {
        Self::from_bits(bits).ok_or(NotFree { bits: bits & !FREE })
    }
}

impl<const FREE: u32> From<FreeBits<FREE>> for u32 {
    #[inline]
    fn from(bits: FreeBits<FREE>) -> Self {
        bits.0
    }
}

impl<const FREE: u32> fmt::Debug for FreeBits<FREE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#x}", self.0)
    }
}

/// The bits cannot be set, because they are computed from fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFree {
    bits: u32,
}

impl NotFree {
    /// The bits that are computed from fields.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.bits
    }
}

impl fmt::Display for NotFree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the bits {:#x} are computed from fields; set the fields instead", self.bits)
    }
}

impl core::error::Error for NotFree {}

#[cfg(test)]
mod tests {
    use super::{FreeBits, NotFree};
    use alloc::{format, string::ToString};

    #[test]
    fn only_free_bits_are_kept() {
        type Bits = FreeBits<0b101>;
        assert_eq!(Bits::try_from(4).map(u32::from), Ok(4));
        assert_eq!(Bits::try_from(6), Err(NotFree { bits: 2 }));
        let error = Bits::try_from(6).unwrap_err();
        assert_eq!(error.bits(), 2);
        assert!(error.to_string().starts_with("the bits 0x2 are computed"), "{error}");
        assert_eq!(Bits::from_bits(7), None);
        assert_eq!(Bits::from_bits_truncate(7), Bits::from_bits_truncate(5));
        assert_eq!((Bits::EMPTY.bits(), Bits::default().bits()), (0, 0));
        assert_eq!(format!("{:?}", Bits::from_bits_truncate(5)), "0x5");
    }
}
