//! Why a value is not translated.

use crate::reflect::walk::fault::Fault;
use alloc::{boxed::Box, string::String};
use core::fmt;

/// Why bytes are not translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untranslated {
    /// They are not a value of the old schemas.
    Fault(Fault),
    /// The new schemas cannot express the value.
    Refusal(Refusal),
}

/// What the new schemas cannot express, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(Box<Inner>);

/// Boxed, because it would make every result large on its way out of deep values.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    path: String,
    problem: Problem,
}

/// The kinds of [`Refusal`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The new schemas have no such combinator, or several that differ from it.
    NoCombinator {
        /// The combinator's name.
        name: String,
    },
    /// The new type does not have the constructor.
    NotOfType {
        /// The constructor's name.
        name: String,
        /// The type's name.
        ty: String,
    },
    /// The new type has values of another kind.
    WrongKind {
        /// The type's name.
        ty: String,
    },
    /// The new type does not have the value: a number out of range, or text that is not UTF-8.
    OutOfRange {
        /// The type's name.
        ty: String,
    },
    /// A new required field has no value.
    Required,
    /// Two parts of the new value would contradict each other, such as fields that share a bit.
    Disagrees,
    /// The new type has no encoding here.
    NoForm,
    /// The value nests too deep.
    TooDeep,
    /// The parts of the value take more memory than the options allow.
    TooLarge,
    /// The whole cannot be read by the new schemas.
    Unread(Fault),
}

impl Refusal {
    pub(super) fn new(path: String, problem: Problem) -> Self {
        Self(Box::new(Inner { path, problem }))
    }

    /// The refusal of a value whose parts take too much memory.
    pub(crate) fn too_large() -> Self {
        Self::new(String::new(), Problem::TooLarge)
    }

    /// What went wrong.
    #[must_use]
    pub const fn problem(&self) -> &Problem {
        &self.0.problem
    }

    /// The path of the part: `updates.users[3].photo`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0.path {
            "" => self.0.problem.fmt(f),
            path => write!(f, "{path}: {}", self.0.problem),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCombinator { name } => {
                write!(f, "the new schema has no counterpart of `{name}`")
            }
            Self::NotOfType { name, ty } => {
                write!(f, "`{name}` is not a constructor of the new `{ty}`")
            }
            Self::WrongKind { ty } => write!(f, "the new type `{ty}` has other values"),
            Self::OutOfRange { ty } => write!(f, "the new type `{ty}` does not have this value"),
            Self::Required => f.write_str("the new field is required and has no value"),
            Self::Disagrees => f.write_str("this disagrees with another part of the new value"),
            Self::NoForm => f.write_str("the new type has no known form on the wire"),
            Self::TooDeep => f.write_str("the value nests too deep"),
            Self::TooLarge => {
                f.write_str("its parts take too much memory; raise `Options::memory`")
            }
            Self::Unread(fault) => write!(f, "the new schema reads the value differently: {fault}"),
        }
    }
}

impl fmt::Display for Untranslated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fault(fault) => fault.fmt(f),
            Self::Refusal(refusal) => refusal.fmt(f),
        }
    }
}

impl core::error::Error for Refusal {}
impl core::error::Error for Untranslated {}
