//! One difference between two schemas.

use crate::compare::{api::Api, verdict::Verdict};

/// A combinator or type that differs.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) how: How,
    pub(crate) what: What,
    pub(crate) name: String,
    /// The type that a constructor makes, or the response of a method; of a type, its name.
    pub(crate) ty: String,
    /// The old and the new id; types have none.
    pub(crate) ids: (Option<u32>, Option<u32>),
    pub(crate) verdict: Verdict,
    pub(crate) api: Api,
    pub(crate) details: Vec<Detail>,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    Constructor,
    Method,
    Type,
}

impl What {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Constructor => "constructor",
            Self::Method => "method",
            Self::Type => "type",
        }
    }
}

/// A field, a constructor of a type, or the type that a combinator makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Detail {
    pub(crate) name: String,
    /// What it was, and what it is; none if it was or is not there.
    pub(crate) old: Option<String>,
    pub(crate) new: Option<String>,
    pub(crate) verdict: Verdict,
    pub(crate) api: Api,
}

impl Detail {
    pub(crate) const fn how(&self) -> How {
        How::of(self.old.as_ref(), self.new.as_ref())
    }
}

/// Whether something was added, removed or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    Added,
    Removed,
    Changed,
}

impl How {
    pub(crate) const fn of<T>(old: Option<&T>, new: Option<&T>) -> Self {
        match (old, new) {
            (None, _) => Self::Added,
            (_, None) => Self::Removed,
            _ => Self::Changed,
        }
    }

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}
