//! Why a value is not written.

use alloc::{borrow::Cow, boxed::Box, format, string::String, vec::Vec};
use core::fmt;

use crate::wire::counted::Counted;

/// Two parts of a value disagree, so no bytes represent both.
///
/// In TL one number may control several parts: all rows of a matrix have as many columns as one `#` says. If the parts
/// of a type may disagree in Rust, encode its values with [`Encode::try_to_bytes`](crate::Encode::try_to_bytes), which
/// returns this error.
#[derive(Clone, PartialEq, Eq)]
pub struct Disagreement(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    kind: DisagreementKind,
    /// The steps to the part, innermost first.
    steps: Vec<Step>,
}

#[derive(Clone, PartialEq, Eq)]
enum Step {
    Field(&'static str),
    Item(usize),
}

/// The kinds of [`Disagreement`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DisagreementKind {
    /// The number of items differs.
    Count {
        /// The number that another part of the value gives.
        expected: u32,
        /// The number of items.
        found: usize,
    },
    /// The presence of a field differs.
    Presence {
        /// The bit that controls the field.
        bit: u8,
        /// Whether the field is present; another part of the value says the opposite.
        found: bool,
    },
    /// The sum of a number and a constant is more than 2³² - 1.
    Sum {
        /// The number.
        number: u32,
        /// The constant.
        plus: u32,
    },
}

impl Disagreement {
    #[cold]
    pub(crate) fn new(kind: DisagreementKind) -> Self {
        Self(Box::new(Inner { kind, steps: Vec::new() }))
    }

    pub(crate) fn in_field(&mut self, name: &'static str) {
        self.0.steps.push(Step::Field(name));
    }

    pub(crate) fn in_item(&mut self, at: usize) {
        self.0.steps.push(Step::Item(at));
    }

    /// What the parts disagree on.
    #[must_use]
    pub fn kind(&self) -> DisagreementKind {
        self.0.kind
    }

    /// The path from the value to the part that disagrees with an earlier one, in the schema's names: `m.rows[1]`.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for step in self.0.steps.iter().rev() {
            let step: Cow<'_, str> = match step {
                Step::Item(at) => format!("[{at}]").into(),
                Step::Field(name) if path.is_empty() => (*name).into(),
                Step::Field(name) => format!(".{name}").into(),
            };
            path.push_str(&step);
        }
        path
    }
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path();
        match self.kind() {
            DisagreementKind::Count { expected, found } => write!(
                f,
                "`{path}` has {} where another part of the value says {expected}; give both as many",
                Counted(found, "item")
            ),
            DisagreementKind::Presence { bit, found: true } => write!(
                f,
                "`{path}` is set, but another part of the value says by bit {bit} that it is not; set both or neither"
            ),
            DisagreementKind::Presence { bit, found: false } => write!(
                f,
                "`{path}` is unset, but another part of the value says by bit {bit} that it is set; set both or neither"
            ),
            DisagreementKind::Sum { number, plus } => {
                write!(
                    f,
                    "`{path}` depends on {number} + {plus}, which is more than 2^32 - 1; use a smaller number"
                )
            }
        }
    }
}

/// The same text as [`Display`](fmt::Display), because `unwrap` prints it.
impl fmt::Debug for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Disagreement({self})")
    }
}

impl core::error::Error for Disagreement {}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn one_item_is_no_plural() {
        let shown = |found| {
            let mut fault = Disagreement::new(DisagreementKind::Count { expected: 3, found });
            fault.in_field("rows");
            fault.to_string()
        };
        let rest = "where another part of the value says 3; give both as many";
        assert_eq!(shown(1), format!("`rows` has 1 item {rest}"));
        assert_eq!(shown(2), format!("`rows` has 2 items {rest}"));
    }
}
