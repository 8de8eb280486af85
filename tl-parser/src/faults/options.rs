//! The options of checking, including the levels of warnings.

use std::collections::{BTreeMap, BTreeSet};

use crate::{codes, diagnostic::Code, dialect::Dialect};

/// Options of checking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The dialect; `None` guesses it from the files.
    pub dialect: Option<Dialect>,
    /// The levels of single warnings. Warnings not listed here are reported, except `TL0206` (a written id
    /// that differs from the computed one), which is allowed by default.
    pub levels: BTreeMap<Code, Level>,
    /// The level of all other warnings.
    pub warnings: Warnings,
    /// Declarations, as `name#0123abcd`, whose written ids are known to differ from the computed ones.
    pub allowed_id_mismatches: BTreeSet<String>,
}

/// The level of a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The warning is not reported.
    Allow,
    /// The warning is reported as a warning.
    Warn,
    /// The warning is reported as an error.
    Deny,
}

/// The level of warnings that have no [`Level`] of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Warnings {
    /// Report them as warnings.
    #[default]
    Warn,
    /// Report them as errors.
    Deny,
}

impl Options {
    /// Returns the level of a warning.
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
