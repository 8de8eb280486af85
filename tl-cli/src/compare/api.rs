//! What a change means for users of the generated Rust.

use std::fmt;

/// What becomes of an item of the generated Rust, from the mildest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Api {
    /// Nothing, or the value of a constant.
    #[default]
    Same,
    NewItem,
    /// `new` leaves it unset.
    NewOptionalField,
    NewVariant,
    NewRequiredField,
    ChangedType,
    ChangedResponse,
    /// A struct of `types` becomes an enum of `enums`, or the opposite.
    MovedItem,
    RemovedField,
    RemovedVariant,
    RemovedItem,
}

/// What is shown, and the least version that may have the change.
const WORDS: [(&str, Level); 11] = [
    ("same item", Level::Patch),
    ("new item", Level::Minor),
    ("new optional field", Level::Major),
    ("new variant", Level::Major),
    ("new required field", Level::Major),
    ("changed type", Level::Major),
    ("changed response", Level::Major),
    ("moved item", Level::Major),
    ("removed field", Level::Major),
    ("removed variant", Level::Major),
    ("removed item", Level::Major),
];

/// The part of a version that a change raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    Patch,
    Minor,
    Major,
}

impl Level {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// Whether the generated items are `#[non_exhaustive]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exhaustive {
    Yes,
    No,
}

impl Api {
    /// The word in JSON: `new_variant`.
    pub(crate) fn word(self) -> String {
        self.to_string().replace(' ', "_")
    }

    /// The part of the version that the change raises. Users of items that are not exhaustive write `..` and `_`.
    pub(crate) const fn level(self, exhaustive: Exhaustive) -> Level {
        match (self, exhaustive) {
            (Self::NewOptionalField | Self::NewVariant, Exhaustive::No) => Level::Minor,
            _ => WORDS[self as usize].1,
        }
    }
}

impl fmt::Display for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(WORDS[*self as usize].0)
    }
}
