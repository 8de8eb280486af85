//! The whole reference.

use serde::Serialize;

use super::{
    build::{Source, part},
    combinator::CombinatorPage,
    error_page::ErrorPage,
    type_page::TypePage,
};

/// The reference of one or more schemas.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reference {
    /// The title: `Telegram API`.
    pub title: String,
    /// The schemas, the main one first.
    pub parts: Vec<Part>,
}

/// The reference of a schema.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// The title: `MTProto`.
    pub title: String,
    /// The folder of its pages: empty, or with `/` at the end.
    pub folder: String,
    /// The schema's layer.
    pub layer: Option<u32>,
    /// The methods, by name.
    pub methods: Vec<CombinatorPage>,
    /// The constructors, by name.
    pub constructors: Vec<CombinatorPage>,
    /// The types, by name.
    pub types: Vec<TypePage>,
    /// The errors, by name.
    pub errors: Vec<ErrorPage>,
}

impl Reference {
    /// Computes the reference of schemas.
    #[must_use]
    pub fn new(title: impl Into<String>, sources: &[Source<'_>]) -> Self {
        Self { title: title.into(), parts: sources.iter().map(part).collect() }
    }
}

impl Part {
    /// The methods, then the constructors.
    pub fn combinators(&self) -> impl Iterator<Item = &CombinatorPage> {
        self.methods.iter().chain(&self.constructors)
    }
}
