//! What a docs file says.

use std::collections::BTreeMap;

use super::method::Method;

/// A docs file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocsFile {
    /// Its name, for messages.
    pub(super) name: String,
    /// What it says of constructors, methods and types, by TL name.
    pub(super) entries: BTreeMap<String, Entry>,
    /// What errors mean, by name.
    pub(super) errors: BTreeMap<String, Said>,
}

/// What is said under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Where the heading is.
    pub(super) place: Place,
    pub(super) text: String,
    pub(super) fields: BTreeMap<String, Said>,
    pub(super) method: Method,
}

/// What is said of a field or of an error, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) place: Place,
    pub(super) text: String,
}

/// A line from 1, or in JSON the index of an entry.
pub(super) type Place = usize;
