//! Why a value cannot be spelled.

use core::fmt;

use typelang_parser::printable;

/// An error in spelling a value: its parts do not fit the schema, or the generated code has no expression for
/// it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleError {
    /// The path of fields to the value, innermost first.
    path: Vec<String>,
    what: String,
}

impl ExampleError {
    pub(super) fn new(what: impl Into<String>) -> Self {
        Self { path: Vec::new(), what: what.into() }
    }

    /// Adds the name of the enclosing field, method or constructor to the path.
    pub(super) fn within(mut self, name: &str) -> Self {
        self.path.push(name.to_owned());
        self
    }
}

impl fmt::Display for ExampleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for name in self.path.iter().rev() {
            write!(f, "{}: ", printable(name))?;
        }
        f.write_str(&printable(&self.what))
    }
}

impl core::error::Error for ExampleError {}
