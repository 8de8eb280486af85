//! The path of a part: `updates.users[3].photo`.

use crate::reflect::schema::field::Field;
use alloc::string::String;
use core::fmt::Write as _;

/// A step of a path.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'s> {
    Root(&'s str),
    Field(&'s Field),
    Item(usize),
}

/// Spells a path.
pub(super) fn path(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        // Writing to a string does not fail.
        _ = match step {
            Step::Root(name) => path.write_str(name),
            Step::Field(field) => write!(path, ".{}", field.key()),
            Step::Item(at) => write!(path, "[{at}]"),
        };
    }
    path
}
