//! Which numbers are needed again while writing.

use std::collections::BTreeSet;

use super::{Codec, Name, Step};

/// Marks the numbers that a later step of `wire` is written by.
pub(crate) fn mark(wire: &mut [Step]) {
    let mut needed = BTreeSet::new();
    for step in wire.iter_mut().rev() {
        if let Step::Number(number) = step {
            number.is_needed = needed.contains(&number.local);
        }
        note(step, &mut needed);
    }
}

fn note(step: &Step, needed: &mut BTreeSet<Name>) {
    match step {
        Step::Number(number) => needed.extend(number.bit.iter().map(|bit| bit.word.clone())),
        Step::Required { codec, .. } => note_codec(codec, needed),
        Step::Optional { bit, codec, is_ruled, .. } => {
            if *is_ruled {
                needed.insert(bit.word.clone());
            }
            note_codec(codec, needed);
        }
        Step::Group { parts, .. } => {
            for part in parts {
                note_codec(&part.codec, needed);
            }
        }
        Step::Apart { part, .. } | Step::Column { part, .. } => note_codec(&part.codec, needed),
        Step::Flag { .. } | Step::Join { .. } | Step::Zip { .. } => {}
    }
}

fn note_codec(codec: &Codec, needed: &mut BTreeSet<Name>) {
    match codec {
        Codec::Repeat { times, is_ruled, element, .. } => {
            needed.extend(times.var.clone().filter(|_| *is_ruled));
            note_codec(element, needed);
        }
        Codec::Array { element } | Codec::VectorWith { element, .. } => {
            note_codec(element, needed);
        }
        Codec::Boxed(inner) | Codec::Predefined { inner, .. } => note_codec(inner, needed),
        Codec::Scalar(_)
        | Codec::Text(_)
        | Codec::Natural
        | Codec::Bare
        | Codec::Nothing
        | Codec::Vector { .. } => {}
    }
}
