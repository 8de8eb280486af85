//! Facts about methods that a schema does not hold: who may call them, and which errors the server gives.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

/// Methods by TL name.
pub type Methods = BTreeMap<String, Method>;

/// Facts about one method.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Method {
    /// Who may call it; empty if this is not known.
    pub callers: BTreeSet<Caller>,
    /// The errors, in the order of the file.
    pub errors: Vec<MethodError>,
}

/// Who may call a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Caller {
    /// Users.
    Users,
    /// Bots.
    Bots,
    /// Bots that act for a user over a business connection.
    Business,
    /// Anyone, even before login.
    Anyone,
}

impl Caller {
    /// All callers, in order.
    pub const ALL: [Self; 4] = [Self::Users, Self::Bots, Self::Business, Self::Anyone];

    /// Returns the word for this caller in a docs file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Bots => "bots",
            Self::Business => "business",
            Self::Anyone => "anyone",
        }
    }

    /// Returns the caller for a word of a docs file.
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
    /// The name, such as `PEER_ID_INVALID`, with `X` for a number in it.
    pub name: String,
    /// What it means; empty if the file does not say.
    pub text: String,
}

/// Returns the name of an error with `X` for a number; some sources write `%d`.
#[must_use]
pub fn error_name(name: &str) -> Cow<'_, str> {
    if name.contains("%d") { name.replace("%d", "X").into() } else { name.into() }
}

/// Returns whether a word can be the name of an error, such as `FLOOD_WAIT_X` or `FLOOD_WAIT_%d`.
pub(crate) fn is_error(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '%'))
}
