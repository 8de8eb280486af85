//! JSON objects and arrays, and the names in them.

use crate::reflect::json::fault::{Problem, Refusal};
use crate::reflect::json::kind::wrong_kind;
use crate::reflect::json::near::nearest;
use crate::reflect::json::view::{Entries, Items, Json};
use crate::reflect::schema::{
    builtin::Builtin, combinator::Combinator, expr::Node, field::Field, table::Schema,
};
use alloc::{borrow::ToOwned, format, string::String, vec::Vec};

/// What TDLib's objects carry for the caller.
pub(super) const EXTRA: &[&str] = &["@extra", "@client_id"];

pub(super) fn object<'j>(json: Json<'j>, expected: &str) -> Result<Entries<'j>, Refusal> {
    match json {
        Json::Object(entries) => Ok(entries),
        _ => Err(wrong_kind(expected, json)),
    }
}

pub(super) fn array(json: Json<'_>) -> Result<Items<'_>, Refusal> {
    match json {
        Json::Array(items) => Ok(items),
        _ => Err(wrong_kind("an array", json)),
    }
}

/// Whether a value says that an optional field is not there.
pub(super) fn is_absent(field: &Field, schema: &Schema, json: Json<'_>) -> bool {
    let is_true = || match &field.ty.0 {
        Node::Apply(apply) => schema.builtin_of(apply) == Some(Builtin::True),
        _ => false,
    };
    match json {
        Json::Null => true,
        Json::Bool(false) => is_true(),
        _ => false,
    }
}

pub(super) fn missing(field: &str) -> Refusal {
    Refusal::new(Problem::Missing { field: field.to_owned() })
}

pub(super) fn no_form() -> Refusal {
    let reason = "the type has no known form on the wire".to_owned();
    Refusal::new(Problem::NoForm { reason })
}

pub(super) fn unknown_name<'n>(
    name: &str,
    expected: String,
    names: impl Iterator<Item = &'n str>,
) -> Refusal {
    let near = nearest(name_and_id(name).0, names).map(str::to_owned);
    Refusal::new(Problem::UnknownName { name: name.to_owned(), expected, near })
}

/// Refuses a name that several of `fitting` have, none of which is a constructor where another is a function.
pub(super) fn expect_one<'s>(
    name: &str,
    fitting: impl Iterator<Item = &'s Combinator>,
) -> Result<(), Refusal> {
    let all: Vec<&Combinator> = fitting.collect();
    match all.split_first() {
        Some((first, others)) if others.iter().any(|other| other.role() == first.role()) => {
            let all = all.iter().map(|it| format!("{}#{:08x}", it.name(), it.id())).collect();
            Err(Refusal::new(Problem::SharedName { name: name.to_owned(), all }))
        }
        _ => Ok(()),
    }
}

/// `message` and the id of `message#5bb8e511`.
pub(super) fn name_and_id(text: &str) -> (&str, Option<u32>) {
    match text.split_once('#') {
        Some((name, id)) => (name, u32::from_str_radix(id, 16).ok()),
        None => (text, None),
    }
}

pub(super) fn has_name(combinator: &Combinator, text: &str) -> bool {
    let (name, id) = name_and_id(text);
    let has_id = if text.contains('#') { id == Some(combinator.id()) } else { true };
    combinator.name() == name && has_id
}
