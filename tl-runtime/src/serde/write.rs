//! From bytes to a serializer, event by event.

use crate::{
    read::options::Options,
    reflect::{
        json::{form::Form, null::item_of, writer::is_shown},
        schema::{combinator::Combinator, field::Field, table::Schema},
        walk::{
            event::{Event, Scalar},
            events::Events,
            root::Root,
        },
    },
    serde::{leaf::Leaf, trail::Trail},
};
use alloc::format;
use core::cell::RefCell;
use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

/// Serializes the value in `bytes`.
pub(super) fn write<S: Serializer>(
    root: Root<'_>,
    schemas: &[Schema],
    form: Form,
    bytes: &[u8],
    options: &Options,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let events = Events::new(schemas, root, bytes, options);
    let trail = Trail::default();
    let walk = Walk { events: RefCell::new(events), len: bytes.len(), form, trail };
    let done = Next(&walk).serialize(serializer)?;
    // Bytes after the value are an error of the value.
    match walk.events.into_inner().find_map(Result::err) {
        Some(fault) => Err(Error::custom(fault)),
        None => Ok(done),
    }
}

/// A walk in progress.
struct Walk<'s, 'b> {
    events: RefCell<Events<'s, 'b>>,
    /// The number of bytes consumed.
    len: usize,
    form: Form,
    /// The place of the next value.
    trail: Trail<'s>,
}

impl<'s, 'b> Walk<'s, 'b> {
    fn next<E: Error>(&self) -> Result<Event<'s, 'b>, E> {
        match self.events.borrow_mut().next() {
            Some(event) => event.map_err(E::custom),
            None => Err(E::custom("a value ends before its end")),
        }
    }

    fn leaf<'w>(&'w self, scalar: Scalar<'b>) -> Leaf<'w, 'b> {
        Leaf { scalar, style: self.form.style, trail: &self.trail }
    }
}

/// Serializes the next value.
struct Next<'w, 's, 'b>(&'w Walk<'s, 'b>);

impl Serialize for Next<'_, '_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(walk) = self;
        loop {
            match walk.next()? {
                // The id of the value identifies its constructor.
                Event::Any => {}
                Event::Begin(combinator, _) if item_of(walk.form.style, combinator).is_some() => {
                    return nullable(walk, serializer);
                }
                Event::Begin(combinator, _) => return named(walk, combinator, serializer),
                Event::BeginRound => return fields(walk, serializer.serialize_map(None)?),
                Event::BeginList(count, _) => return items(walk, count, serializer),
                Event::Scalar(scalar) => return walk.leaf(scalar).serialize(serializer),
                other => return Err(unexpected(&other)),
            }
        }
    }
}

/// An event that a walk never produces at this point.
fn unexpected<E: Error>(event: &Event<'_, '_>) -> E {
    E::custom(format_args!("{event:?} is out of place"))
}

/// Serializes an item of a list, or null.
fn nullable<S: Serializer>(walk: &Walk<'_, '_>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut serializer = Some(serializer);
    let mut done = None;
    loop {
        let value = match walk.next()? {
            Event::Field(field) if !field.is_nat() => {
                serializer.take().map(|serializer| Next(walk).serialize(serializer))
            }
            Event::Absent(_) => serializer.take().map(Serializer::serialize_unit),
            Event::End(_) => {
                return done.ok_or_else(|| S::Error::custom("a list has an item without a value"));
            }
            // The word that says whether the item is null.
            _ => None,
        };
        if let Some(value) = value {
            done = Some(value?);
        }
    }
}

fn named<S: Serializer>(
    walk: &Walk<'_, '_>,
    combinator: &Combinator,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let key = walk.form.style.key();
    if combinator.shares_name() {
        let name = format!("{}#{:08x}", combinator.name(), combinator.id());
        map.serialize_entry(key, &name)?;
    } else {
        map.serialize_entry(key, combinator.name())?;
    }
    fields(walk, map)
}

fn fields<M: SerializeMap>(walk: &Walk<'_, '_>, mut map: M) -> Result<M::Ok, M::Error> {
    loop {
        match walk.next()? {
            Event::Field(field) if field.is_nat() => word(walk, field, &mut map)?,
            Event::Field(field) => {
                walk.trail.enter_field(field);
                map.serialize_entry(&*field.key(), &Next(walk))?;
                walk.trail.leave();
            }
            Event::Absent(_) => {}
            // The value of a predefined type that is an object here.
            Event::Scalar(scalar) => map.serialize_entry("value", &walk.leaf(scalar))?,
            Event::End(_) | Event::EndRound => return map.end(),
            other => return Err(unexpected(&other)),
        }
    }
}

/// Serializes a `#` unless the other fields determine it.
fn word<M: SerializeMap>(walk: &Walk<'_, '_>, field: &Field, map: &mut M) -> Result<(), M::Error> {
    match walk.next()? {
        Event::Scalar(Scalar::Nat(value)) if is_shown(walk.form.words, field, value) => {
            map.serialize_entry(&*field.key(), &value)
        }
        Event::Scalar(_) => Ok(()),
        other => Err(unexpected(&other)),
    }
}

fn items<S: Serializer>(walk: &Walk<'_, '_>, count: u32, serializer: S) -> Result<S::Ok, S::Error> {
    // A serializer may allocate memory for the count, but a count of items without bytes may be arbitrary.
    let len = usize::try_from(count).ok().filter(|count| *count <= walk.len);
    let mut seq = serializer.serialize_seq(len)?;
    loop {
        match walk.next()? {
            Event::Item(at) => {
                walk.trail.enter_item(at);
                seq.serialize_element(&Next(walk))?;
                walk.trail.leave();
            }
            Event::EndList => return seq.end(),
            other => return Err(unexpected(&other)),
        }
    }
}
