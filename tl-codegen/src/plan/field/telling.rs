//! Decides what the parts of a struct determine of the numbers they depend on.
//!
//! Goldens: `numbers`, `parameters`.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::model::{
    codec::{Amount, Codec},
    rust::Name,
    telling::{Holder, Telling, Tells},
    wire::Step,
};

/// Returns what the parts of a struct determine of numbers, by the numbers' variables; each part is visited
/// once.
pub(crate) fn tells(wire: &[Step]) -> BTreeMap<Name, Vec<Tells>> {
    let mut all: BTreeMap<Name, Vec<Tells>> = BTreeMap::new();
    for (holder, codec) in wire.iter().filter(|step| takes_numbers(step)).flat_map(parts) {
        let mut locals = BTreeSet::new();
        note_locals(codec, &mut locals);
        for local in locals {
            if let Some(telling) = telling(codec, local) {
                all.entry(local.clone())
                    .or_default()
                    .push(Tells { holder: holder.clone(), telling });
            }
        }
    }
    all
}

/// Returns whether a value that a step writes depends on numbers.
fn takes_numbers(step: &Step) -> bool {
    let depends = |codec: &Codec| {
        let mut locals = BTreeSet::new();
        note_locals(codec, &mut locals);
        !locals.is_empty()
    };
    match step {
        Step::Number(_) | Step::Flag { .. } | Step::Join { .. } | Step::Zip { .. } => false,
        Step::Required { codec, .. } | Step::Optional { codec, .. } => depends(codec),
        Step::Group { parts, .. } => parts.iter().any(|part| depends(&part.codec)),
        Step::Apart { part, .. } | Step::Column { part, .. } => depends(&part.codec),
    }
}

/// Collects the variables of the numbers on which a value depends.
fn note_locals<'c>(codec: &'c Codec, locals: &mut BTreeSet<&'c Name>) {
    match codec {
        Codec::With { numbers, .. } => {
            locals.extend(numbers.iter().filter_map(|number| number.var.as_ref()));
        }
        Codec::Repeat { times, element, .. } => {
            locals.extend(&times.var);
            note_locals(element, locals);
        }
        Codec::Array { element } | Codec::VectorWith { element, .. } => {
            note_locals(element, locals);
        }
        Codec::Boxed(inner, _) | Codec::Predefined { inner, .. } => note_locals(inner, locals),
        _ => {}
    }
}

/// Returns the values that a step writes.
fn parts(step: &Step) -> Vec<(Holder, &Codec)> {
    match step {
        Step::Number(_) | Step::Flag { .. } | Step::Join { .. } | Step::Zip { .. } => Vec::new(),
        Step::Required { field, codec, .. } => vec![(Holder::Field(field.clone()), codec)],
        Step::Optional { field, codec, .. } => vec![(Holder::Optional(field.clone()), codec)],
        Step::Group { field, parts, record, .. } => {
            let holder = |at: usize| match record {
                Some(record) => Holder::Member(field.clone(), record.fields[at].clone()),
                None => Holder::Grouped(field.clone(), parts.len(), at),
            };
            parts.iter().enumerate().map(|(at, part)| (holder(at), &part.codec)).collect()
        }
        Step::Apart { field, of, index, part, record, .. } => {
            let holder = match record {
                Some(record) => Holder::Member(field.clone(), record.fields[*index].clone()),
                None => Holder::Grouped(field.clone(), *of, *index),
            };
            vec![(holder, &part.codec)]
        }
        Step::Column { field, of, index, part, .. } => {
            vec![(Holder::Column(field.clone(), *of, *index), &part.codec)]
        }
    }
}

fn telling(codec: &Codec, local: &Name) -> Option<Telling> {
    let is_it = |amount: &Amount| amount.var.as_ref() == Some(local);
    let each = |element: &Codec| Some(Telling::Each(Box::new(telling(element, local)?)));
    match codec {
        Codec::With { is_bare, numbers } => {
            let given = numbers.iter().enumerate().filter(|(_, amount)| is_it(amount));
            let param = |(index, amount): (usize, &Amount)| {
                let (is_bare, of, plus) = (*is_bare, numbers.len(), amount.plus);
                Telling::Param { is_bare, of, index, plus }
            };
            all(given.map(param).collect())
        }
        Codec::Repeat { times, element, .. } => {
            let length = is_it(times).then_some(Telling::Length { plus: times.plus });
            all(length.into_iter().chain(each(element)).collect())
        }
        Codec::Array { element } | Codec::VectorWith { element, .. } => each(element),
        Codec::Boxed(inner, _) => Some(Telling::Boxed(Box::new(telling(inner, local)?))),
        Codec::Predefined { inner, .. } => telling(inner, local),
        Codec::Within
        | Codec::Scalar(_)
        | Codec::Text(_)
        | Codec::Natural
        | Codec::Delimited
        | Codec::Bare
        | Codec::Nothing
        | Codec::Vector { .. } => None,
    }
}

fn all(mut tellings: Vec<Telling>) -> Option<Telling> {
    match tellings.len() {
        0 | 1 => tellings.pop(),
        _ => Some(Telling::All(tellings)),
    }
}
