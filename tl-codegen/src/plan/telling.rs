//! What parts of a struct say of a number that they are written by.

use super::{Amount, Codec, Name, Step};

/// A part of a struct, and what it says of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tells {
    /// The part.
    pub holder: Holder,
    /// What it says.
    pub telling: Telling,
}

/// Where a value lies in a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A field.
    Field(Name),
    /// A field that may be absent.
    Optional(Name),
    /// One value of a tuple that may be absent: the field, how many values the tuple has, which of them.
    Grouped(Name, usize, usize),
    /// A field of a struct that may be absent.
    Member(Name, Name),
    /// One value of each tuple in a vector: the field, how many values a tuple has, which of them.
    Column(Name, usize, usize),
}

/// How a value says something of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Telling {
    /// By its length, which is so much more than the number.
    Length {
        /// How much.
        plus: u32,
    },
    /// By what depends on it as a parameter of the value's type.
    Param {
        /// Whether the value is written without its id.
        is_bare: bool,
        /// How many parameters there are.
        of: usize,
        /// Which of them.
        index: usize,
        /// How much more than the number it is given.
        plus: u32,
    },
    /// By what each of its items says.
    Each(Box<Telling>),
    /// By what the value behind the pointer says.
    Boxed(Box<Telling>),
    /// By each of these.
    All(Vec<Telling>),
}

/// What the parts of a struct say of the number in the variable `local`.
pub(crate) fn tells(wire: &[Step], local: &Name) -> Vec<Tells> {
    let tells = |(holder, codec)| Some(Tells { holder, telling: telling(codec, local)? });
    wire.iter().flat_map(parts).filter_map(tells).collect()
}

/// The values that a step writes.
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
        Codec::Boxed(inner) => Some(Telling::Boxed(Box::new(telling(inner, local)?))),
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
