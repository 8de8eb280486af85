//! Why a walk ended early.

use crate::{
    read::error::ErrorKind,
    reflect::schema::{combinator::Combinator, table::Schema},
};
use alloc::string::String;
use core::fmt;

/// What is wrong with bytes, where, and in which field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub(crate) kind: FaultKind,
    pub(crate) offset: u64,
    pub(crate) expected: String,
    pub(crate) path: String,
}

/// The kinds of [`Fault`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// A fault that readers of generated types report too.
    Wire(ErrorKind),
    /// No constructor of a type accepts the arguments that the type has here.
    NoConstructor,
    /// The type has no encoding: `Type` as a value, or a variable without a value.
    NoForm,
}

impl Fault {
    /// What went wrong.
    #[must_use]
    pub const fn kind(&self) -> FaultKind {
        self.kind
    }

    /// The offset of the faulty item, in bytes from the start of the input.
    #[must_use]
    pub const fn offset(&self) -> u64 {
        self.offset
    }

    /// What was expected: the name of a type or combinator in the schema.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The path of the item: `updates.users[3].photo`; empty at the start.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The id that was found where another was expected.
    #[must_use]
    pub const fn found_id(&self) -> Option<u32> {
        match self.kind {
            FaultKind::Wire(ErrorKind::WrongId { found, .. } | ErrorKind::UnknownId { found }) => {
                Some(found)
            }
            _ => None,
        }
    }

    /// The name of the found id in one of the schemas, with the index of that schema.
    #[must_use]
    pub fn known_in<'s>(&self, schemas: &'s [Schema]) -> Option<(usize, &'s Combinator)> {
        let id = self.found_id()?;
        let name = |schema: &'s Schema| schema.constructor(id).or_else(|| schema.function(id));
        schemas.iter().enumerate().find_map(|(at, schema)| Some((at, name(schema)?)))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, offset, expected, path } = self;
        write!(f, "expected {expected} at byte {offset}")?;
        if !path.is_empty() {
            write!(f, " (`{path}`)")?;
        }
        write!(f, ", but {kind}")
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wire(kind) => kind.fmt(f),
            Self::NoConstructor => {
                f.write_str("no constructor takes the arguments that the type has here")
            }
            Self::NoForm => f.write_str("the type has no known form on the wire"),
        }
    }
}

impl core::error::Error for Fault {}

/// Why a walk ended early: a fault of the bytes, or the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended<E> {
    /// The bytes are not a value of the type.
    Fault(Fault),
    /// The visitor ended the walk.
    Stop(E),
}

impl<E> From<Fault> for Ended<E> {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl<E: fmt::Display> fmt::Display for Ended<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fault(fault) => fault.fmt(f),
            Self::Stop(stop) => stop.fmt(f),
        }
    }
}

impl<E: core::error::Error> core::error::Error for Ended<E> {}
