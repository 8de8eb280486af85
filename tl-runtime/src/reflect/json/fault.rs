//! Why JSON is not a value of a type.

use alloc::{borrow::ToOwned, boxed::Box, format, string::String, vec::Vec};
use core::fmt::{self, Write as _};

/// What is wrong with JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(Box<Inner>);

/// Boxed, because it would make every result large on its way out of deep JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    /// The steps to the value, innermost first.
    steps: Vec<String>,
    problem: Problem,
}

/// The kinds of [`Refusal`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The text is not JSON.
    Syntax(String),
    /// The value is of another kind than its type requires.
    WrongKind {
        /// What the type requires.
        expected: String,
        /// What was found.
        found: &'static str,
    },
    /// The type has no such number, or no value with such a text.
    OutOfRange {
        /// What the type requires.
        expected: String,
    },
    /// An object has an unknown key.
    UnknownKey {
        /// The key.
        key: String,
        /// A field with a similar name.
        near: Option<String>,
    },
    /// A required field is missing.
    Missing {
        /// The field.
        field: String,
    },
    /// No combinator that is valid here has this name.
    UnknownName {
        /// The name.
        name: String,
        /// What is valid here.
        expected: String,
        /// A valid combinator with a similar name.
        near: Option<String>,
    },
    /// Several combinators that are valid here have this name, as in a schema of many layers.
    SharedName {
        /// The name.
        name: String,
        /// Each of them, with its id.
        all: Vec<String>,
    },
    /// A field is present and another part of the value says that it is not, or the opposite.
    Disagrees {
        /// The other part.
        with: String,
    },
    /// The value cannot be written: its type has no encoding, or it is too large.
    NoForm {
        /// The reason.
        reason: String,
    },
}

impl Refusal {
    pub(super) fn new(problem: Problem) -> Self {
        Self(Box::new(Inner { steps: Vec::new(), problem }))
    }

    /// Adds the field with the value to the path.
    pub(super) fn in_field(mut self, name: &str) -> Self {
        self.0.steps.push(format!(".{name}"));
        self
    }

    /// Adds the item with the value to the path.
    pub(super) fn in_item(mut self, at: usize) -> Self {
        self.0.steps.push(format!("[{at}]"));
        self
    }

    /// What went wrong.
    #[must_use]
    pub const fn problem(&self) -> &Problem {
        &self.0.problem
    }

    /// The path of the value: `$.users[3].photo`, where `$` is the whole.
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
            Self::Syntax(message) => write!(f, "invalid JSON: {message}"),
            Self::WrongKind { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::OutOfRange { expected } => write!(f, "expected {expected}"),
            Self::UnknownKey { key, near } => {
                write!(f, "unknown field `{key}`")?;
                write_near(near.as_deref(), f)
            }
            Self::Missing { field } => write!(f, "the field `{field}` is missing"),
            Self::UnknownName { name, expected, near } => {
                write!(f, "`{name}` is not {expected}")?;
                write_near(near.as_deref(), f)
            }
            Self::SharedName { name, all } => {
                write!(f, "`{name}` is the name of {} combinators; write `", all.len())?;
                f.write_str(&all.join("` or `"))?;
                f.write_char('`')
            }
            Self::Disagrees { with } => write!(f, "this disagrees with {with}"),
            Self::NoForm { reason } => f.write_str(reason),
        }
    }
}

fn write_near(near: Option<&str>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    near.map_or(Ok(()), |near| write!(f, "; did you mean `{near}`?"))
}

impl core::error::Error for Refusal {}
