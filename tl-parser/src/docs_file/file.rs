//! The contents of a docs file.

use std::collections::BTreeMap;

use super::method::Method;

/// A docs file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocsFile {
    /// Its name, for messages.
    pub(super) name: String,
    /// The docs of constructors, methods and types, by TL name.
    pub(super) entries: BTreeMap<String, Entry>,
    /// The meaning of each error, by name.
    pub(super) errors: BTreeMap<String, Said>,
}

/// The contents under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// The line of the heading.
    pub(super) place: Place,
    pub(super) text: String,
    pub(super) fields: BTreeMap<String, Said>,
    pub(super) method: Method,
}

/// The docs of a field or of an error, with their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) place: Place,
    pub(super) text: String,
}

/// A line number, counted from 1, or in JSON the index of an entry.
pub(super) type Place = usize;
