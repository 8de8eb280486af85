//! How values are written as JSON.

/// How values are written as JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The names and forms of values.
    pub style: Style,
    /// Which `#` fields are written.
    pub words: Words,
    /// The number of lines.
    pub layout: Layout,
    /// Whether short text may represent many bytes.
    pub fills: Fills,
    /// What reading does with fields that the schema does not have.
    pub unknown: UnknownFields,
}

/// What reading does with fields that the schema does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownFields {
    /// Refuses them, since they may be misspelled.
    #[default]
    Refused,
    /// Ignores them, since they may be of a newer schema.
    Ignored,
}

/// Whether `{"$fill": n}` is accepted for `n` bytes, so that the bytes may be longer than the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fills {
    /// Refused, for text from others.
    #[default]
    Refused,
    /// Accepted, for up to 2²⁸ bytes in total, for tests and tools.
    Taken,
}

/// Names and forms of values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// TL-JSON.
    #[default]
    Tl,
    /// TDLib's: `@type` instead of `_`, base64 for bytes, numbers for `int53`, `null` for an item of a list that is
    /// [`nullable`](https://docs.rs/typelang-parser/latest/typelang_parser/nullable).
    Tdlib,
}

/// Which `#` fields are written. Reading accepts all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Words {
    /// Those whose value does not follow from the rest of the JSON, as for Telegram's schemas.
    #[default]
    Unexplained,
    /// Also those on which nothing depends, as for VK's schemas.
    Data,
    /// All, as for TON's schemas, where many numbers have bits without a field.
    Always,
}

/// The number of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One line without spaces.
    #[default]
    Line,
    /// One line for each field and item, indented by two spaces for each level.
    Lines,
}

impl Style {
    /// The key for the combinator's name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Tl => "_",
            Self::Tdlib => "@type",
        }
    }
}
