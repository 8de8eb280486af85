//! Links between pages.

use serde::Serialize;

/// The address of a page below the reference's root, without the ending of its file: `method/initConnection`.
pub type Page = String;

/// Text that leads to a page, or to none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Link {
    /// The text.
    pub text: String,
    /// The page.
    pub page: Option<Page>,
}

impl Link {
    /// Text that leads to a page.
    pub fn new(text: impl Into<String>, page: impl Into<Page>) -> Self {
        Self { text: text.into(), page: Some(page.into()) }
    }

    /// Text that leads nowhere.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), page: None }
    }
}

/// A link with what is said of the page behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The link.
    pub link: Link,
    /// The first sentence of its description; empty when there is none.
    pub said: String,
}
