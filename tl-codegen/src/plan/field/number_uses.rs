//! Decides which numbers are needed again while writing.
//!
//! Goldens: `numbers`, `parameters`.

use std::collections::BTreeSet;

use crate::plan::model::{
    codec::Codec,
    item::Given,
    rust::Name,
    wire::{Bit, Number, Rest, Step},
};

/// The numbers from outside on which reading and writing depend.
#[derive(Debug)]
pub(crate) struct Needs {
    read: BTreeSet<Name>,
    written: BTreeSet<Name>,
}

impl Needs {
    /// Returns the numbers from outside on which reading depends.
    pub(crate) fn read_by(&self, params: &[Name]) -> Given {
        given(params, &self.read)
    }

    /// Returns the numbers from outside on which writing depends.
    pub(crate) fn written_by(&self, params: &[Name]) -> Given {
        given(params, &self.written)
    }
}

fn given(params: &[Name], used: &BTreeSet<Name>) -> Given {
    if params.iter().any(|name| used.contains(name)) {
        Given::Named(params.iter().map(|name| used.get(name).cloned()).collect())
    } else {
        Given::Unused
    }
}

/// Returns whether reading a value depends on numbers from outside.
pub(crate) fn depends(codec: &Codec) -> bool {
    let mut needed = BTreeSet::new();
    note_codec(codec, Use::Reading, &mut needed);
    !needed.is_empty()
}

/// Marks the numbers that a later step of `wire` needs in writing, and those that anything needs in reading.
pub(crate) fn mark(wire: &mut [Step]) -> Needs {
    let (mut written, mut read) = (BTreeSet::new(), BTreeSet::new());
    for step in wire.iter_mut().rev() {
        if let Step::Number(number) = step {
            number.is_needed = written.contains(&number.local);
            let is_used = number.rest != Rest::None || number.unsure != 0;
            number.is_read = is_used || read.contains(&number.local);
        }
        note(step, &mut written);
        note_read(step, &mut read);
    }
    Needs { read, written }
}

/// Returns whether all numbers must be known before the first of them is written.
pub(crate) fn come_first(wire: &[Step]) -> bool {
    wire.iter().any(|step| match step {
        Step::Number(number) => number.bit.is_some() || !number.tells.is_empty(),
        _ => false,
    })
}

fn note_read(step: &Step, needed: &mut BTreeSet<Name>) {
    match step {
        Step::Number(Number { bit: Some(bit), .. })
        | Step::Flag { bit, .. }
        | Step::Optional { bit, .. }
        | Step::Group { bit, .. }
        | Step::Apart { bit, .. } => drop(needed.insert(bit.word.clone())),
        Step::Column { count, .. } => drop(needed.insert(count.clone())),
        Step::Number(_) | Step::Required { .. } | Step::Zip { .. } | Step::Join { .. } => {}
    }
    match step {
        Step::Required { codec, .. } | Step::Optional { codec, .. } => {
            note_codec(codec, Use::Reading, needed);
        }
        Step::Group { parts, .. } => {
            for part in parts {
                note_codec(&part.codec, Use::Reading, needed);
            }
        }
        Step::Apart { part, .. } | Step::Column { part, .. } => {
            note_codec(&part.codec, Use::Reading, needed);
        }
        Step::Number(_) | Step::Flag { .. } | Step::Zip { .. } | Step::Join { .. } => {}
    }
}

/// The purpose for which a number is needed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Reading,
    Writing,
}

fn note(step: &Step, needed: &mut BTreeSet<Name>) {
    needed.extend(checked(step).map(|bit| bit.word.clone()));
    match step {
        Step::Number(number) => needed.extend(number.bit.iter().map(|bit| bit.word.clone())),
        Step::Required { codec, .. } | Step::Optional { codec, .. } => {
            note_codec(codec, Use::Writing, needed);
        }
        Step::Group { parts, .. } => {
            for part in parts {
                note_codec(&part.codec, Use::Writing, needed);
            }
        }
        Step::Column { count, index: 0, is_ruled: true, part, .. } => {
            needed.insert(count.clone());
            note_codec(&part.codec, Use::Writing, needed);
        }
        Step::Apart { part, .. } | Step::Column { part, .. } => {
            note_codec(&part.codec, Use::Writing, needed);
        }
        Step::Flag { .. } | Step::Join { .. } | Step::Zip { .. } => {}
    }
}

/// Returns the bit that a step checks against the field's presence.
fn checked(step: &Step) -> Option<&Bit> {
    match step {
        Step::Flag { bit, is_ruled: true, .. }
        | Step::Optional { bit, is_ruled: true, .. }
        | Step::Group { bit, is_ruled: true, .. }
        | Step::Apart { bit, index: 0, is_ruled: true, .. } => Some(bit),
        _ => None,
    }
}

fn note_codec(codec: &Codec, at: Use, needed: &mut BTreeSet<Name>) {
    match codec {
        Codec::Repeat { times, is_ruled, element, .. } => {
            needed.extend(times.var.clone().filter(|_| *is_ruled || at == Use::Reading));
            note_codec(element, at, needed);
        }
        Codec::Array { element } | Codec::VectorWith { element, .. } => {
            note_codec(element, at, needed);
        }
        Codec::Boxed(inner, _) | Codec::Predefined { inner, .. } => note_codec(inner, at, needed),
        Codec::With { numbers, .. } => {
            needed.extend(numbers.iter().filter_map(|number| number.var.clone()));
        }
        Codec::Within
        | Codec::Delimited
        | Codec::Scalar(_)
        | Codec::Text(_)
        | Codec::Natural
        | Codec::Bare
        | Codec::Nothing
        | Codec::Vector { .. } => {}
    }
}
