//! Files of a reference.

/// A file of a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path below the reference's root, with `/` between folders.
    pub path: String,
    /// The content.
    pub text: String,
}
