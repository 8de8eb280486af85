//! Fields, and the dependents of a `#` field.

use crate::reflect::schema::expr::{Node, TypeExpr};
use alloc::{borrow::Cow, boxed::Box, string::ToString};

/// A field of a combinator or of a repetition.
#[derive(Clone, Debug)]
pub struct Field {
    pub(crate) name: Box<str>,
    /// Its index among the fields.
    pub(crate) place: u32,
    pub(crate) condition: Option<Condition>,
    pub(crate) is_call: bool,
    pub(crate) ty: TypeExpr,
    /// Whether only numbers are behind its bit, so that at least one of them is not 0 if they are present.
    pub(crate) is_lone: bool,
    /// Whether it is an object whose length is the field before it.
    pub(crate) is_bounded: bool,
    /// The variable with its value.
    pub(crate) var: Option<u32>,
    /// Its dependents if it is a `#`.
    pub(crate) uses: Uses,
    /// What the bits of a `#` are that no field uses.
    pub(crate) free_bits: FreeBitsMeaning,
}

/// What the bits of a `#` are that no field uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FreeBitsMeaning {
    /// A fault in strict walks.
    Fault,
    Data,
}

/// `flags.3?`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) var: u32,
    pub(crate) bit: u32,
}

/// The dependents of a `#`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses {
    /// Bits on which fields depend, including fields of types that take the number.
    pub(crate) bits: u32,
    /// Whether it counts items, including items of types that take the number.
    pub(crate) counts: bool,
    /// Whether a dependent is in a repetition or another type, and may therefore be missing although the number is not
    /// zero.
    pub(crate) is_remote: bool,
    /// Bits that have only numbers behind them which may all be 0. They are not set, because an encoder treats a number
    /// that is 0 as absent.
    pub(crate) never: u32,
    /// Whether the response of its function is read by it, so that all of it is data.
    pub(crate) is_data: bool,
}

impl Field {
    /// The name; empty if it has none.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its index among the fields, from 0.
    #[must_use]
    pub const fn place(&self) -> u32 {
        self.place
    }

    /// Its key in JSON: its name, or its index if it has none.
    #[must_use]
    #[inline]
    pub fn key(&self) -> Cow<'_, str> {
        if self.name.is_empty() {
            Cow::Owned(self.place.to_string())
        } else {
            Cow::Borrowed(&self.name)
        }
    }

    /// Whether a bit of an earlier `#` controls its presence.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        self.condition.is_some()
    }

    /// The type.
    #[must_use]
    pub const fn ty(&self) -> &TypeExpr {
        &self.ty
    }

    /// Whether it is a `#`.
    #[must_use]
    pub const fn is_nat(&self) -> bool {
        matches!(self.ty.0, Node::Nat)
    }

    /// Makes the free bits data, of this `#` or of those in its repetition.
    pub(crate) fn keep_bits(&mut self) {
        self.free_bits = FreeBitsMeaning::Data;
        if let Node::Repetition(repetition) = &mut self.ty.0 {
            repetition.fields.iter_mut().for_each(Self::keep_bits);
        }
    }

    /// Whether a repetition of only this field is a list of its values.
    pub(crate) fn is_item(&self) -> bool {
        self.name.is_empty() && self.condition.is_none()
    }
}
