//! The names of a schema and of the code.

use crate::plan::model::file::Named;

/// Every TL name of a schema with its Rust name; returned by [`Config::names`](crate::Config::names).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names(pub(crate) Vec<Named>);

impl Names {
    /// Iterates over the names, sorted by kind and TL name.
    pub fn iter(&self) -> impl Iterator<Item = &Named> {
        self.0.iter()
    }
}
