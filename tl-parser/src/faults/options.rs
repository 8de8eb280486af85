//! What becomes of warnings, and whatever else the user decides about checking.

use std::collections::{BTreeMap, BTreeSet};

use crate::{codes, diagnostic::Code, dialect::Dialect};

/// What the user decides about checking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The dialect; `None` has it guessed from the files.
    pub dialect: Option<Dialect>,
    /// What becomes of single warnings. Those not named here are reported, but for `TL0206`, a
    /// written id that is not the computed one, which is silent.
    pub levels: BTreeMap<Code, Level>,
    /// What becomes of all warnings that are left.
    pub warnings: Warnings,
    /// Declarations, as `name#0123abcd`, whose written ids are known not to be the computed ones.
    pub allowed_id_mismatches: BTreeSet<String>,
}

/// What becomes of a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It is not reported.
    Allow,
    /// It is reported as a warning.
    Warn,
    /// It is reported as an error.
    Deny,
}

/// What becomes of warnings for which no [`Level`] is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Warnings {
    /// They are reported as warnings.
    #[default]
    Warn,
    /// They are reported as errors.
    Deny,
}

impl Options {
    /// What becomes of a warning.
    #[must_use]
    pub fn level(&self, code: Code) -> Level {
        let by_default = match self.warnings {
            _ if code == codes::ID_MISMATCH => Level::Allow,
            Warnings::Warn => Level::Warn,
            Warnings::Deny => Level::Deny,
        };
        self.levels.get(&code).copied().unwrap_or(by_default)
    }

    pub(crate) fn is_reported(&self, code: Code) -> bool {
        self.level(code) != Level::Allow
    }
}
