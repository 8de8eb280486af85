//! The Rust types of `string` and `bytes`.

/// The Rust types of `string` and `bytes`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextTypes {
    /// `string`
    pub(crate) string: TextType,
    /// `bytes`
    pub(crate) bytes: TextType,
}

/// One of these types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum TextType {
    /// An owned value.
    #[default]
    Owned,
    /// A slice of the input.
    Borrowed,
    /// The user's own type, by its path.
    Extern(String),
}
