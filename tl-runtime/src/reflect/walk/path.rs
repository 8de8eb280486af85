//! The way to a field.

use crate::reflect::schema::field::Field;
use crate::reflect::walk::frame::Frame;
use alloc::string::String;
use core::fmt::Write;

/// The way to what is open innermost: `updates.users[3].photo`.
pub(crate) fn path(frames: &[Frame<'_>]) -> String {
    let mut path = String::new();
    for frame in frames {
        // Writing to a string does not fail.
        _ = match *frame {
            Frame::Value { combinator, next, .. } => {
                if path.is_empty() {
                    path.push_str(combinator.name());
                }
                step(&mut path, combinator.fields(), next)
            }
            Frame::Round { repetition, next, .. } => step(&mut path, &repetition.fields, next),
            Frame::Items { next, .. } | Frame::Rounds { next, .. } => match next.checked_sub(1) {
                Some(item) => write!(path, "[{item}]"),
                None => Ok(()),
            },
            Frame::Deeper | Frame::Bounded { .. } => Ok(()),
        };
    }
    path
}

/// Adds the field before `next`, if there is one.
fn step(path: &mut String, fields: &[Field], next: usize) -> core::fmt::Result {
    let Some(at) = next.checked_sub(1) else { return Ok(()) };
    match fields.get(at).map(Field::name) {
        None => Ok(()),
        Some("") => write!(path, ".{at}"),
        Some(name) => write!(path, ".{name}"),
    }
}
