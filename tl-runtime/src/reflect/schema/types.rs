//! Types of a schema.

use crate::reflect::schema::builtin::Builtin;
use alloc::{boxed::Box, vec::Vec};

/// A type, the right side of `=` in a constructor.
#[derive(Clone, Debug)]
pub struct Type {
    /// Its number in the compiled form.
    pub(crate) number: u32,
    pub(crate) name: Box<str>,
    pub(crate) params: Box<[Kind]>,
    pub(crate) builtin: Option<Builtin>,
    /// The indices of its constructors, in the order of the schema.
    pub(crate) constructors: Vec<u32>,
    /// Whether a value can contain another one of the same type.
    pub(crate) is_cyclic: bool,
}

/// The kind of a variable or of a type's argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A type.
    Type,
    /// A number from 0 to 2³² - 1.
    Nat,
}

impl Type {
    /// The name with its namespace: `auth.SentCode`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kinds of its arguments: one for `Vector t`.
    #[must_use]
    pub fn params(&self) -> &[Kind] {
        &self.params
    }

    /// The predefined meaning of its name, if there is one.
    #[must_use]
    pub const fn builtin(&self) -> Option<Builtin> {
        self.builtin
    }
}
