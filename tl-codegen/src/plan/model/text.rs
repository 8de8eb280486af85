//! How the values of `string` and `bytes` are held.

/// How the values of `string` and `bytes` are held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextTypes {
    /// `string`
    pub(crate) string: TextType,
    /// `bytes`
    pub(crate) bytes: TextType,
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum TextType {
    /// In memory of its own.
    #[default]
    Owned,
    /// Where it lies in the input.
    Borrowed,
    /// In a type of the user's, by its path.
    Extern(String),
}
