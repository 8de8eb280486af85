//! The items that implement serde's traits.

use super::rust::{ItemPath, Name};

/// `mod serde_impls;`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerdeModule {
    /// The feature of the crate that enables it.
    pub feature: Option<String>,
    /// Another feature that it then needs, which enables decoding of methods.
    pub server_feature: Option<String>,
}

/// The items that implement serde's traits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SerdeImpls {
    /// Those that can be serialized and deserialized.
    pub owned: Vec<SerdeImpl>,
    /// Those that borrow from their input, and so can only be serialized.
    pub borrowing: Vec<SerdeImpl>,
}

/// An item that implements serde's traits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SerdeImpl {
    /// The item.
    pub path: ItemPath,
    /// Its type parameters: calls.
    pub params: Vec<Name>,
    /// Its name in the schema: its type, `Maybe<int>`, or its name and id, `point#5b8e6c53`.
    pub tl: String,
}
