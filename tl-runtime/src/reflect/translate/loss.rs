//! What a translation loses.

use alloc::string::String;
use core::fmt;

/// A part of a value that the new value does not have, or that the old one did not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    pub(super) path: String,
    pub(super) kind: LossKind,
}

/// The kinds of [`Loss`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LossKind {
    /// The new combinator has no such field.
    Dropped,
    /// The optional field is unset, because the new schema cannot express its value.
    Unset {
        /// Where and why its value cannot be expressed.
        reason: String,
    },
    /// The new required field has a default: 0, `false` or nothing.
    Filled,
    /// Bits of a flag word that no old field uses are cleared, because a new field uses them.
    Bits(u32),
}

impl Loss {
    /// The path of the part: `updates.users[3].photo`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What became of the part.
    #[must_use]
    pub const fn kind(&self) -> &LossKind {
        &self.kind
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.kind)
    }
}

impl fmt::Display for LossKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dropped => f.write_str("dropped, because the new schema has no such field"),
            Self::Unset { reason } => write!(f, "unset, because {reason}"),
            Self::Filled => f.write_str("filled with a default, because the field is new"),
            Self::Bits(bits) => {
                write!(f, "cleared the bits {bits:#010x}, which have a new meaning")
            }
        }
    }
}
