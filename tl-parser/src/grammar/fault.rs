//! Why a rule of the grammar does not apply: the furthest position reached, and what was expected there.

use core::fmt;

use nom::{
    IResult,
    error::{ErrorKind, ParseError},
};

use super::cursor::Cursor;
use crate::span::Span;

/// The result of a rule: the rest of the input and a node, or a fault.
pub(super) type Step<'a, 's, T> = IResult<Cursor<'a, 's>, T, Fault>;

/// A failure of a rule. `alt` keeps the fault that got furthest and merges faults at the same position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The offset of the text that could not be parsed.
    pub(super) at: u32,
    /// What was expected there.
    pub(super) expected: Expected,
    /// The cause.
    pub(super) cause: Cause,
}

/// The cause of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// Unexpected text.
    Unexpected,
    /// The bracket at this place is still open.
    Unclosed(Span),
    /// Brackets nest deeper than [`Cursor::MAX_DEPTH`].
    TooDeep,
    /// A sum has more than this many operands.
    LongSum(u32),
    /// A name has more than [`MAX_NAMESPACES`](super::lexis::MAX_NAMESPACES).
    Namespaces,
    /// A name is longer than [`MAX_NAME`](super::lexis::MAX_NAME).
    LongName,
}

impl Fault {
    pub(super) fn expected(at: u32, expected: Expected) -> Self {
        Self { at, expected, cause: Cause::Unexpected }
    }

    pub(super) fn too_deep(at: u32) -> Self {
        Self { at, expected: Expected::NOTHING, cause: Cause::TooDeep }
    }

    pub(super) fn long_sum(at: u32, limit: u32) -> Self {
        Self { at, expected: Expected::NOTHING, cause: Cause::LongSum(limit) }
    }

    /// Fails with a name that exceeds a limit, so that no other rule is tried.
    pub(super) fn excessive_name<T>(at: u32, cause: Cause) -> Result<T, nom::Err<Self>> {
        Err(nom::Err::Failure(Self { at, expected: Expected::NOTHING, cause }))
    }

    /// Renames what was expected, unless the rule had already consumed input.
    pub(super) fn named(self, start: u32, expected: Expected) -> Self {
        if self.at == start && self.cause == Cause::Unexpected {
            Self { expected, ..self }
        } else {
            self
        }
    }
}

impl ParseError<Cursor<'_, '_>> for Fault {
    fn from_error_kind(input: Cursor<'_, '_>, _: ErrorKind) -> Self {
        Self::expected(input.at(), Expected::NOTHING)
    }

    fn append(_: Cursor<'_, '_>, _: ErrorKind, other: Self) -> Self {
        other
    }

    fn or(self, other: Self) -> Self {
        match self.at.cmp(&other.at) {
            core::cmp::Ordering::Greater => self,
            core::cmp::Ordering::Less => other,
            core::cmp::Ordering::Equal => {
                Self { expected: self.expected.or(other.expected), ..other }
            }
        }
    }
}

/// A set of things expected at a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Expected(u32);

/// In the order of messages; the index is the bit.
const WORDS: [&str; 18] = [
    "a declaration",
    "a field",
    "a type",
    "a name",
    "a number",
    "a bit number",
    "hexadecimal digits",
    "`[`",
    "`:`",
    "`,`",
    "`?`",
    "`)`",
    "`]`",
    "`}`",
    "`>`",
    "`=`",
    "`;`",
    "`===`",
];

impl Expected {
    pub(super) const NOTHING: Self = Self(0);
    pub(super) const DECLARATION: Self = Self(1);
    pub(super) const FIELD: Self = Self(1 << 1);
    pub(super) const TYPE: Self = Self(1 << 2);
    pub(super) const NAME: Self = Self(1 << 3);
    pub(super) const NUMBER: Self = Self(1 << 4);
    pub(super) const BIT: Self = Self(1 << 5);
    pub(super) const HEX: Self = Self(1 << 6);
    pub(super) const OPEN_SQUARE: Self = Self(1 << 7);
    pub(super) const COLON: Self = Self(1 << 8);
    pub(super) const COMMA: Self = Self(1 << 9);
    pub(super) const QUESTION: Self = Self(1 << 10);
    pub(super) const CLOSE_ROUND: Self = Self(1 << 11);
    pub(super) const CLOSE_SQUARE: Self = Self(1 << 12);
    pub(super) const CLOSE_BRACE: Self = Self(1 << 13);
    pub(super) const CLOSE_ANGLE: Self = Self(1 << 14);
    pub(super) const EQUALS: Self = Self(1 << 15);
    pub(super) const SEMICOLON: Self = Self(1 << 16);
    pub(super) const MARK: Self = Self(1 << 17);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn words(self) -> impl Iterator<Item = &'static str> {
        WORDS
            .iter()
            .enumerate()
            .filter(move |(bit, _)| self.0 >> bit & 1 == 1)
            .map(|(_, word)| *word)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.words().count();
        for (index, word) in self.words().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == count => f.write_str(" or ")?,
                _ => f.write_str(", ")?,
            }
            f.write_str(word)?;
        }
        Ok(())
    }
}
