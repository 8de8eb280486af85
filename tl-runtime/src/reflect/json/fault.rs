//! Why JSON is no value of a type.

use alloc::{borrow::ToOwned, boxed::Box, format, string::String, vec::Vec};
use core::fmt::{self, Write as _};

/// What was wrong with JSON, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(Box<Inner>);

/// What would make every result large on its way through deep JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    /// The steps to the value, the innermost first.
    steps: Vec<String>,
    problem: Problem,
}

/// What can be wrong with JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The text is no JSON.
    Syntax(String),
    /// The value is of another kind than its type asks for.
    WrongKind {
        /// What the type asks for.
        expected: String,
        /// What is there.
        found: &'static str,
    },
    /// The number, or the text that stands for something, is not among those that the type has.
    OutOfRange {
        /// What the type asks for.
        expected: String,
    },
    /// An object has a key that is no field.
    UnknownKey {
        /// The key.
        key: String,
        /// A field whose name is nearly the same.
        near: Option<String>,
    },
    /// A field that every value has is not there.
    Missing {
        /// The field.
        field: String,
    },
    /// The name is of no combinator that may stand here.
    UnknownName {
        /// The name.
        name: String,
        /// What it should be one of.
        expected: String,
        /// One whose name is nearly the same.
        near: Option<String>,
    },
    /// The name is of several combinators that may stand here, as in a schema of many layers.
    SharedName {
        /// The name.
        name: String,
        /// Each of them, with its id.
        all: Vec<String>,
    },
    /// A field is there and another part of the value says that it is not, or the other way round.
    Disagrees {
        /// What says otherwise.
        with: String,
    },
    /// The value cannot be written: its type has no known form, or it is too large.
    NoForm {
        /// Why.
        reason: String,
    },
}

impl Refusal {
    pub(super) fn new(problem: Problem) -> Self {
        Self(Box::new(Inner { steps: Vec::new(), problem }))
    }

    /// Adds the field that the value is in.
    pub(super) fn in_field(mut self, name: &str) -> Self {
        self.0.steps.push(format!(".{name}"));
        self
    }

    /// Adds the item that the value is in.
    pub(super) fn in_item(mut self, at: usize) -> Self {
        self.0.steps.push(format!("[{at}]"));
        self
    }

    /// What was wrong.
    #[must_use]
    pub const fn problem(&self) -> &Problem {
        &self.0.problem
    }

    /// The path to the value: `$.users[3].photo`, `$` being the whole.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = "$".to_owned();
        path.extend(self.0.steps.iter().rev().map(String::as_str));
        path
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path(), self.0.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(message) => write!(f, "no JSON: {message}"),
            Self::WrongKind { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::OutOfRange { expected } => write!(f, "expected {expected}"),
            Self::UnknownKey { key, near } => {
                write!(f, "there is no field `{key}`")?;
                write_near(near.as_deref(), f)
            }
            Self::Missing { field } => write!(f, "the field `{field}` is missing"),
            Self::UnknownName { name, expected, near } => {
                write!(f, "`{name}` is not {expected}")?;
                write_near(near.as_deref(), f)
            }
            Self::SharedName { name, all } => {
                write!(f, "`{name}` is the name of {}: write which one, `", all.len())?;
                f.write_str(&all.join("` or `"))?;
                f.write_char('`')
            }
            Self::Disagrees { with } => write!(f, "this disagrees with {with}"),
            Self::NoForm { reason } => f.write_str(reason),
        }
    }
}

fn write_near(near: Option<&str>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    near.map_or(Ok(()), |near| write!(f, "; is `{near}` meant?"))
}

impl core::error::Error for Refusal {}
