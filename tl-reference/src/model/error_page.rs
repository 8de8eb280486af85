//! The page of an error.

use serde::Serialize;

use super::link::{Item, Page};

/// An error that methods return.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ErrorPage {
    /// The name, with `X` for a number.
    pub name: String,
    /// The codes; sources may disagree.
    pub codes: Vec<i32>,
    /// The address of the page.
    pub page: Page,
    /// The meaning; empty if it is unknown.
    pub meaning: String,
    /// The methods that return it.
    pub methods: Vec<Item>,
    /// Whether any method may return it.
    pub is_any: bool,
}

impl ErrorPage {
    /// The heading of the methods that return it.
    #[must_use]
    pub fn heading(&self) -> String {
        match self.methods.len() {
            _ if self.is_any => "Any method may return it".to_owned(),
            0 => "No method is known to return it".to_owned(),
            1 => "The method that returns it".to_owned(),
            count => format!("{count} methods return it"),
        }
    }

    /// A sentence on what sources tell; empty if they list the error for particular methods alone.
    #[must_use]
    pub const fn note(&self) -> &'static str {
        match (self.is_any, self.methods.is_empty()) {
            (true, false) => "Sources also list it for these methods:",
            (true, true) => "No source lists it for particular methods.",
            (false, true) => "Sources list it without saying which methods return it.",
            (false, false) => "",
        }
    }

    /// A sentence for errors with several codes; empty for the others.
    #[must_use]
    pub const fn codes_note(&self) -> &'static str {
        if self.codes.len() > 1 { "The code differs by method or source." } else { "" }
    }
}
