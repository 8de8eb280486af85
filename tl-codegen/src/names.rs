//! The names of a schema and those of the code.

use crate::plan::model::file::Named;

/// Every TL name of a schema, and what becomes of it: [`Config::names`](crate::Config::names).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names(pub(crate) Vec<Named>);

impl Names {
    /// The names, by kind and TL name.
    pub fn iter(&self) -> impl Iterator<Item = &Named> {
        self.0.iter()
    }
}
