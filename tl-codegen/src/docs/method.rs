//! What is known of methods beyond the schema: who may call them, and which errors the server gives.

use std::collections::{BTreeMap, BTreeSet};

/// Methods by TL name.
pub(crate) type Methods = BTreeMap<String, Method>;

/// What is known of a method.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Method {
    /// Who may call it; nobody when that is not known.
    pub(crate) callers: BTreeSet<Caller>,
    /// The errors, in the file's order.
    pub(crate) errors: Vec<MethodError>,
}

/// Who may call a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Caller {
    /// People.
    Users,
    /// Programs with an account of their own.
    Bots,
}

impl Caller {
    /// The caller of this name.
    pub(crate) fn named(word: &str) -> Option<Self> {
        match word {
            "users" => Some(Self::Users),
            "bots" => Some(Self::Bots),
            _ => None,
        }
    }
}

/// An error that a method may give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MethodError {
    pub(crate) code: i32,
    pub(crate) name: String,
    pub(crate) text: String,
}
