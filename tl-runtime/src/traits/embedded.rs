//! The schema that generated code carries.

use core::fmt;
#[cfg(feature = "reflect")]
use {
    crate::reflect::debug::printer::debug, crate::reflect::schema::table::Schema,
    alloc::boxed::Box, once_cell::race::OnceBox,
};

/// A schema in its compiled form, as the generator puts it beside the code; read when it is first needed.
///
/// `Debug`, JSON and the path in an error all come of it, with the feature `reflect`. What is never asked for is not
/// in the program: without `reflect` nothing refers to the bytes.
pub struct Embedded {
    tlo: &'static [u8],
    #[cfg_attr(not(feature = "reflect"), expect(dead_code, reason = "only walks ask"))]
    keeps_bits: bool,
    #[cfg(feature = "reflect")]
    schema: OnceBox<Option<Schema>>,
}

impl Embedded {
    /// A compiled schema, `.tlo`.
    #[must_use]
    pub const fn new(tlo: &'static [u8]) -> Self {
        Self::with_bits(tlo, false)
    }

    const fn with_bits(tlo: &'static [u8], keeps_bits: bool) -> Self {
        Self {
            tlo,
            keeps_bits,
            #[cfg(feature = "reflect")]
            schema: OnceBox::new(),
        }
    }

    /// A compiled schema whose flag words have bits that tell of no field and are data, as in TON and VK.
    #[must_use]
    pub const fn keeping_free_bits(tlo: &'static [u8]) -> Self {
        Self::with_bits(tlo, true)
    }

    /// The compiled form.
    #[must_use]
    pub const fn as_bytes(&self) -> &'static [u8] {
        self.tlo
    }

    /// The schema; none when its compiled form cannot be read: when two types' ids combine to the same number, by which that
    /// form tells them apart. `Debug` and errors then do as without `reflect`.
    #[cfg(feature = "reflect")]
    #[must_use]
    pub fn schema(&self) -> Option<&Schema> {
        let read = || {
            let schema = Schema::from_tlo(self.tlo).ok();
            Box::new(if self.keeps_bits { schema.map(Schema::keeping_free_bits) } else { schema })
        };
        self.schema.get_or_init(read).as_ref()
    }
}

/// Who declares a combinator: generated code has one such type, beside the schema that it carries.
pub trait HasSchema {
    /// The schema, when it is carried.
    #[must_use]
    fn schema() -> Option<&'static Embedded>;
}

/// No schema is carried.
impl HasSchema for () {
    #[inline]
    fn schema() -> Option<&'static Embedded> {
        None
    }
}

impl fmt::Debug for Embedded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Embedded").field("len", &self.tlo.len()).finish_non_exhaustive()
    }
}

/// Shows the bytes of a boxed value as `Debug` does: by the schema, or else the id and the length.
pub(crate) fn show(
    bytes: &[u8],
    schema: Option<&Embedded>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    #[cfg(feature = "reflect")]
    if let Some(schema) = schema.and_then(Embedded::schema) {
        return debug(bytes, core::slice::from_ref(schema), f);
    }
    _ = schema;
    let id = bytes.first_chunk().map_or(0, |id| u32::from_le_bytes(*id));
    write!(f, "#{id:08x} ({} bytes)", bytes.len())
}
