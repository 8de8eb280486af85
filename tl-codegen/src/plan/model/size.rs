//! How large values are in memory.
//!
//! Sizes are upper bounds for 64-bit targets: rustc may find a tighter layout, never a wider one.

/// The layout of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    /// Bytes in memory, a multiple of `align`.
    pub bytes: u32,
    /// Alignment in bytes.
    pub align: u32,
    /// Whether `Option` of it needs no room of its own.
    pub niche: bool,
    /// The structs and values in it, at any depth but not behind a pointer: some take no bytes, and all take code.
    pub values: u32,
}

impl Size {
    pub(crate) const UNIT: Self = Self { bytes: 0, align: 1, niche: false, values: 1 };
    pub(crate) const BOOL: Self = Self { bytes: 1, align: 1, niche: true, values: 1 };
    pub(crate) const BOX: Self = Self { bytes: 8, align: 8, niche: true, values: 1 };
    pub(crate) const VEC: Self = Self { bytes: 24, align: 8, niche: true, values: 1 };
    pub(crate) const SLICE: Self = Self { bytes: 16, align: 8, niche: true, values: 1 };
    /// What is assumed of a type that is not ours to see into.
    pub(crate) const UNKNOWN: Self = Self { bytes: 32, align: 8, niche: false, values: 1 };

    /// A number.
    pub(crate) fn number(bytes: u32) -> Self {
        Self { bytes, align: bytes, niche: false, values: 1 }
    }

    /// Bytes in an array.
    pub(crate) fn array(bytes: u32) -> Self {
        Self { bytes, align: 1, niche: false, values: 1 }
    }

    /// `Option<T>`
    pub(crate) fn option(self) -> Self {
        let bytes = if self.niche { self.bytes } else { self.bytes + self.align };
        Self { bytes, ..self }
    }

    /// A struct or tuple with these fields, in the order that wastes least.
    pub(crate) fn all(fields: impl IntoIterator<Item = Self>) -> Self {
        let all = fields.into_iter().fold(Self::UNIT, |all, field| Self {
            bytes: all.bytes + field.bytes,
            align: all.align.max(field.align),
            niche: all.niche || field.niche,
            values: all.values.saturating_add(field.values),
        });
        Self { bytes: all.bytes.next_multiple_of(all.align), ..all }
    }

    /// An enum with these payloads.
    pub(crate) fn any(payloads: impl IntoIterator<Item = Self>) -> Self {
        let largest = payloads.into_iter().fold(Self::UNIT, |largest, payload| Self {
            bytes: largest.bytes.max(payload.bytes),
            align: largest.align.max(payload.align),
            // Variants are apart, and of each the code is a function's.
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
