//! Fields, and what depends on one that is a `#`.

use crate::reflect::schema::expr::{Node, TypeExpr};
use alloc::{borrow::Cow, boxed::Box, string::ToString};

/// A field of a combinator or of a repetition.
#[derive(Clone, Debug)]
pub struct Field {
    pub(crate) name: Box<str>,
    /// Its place among the fields.
    pub(crate) place: u32,
    pub(crate) condition: Option<Condition>,
    pub(crate) is_call: bool,
    pub(crate) ty: TypeExpr,
    /// Whether nothing but numbers is behind its bit, so that one of them is not 0 if they are there.
    pub(crate) is_lone: bool,
    /// The variable that holds its value.
    pub(crate) var: Option<u32>,
    /// What depends on it when it is a `#`.
    pub(crate) uses: Uses,
}

/// `flags.3?`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) var: u32,
    pub(crate) bit: u32,
}

/// What depends on a `#`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses {
    /// Bits on which fields depend, also those of types that it is given to.
    pub(crate) bits: u32,
    /// Whether it is the number of something, also in types that it is given to.
    pub(crate) counts: bool,
    /// Whether a dependent lies in a repetition or in another type, and so may be missing where it is not zero.
    pub(crate) is_remote: bool,
    /// Bits behind which nothing is but numbers that may be 0 whatever depends on them. They are not set: an encoder takes a
    /// number that is 0 for one that is not there.
    pub(crate) never: u32,
    /// Whether the response of its function is read by it, so that all of it is data.
    pub(crate) is_data: bool,
}

impl Field {
    /// The name; empty when it has none.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its place among the fields, from 0.
    #[must_use]
    pub const fn place(&self) -> u32 {
        self.place
    }

    /// Its key in JSON: its name, or its place when it has none.
    #[must_use]
    pub fn key(&self) -> Cow<'_, str> {
        if self.name.is_empty() {
            Cow::Owned(self.place.to_string())
        } else {
            Cow::Borrowed(&self.name)
        }
    }

    /// Whether a bit of an earlier `#` tells whether it is there.
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

    /// Whether a repetition of this field alone is a list of its values.
    pub(crate) fn is_item(&self) -> bool {
        self.name.is_empty() && self.condition.is_none()
    }
}
