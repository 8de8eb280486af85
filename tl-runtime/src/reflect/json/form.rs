//! How values are written as JSON.

/// How values are written as JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The names and forms of values.
    pub style: Style,
    /// Which `#` are shown.
    pub words: Words,
    /// On how many lines.
    pub layout: Layout,
    /// Whether few words may stand for many bytes.
    pub fills: Fills,
}

/// Whether `{"$fill": n}` is taken for `n` bytes, which makes the bytes longer than the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fills {
    /// No, as for text from others.
    #[default]
    Refused,
    /// Yes, up to 2²⁸ bytes in all, for tests and tools.
    Taken,
}

/// Names and forms of values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// TL-JSON.
    #[default]
    Tl,
    /// TDLib's: `@type` for `_`, base64 for bytes, numbers for `int53`.
    Tdlib,
}

/// Which `#` are shown; all are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Words {
    /// Those with a value that the rest of the JSON does not tell, as for Telegram's schemas.
    #[default]
    Unexplained,
    /// Also those that nothing depends on, as for VK's.
    Data,
    /// All, as for TON's, where many carry bits without a field.
    Always,
}

/// On how many lines a value is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One, without blanks.
    #[default]
    Line,
    /// One for each field and item, with two blanks for each level.
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
