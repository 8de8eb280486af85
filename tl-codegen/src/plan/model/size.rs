//! The size of values in memory.
//!
//! Sizes are upper bounds for 64-bit targets; rustc may find a tighter layout, but never a wider one.

use super::memory::Memory;

/// The layout of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    /// Bytes in memory, a multiple of `align`.
    pub bytes: u32,
    /// Alignment in bytes.
    pub align: u32,
    /// Whether an `Option` of it takes no extra bytes.
    pub niche: bool,
    /// The number of structs and values in it, at any depth but not behind a pointer. Even those of size zero
    /// need code.
    pub values: u32,
}

impl Size {
    pub(crate) const UNIT: Self = Self { bytes: 0, align: 1, niche: false, values: 1 };
    pub(crate) const BOOL: Self = Self { bytes: 1, align: 1, niche: true, values: 1 };
    pub(crate) const BOX: Self = Self { bytes: 8, align: 8, niche: true, values: 1 };
    pub(crate) const VEC: Self = Self { bytes: 24, align: 8, niche: true, values: 1 };
    pub(crate) const SLICE: Self = Self { bytes: 16, align: 8, niche: true, values: 1 };
    /// The assumed size of a foreign type.
    pub(crate) const UNKNOWN: Self = Self { bytes: 32, align: 8, niche: false, values: 1 };

    /// The size of a vector.
    pub(crate) fn vector(memory: Memory) -> Self {
        match memory {
            Memory::Heap => Self::VEC,
            Memory::Arena => Self::SLICE,
        }
    }

    /// The size of a number.
    pub(crate) fn number(bytes: u32) -> Self {
        Self { bytes, align: bytes, niche: false, values: 1 }
    }

    /// The size of an array of bytes.
    pub(crate) fn array(bytes: u32) -> Self {
        Self { bytes, align: 1, niche: false, values: 1 }
    }

    /// The size of `Option<T>`.
    pub(crate) fn option(self) -> Self {
        let bytes = if self.niche { self.bytes } else { self.bytes + self.align };
        Self { bytes, ..self }
    }

    /// The size of a struct or tuple with these fields, in the best order.
    pub(crate) fn all(fields: impl IntoIterator<Item = Self>) -> Self {
        let all = fields.into_iter().fold(Self::UNIT, |all, field| Self {
            bytes: all.bytes + field.bytes,
            align: all.align.max(field.align),
            niche: all.niche || field.niche,
            values: all.values.saturating_add(field.values),
        });
        Self { bytes: all.bytes.next_multiple_of(all.align), ..all }
    }

    /// The size of an enum with these payloads.
    pub(crate) fn any(payloads: impl IntoIterator<Item = Self>) -> Self {
        let largest = payloads.into_iter().fold(Self::UNIT, |largest, payload| Self {
            bytes: largest.bytes.max(payload.bytes),
            align: largest.align.max(payload.align),
            // Variants exclude each other, and each has a function of its own.
            values: largest.values.max(payload.values),
            ..largest
        });
        let tag = if largest.bytes == 0 { 1 } else { largest.align };
        Self {
            bytes: (largest.bytes + tag).next_multiple_of(largest.align),
            niche: true,
            ..largest
        }
    }
}
