//! The page of an error.

use serde::Serialize;

use super::link::{Item, Page};

/// An error that methods give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ErrorPage {
    /// The name, with `X` for a number.
    pub name: String,
    /// The codes; sources may disagree.
    pub codes: Vec<i32>,
    /// Where the page is.
    pub page: Page,
    /// What it means; empty when that is not known.
    pub meaning: String,
    /// The methods that give it.
    pub methods: Vec<Item>,
    /// Whether any method may give it.
    pub is_any: bool,
}
