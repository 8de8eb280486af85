//! What is known of methods beyond the schema: who may call them, and which errors the server gives.

use std::collections::{BTreeMap, BTreeSet};

/// Methods by TL name.
pub type Methods = BTreeMap<String, Method>;

/// What is known of a method.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Method {
    /// Who may call it; empty when that is not known.
    pub callers: BTreeSet<Caller>,
    /// The errors, in the file's order.
    pub errors: Vec<MethodError>,
}

/// Who may call a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Caller {
    /// People.
    Users,
    /// Programs with an account of their own.
    Bots,
    /// Bots that act for a user over a business connection.
    Business,
    /// Anybody, before login too.
    Anyone,
}

impl Caller {
    /// All callers, in order.
    pub const ALL: [Self; 4] = [Self::Users, Self::Bots, Self::Business, Self::Anyone];

    /// The word for this caller in a docs file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Bots => "bots",
            Self::Business => "business",
            Self::Anyone => "anyone",
        }
    }

    /// The caller with this word in a docs file.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|caller| caller.word() == word)
    }
}

/// An error that a method may give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodError {
    /// The number, such as 400.
    pub code: i32,
    /// The name, such as `PEER_ID_INVALID`; `X` or `%d` is a number.
    pub name: String,
    /// What it means; empty when the file does not say.
    pub text: String,
}
