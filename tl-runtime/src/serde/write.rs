//! From bytes to a serializer, event by event.

use crate::{
    read::options::Options,
    reflect::{
        json::{digits::Hex, form::Words, special, writer::is_shown},
        schema::{combinator::Combinator, field::Field, table::Schema},
        walk::{
            event::{Event, Scalar},
            events::Events,
            root::Root,
        },
    },
};
use alloc::format;
use core::cell::RefCell;
use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

/// Serializes the value in `bytes`.
pub(super) fn write<S: Serializer>(
    root: Root<'_>,
    schemas: &[Schema],
    bytes: &[u8],
    options: &Options,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let events = Events::new(schemas, root, bytes, options);
    let walk = Walk { events: RefCell::new(events), len: bytes.len() };
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
}

impl<'s, 'b> Walk<'s, 'b> {
    fn next<E: Error>(&self) -> Result<Event<'s, 'b>, E> {
        match self.events.borrow_mut().next() {
            Some(event) => event.map_err(E::custom),
            None => Err(E::custom("a value ends before its end")),
        }
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
                Event::Begin(combinator, _) => return named(walk, combinator, serializer),
                Event::BeginRound => return fields(walk, serializer.serialize_map(None)?),
                Event::BeginList(count, _) => return items(walk, count, serializer),
                Event::Scalar(scalar) => return Leaf(scalar).serialize(serializer),
                other => return Err(unexpected(&other)),
            }
        }
    }
}

/// An event that a walk never produces at this point.
fn unexpected<E: Error>(event: &Event<'_, '_>) -> E {
    E::custom(format_args!("{event:?} is out of place"))
}

fn named<S: Serializer>(
    walk: &Walk<'_, '_>,
    combinator: &Combinator,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    if combinator.shares_name() {
        let name = format!("{}#{:08x}", combinator.name(), combinator.id());
        map.serialize_entry("_", &name)?;
    } else {
        map.serialize_entry("_", combinator.name())?;
    }
    fields(walk, map)
}

fn fields<M: SerializeMap>(walk: &Walk<'_, '_>, mut map: M) -> Result<M::Ok, M::Error> {
    loop {
        match walk.next()? {
            Event::Field(field) if field.is_nat() => word(walk, field, &mut map)?,
            Event::Field(field) => map.serialize_entry(&*field.key(), &Next(walk))?,
            Event::Absent(_) => {}
            // The value of a predefined type that is an object here.
            Event::Scalar(scalar) => map.serialize_entry("value", &Leaf(scalar))?,
            Event::End(_) | Event::EndRound => return map.end(),
            other => return Err(unexpected(&other)),
        }
    }
}

/// Serializes a `#` unless the other fields determine it.
fn word<M: SerializeMap>(walk: &Walk<'_, '_>, field: &Field, map: &mut M) -> Result<(), M::Error> {
    match walk.next()? {
        Event::Scalar(Scalar::Nat(value)) if is_shown(Words::default(), field, value) => {
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
            Event::Item(_) => seq.serialize_element(&Next(walk))?,
            Event::EndList => return seq.end(),
            other => return Err(unexpected(&other)),
        }
    }
}

/// Serializes a value without parts.
struct Leaf<'b>(Scalar<'b>);

impl Serialize for Leaf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Scalar::Nat(value) => serializer.serialize_u32(value),
            Scalar::Int(value) => serializer.serialize_i32(value),
            Scalar::Long(value, _) => serializer.collect_str(&value),
            Scalar::Double(value) if value.is_finite() => serializer.serialize_f64(value),
            Scalar::Double(value) => serializer.collect_str(&special::Double(value)),
            Scalar::Float(value) if value.is_finite() => serializer.serialize_f32(value),
            Scalar::Float(value) => serializer.collect_str(&special::Float(value)),
            Scalar::Bool(value) => serializer.serialize_bool(value),
            Scalar::True => serializer.serialize_bool(true),
            Scalar::Text(text) => serializer.serialize_str(text),
            Scalar::Bytes(bytes, _) => serializer.collect_str(&Hex(bytes)),
            Scalar::Unknown(bytes) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("$hex", &format!("{}", Hex(bytes)))?;
                map.end()
            }
            Scalar::OfLayer { layer, name, bytes } => {
                let mut map = serializer.serialize_map(Some(3))?;
                map.serialize_entry("_", name)?;
                map.serialize_entry("$layer", &layer)?;
                map.serialize_entry("$hex", &format!("{}", Hex(bytes)))?;
                map.end()
            }
        }
    }
}
