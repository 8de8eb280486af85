//! Which items implement serde's traits.

use super::rust::{ItemPath, Name};

/// `mod serde_impls;`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerdeModule {
    /// The feature of the crate that it needs.
    pub feature: Option<String>,
    /// Another feature that it needs then, by which methods are decoded.
    pub server_feature: Option<String>,
}

/// The items that implement serde's traits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SerdeImpls {
    /// Those that can be read and written.
    pub owned: Vec<SerdeImpl>,
    /// Those that borrow from what they are read from, and so can be written only.
    pub borrowing: Vec<SerdeImpl>,
}

/// An item that implements serde's traits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SerdeImpl {
    /// The item.
    pub path: ItemPath,
    /// Its type parameters: calls.
    pub params: Vec<Name>,
    /// What the schema calls it: its type, `Maybe<int>`, or its name and id, `point#5b8e6c53`.
    pub tl: String,
}
