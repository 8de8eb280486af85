//! The docs of fields.
//!
//! Goldens: `docs`, `shared_bits`, `kept_bits`.

use typelang_parser::schema::Field;

use crate::markdown::text;
use crate::plan::model::wire::{Presence, Rest};

/// The docs of a field: what the schema says.
pub(crate) fn field(field: &Field) -> Vec<String> {
    field.docs.as_deref().map(text).unwrap_or_default()
}

/// The docs of the method for a `true` whose bit another field tells of.
pub(crate) fn accessor(field: &Field, presence: &Presence) -> Vec<String> {
    let mut lines = self::field(field);
    if !lines.is_empty() {
        lines.push(String::new());
    }
    let name = field.name.as_deref().unwrap_or_default();
    lines.push(format!(
        "Whether the flag `{name}` is set, which it is if and only if {} is.",
        told_by(presence)
    ));
    lines
}

/// The fields that tell of a bit.
fn told_by(presence: &Presence) -> String {
    match presence {
        Presence::Flag(field) | Presence::Some(field) => format!("`{}`", field.as_str()),
        Presence::Number(number) => format!("`{}`", number.as_str()),
        Presence::Any(all) => all.iter().map(told_by).collect::<Vec<_>>().join(" or "),
    }
}

/// The docs of the field that keeps what of a number nothing determines.
pub(crate) fn kept(field: &Field, rest: &Rest) -> Vec<String> {
    let mut lines = self::field(field);
    if !lines.is_empty() {
        lines.push(String::new());
    }
    let name = field.name.as_deref().unwrap_or("#");
    lines.push(match rest {
        Rest::Bits(..) => format!("The bits of `{name}` that no field determines."),
        Rest::All(_) | Rest::None => format!("The number `{name}`, which no field determines."),
    });
    lines
}

/// The docs of the field that holds all values of one bit.
pub(crate) fn tuple(fields: &[&Field]) -> Vec<String> {
    several(fields, "all there or none, since they share a bit")
}

/// The docs of the vector that holds the rows of several repetitions.
pub(crate) fn rows(fields: &[&Field]) -> Vec<String> {
    several(fields, "as many of one as of the other, since one number counts them")
}

fn several(fields: &[&Field], what: &str) -> Vec<String> {
    let names: Vec<String> = fields
        .iter()
        .map(|field| format!("`{}`", field.name.as_deref().unwrap_or_default()))
        .collect();
    let mut lines = vec![format!("{}: {what}.", names.join(", "))];
    for (name, docs) in names.iter().zip(fields) {
        if let Some(docs) = &docs.docs {
            lines.push(String::new());
            let mut text = text(docs);
            if let Some(first) = text.first_mut() {
                first.insert_str(0, &format!("{name}: "));
            }
            lines.extend(text);
        }
    }
    lines
}
