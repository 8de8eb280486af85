//! The schema that generated code carries.

#[cfg(feature = "serde")]
use crate::reflect::json::form::{Form, Style, UnknownFields};
use crate::wire::counted::Counted;
use core::fmt;
#[cfg(feature = "reflect")]
use {
    crate::read::options::Options, crate::reflect::debug::printer::debug_with,
    crate::reflect::schema::combinator::Combinator, crate::reflect::schema::table::Schema,
    crate::reflect::schema::tlo::Malformed, alloc::boxed::Box, once_cell::race::OnceBox,
};

/// A compiled schema that generated code carries. It is parsed when it is first needed.
///
/// With the feature `reflect` it serves `Debug`, JSON and the paths in errors. If nothing refers to it, the linker
/// leaves it out; without `reflect` nothing does.
pub struct Embedded {
    tlo: &'static [u8],
    #[cfg_attr(not(feature = "reflect"), expect(dead_code, reason = "only walks ask"))]
    keeps_bits: bool,
    #[cfg_attr(not(feature = "serde"), expect(dead_code, reason = "only serde's traits ask"))]
    is_tdlib: bool,
    unknown: &'static [&'static str],
    kept: &'static [&'static str],
    #[cfg(feature = "reflect")]
    schema: OnceBox<Option<Schema>>,
}

impl Embedded {
    /// Embeds a compiled schema, `.tlo`.
    #[must_use]
    pub const fn new(tlo: &'static [u8]) -> Self {
        Self::of(tlo, false, false)
    }

    const fn of(tlo: &'static [u8], keeps_bits: bool, is_tdlib: bool) -> Self {
        Self {
            tlo,
            keeps_bits,
            is_tdlib,
            unknown: &[],
            kept: &[],
            #[cfg(feature = "reflect")]
            schema: OnceBox::new(),
        }
    }

    /// Embeds a compiled schema in which flag bits without a field are data, as in TON and VK.
    #[must_use]
    pub const fn keeping_free_bits(tlo: &'static [u8]) -> Self {
        Self::of(tlo, true, false)
    }

    /// Embeds a compiled schema whose values serde's traits write as TDLib's JSON.
    #[must_use]
    pub const fn tdlib(tlo: &'static [u8]) -> Self {
        Self::of(tlo, false, true)
    }

    /// Names the combinators in which flag bits without a field are data. `combinators` must be sorted.
    #[must_use]
    pub const fn with_free_bits(mut self, combinators: &'static [&'static str]) -> Self {
        self.kept = combinators;
        self
    }

    /// How serde's traits write and read values. They ignore fields that a newer TDLib adds.
    #[cfg(feature = "serde")]
    pub(crate) fn form(&self) -> Form {
        if self.is_tdlib {
            Form { style: Style::Tdlib, unknown: UnknownFields::Ignored, ..Form::default() }
        } else {
            Form::default()
        }
    }

    /// Names the types whose enums have a variant for values of other layers, [`Unknown`](crate::Unknown).
    #[must_use]
    pub const fn with_unknown(mut self, types: &'static [&'static str]) -> Self {
        self.unknown = types;
        self
    }

    /// The types whose enums have a variant for values of other layers, by name.
    #[must_use]
    pub const fn unknown(&self) -> &'static [&'static str] {
        self.unknown
    }

    /// The compiled form.
    #[must_use]
    pub const fn as_bytes(&self) -> &'static [u8] {
        self.tlo
    }

    /// The schema. `None` if the compiled form cannot be read, which happens if two types have the same combined id, by
    /// which that form identifies types. `Debug` and errors then work as without `reflect`.
    #[cfg(feature = "reflect")]
    #[must_use]
    pub fn schema(&self) -> Option<&Schema> {
        self.schema.get_or_init(|| Box::new(self.parse().ok())).as_ref()
    }

    /// Reads the compiled form.
    #[cfg(feature = "reflect")]
    pub(crate) fn parse(&self) -> Result<Schema, Malformed> {
        let schema = Schema::from_tlo(self.tlo)?;
        let is_kept = |it: &Combinator| self.kept.binary_search(&it.name()).is_ok();
        Ok(match self.kept {
            _ if self.keeps_bits => schema.keeping_free_bits(),
            [] => schema,
            _ => schema.keeping_free_bits_where(is_kept),
        })
    }
}

/// The declaring schema of a combinator. Generated code has one implementor per schema, beside the schema that it
/// carries.
pub trait HasSchema {
    /// The schema, if it is carried.
    #[inline]
    #[must_use]
    fn schema() -> Option<&'static Embedded> {
        None
    }

    /// What is known of methods beyond the schema, from which [`Function::facts`](crate::Function::facts) is found.
    /// Lines such as `users.getUsers 3 57 400:PEER_ID_INVALID`, sorted by name.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    fn methods() -> &'static [&'static str] {
        &[]
    }
}

/// No schema is carried.
impl HasSchema for () {}

impl fmt::Debug for Embedded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Embedded").field("len", &self.tlo.len()).finish_non_exhaustive()
    }
}

/// Prints the bytes of a boxed value as `Debug` does: by the schema, or else the id and the length. Values of other
/// layers in it may be marked.
pub(crate) fn show(
    bytes: &[u8],
    is_marked: bool,
    schema: Option<&Embedded>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    #[cfg(feature = "reflect")]
    if let Some(schema) = schema.and_then(Embedded::schema) {
        let options = Options::DEFAULT.marked(is_marked);
        return debug_with(bytes, core::slice::from_ref(schema), &options, f);
    }
    _ = (schema, is_marked);
    let id = bytes.first_chunk().map_or(0, |id| u32::from_le_bytes(*id));
    write!(f, "#{id:08x} ({})", Counted(bytes.len(), "byte"))
}
