//! The docs of fields.
//!
//! Goldens: `docs`, `shared_bits`, `kept_bits`, `nulls`.

use std::fmt::{Display, from_fn};

use typelang_parser::{
    nullable::is_bits,
    schema::{Combinator, Condition, Field},
};

use crate::facts::known::{First, Since};
use crate::markdown::text;
use crate::plan::expand::numbers::Numbers;
use crate::plan::model::wire::{Presence, Rest};

/// The context of the docs of a combinator's fields.
#[derive(Clone, Copy)]
pub(crate) struct FieldDocs<'a> {
    pub(crate) combinator: &'a Combinator,
    pub(crate) numbers: &'a Numbers,
    pub(crate) since: &'a Since,
}

impl FieldDocs<'_> {
    /// Returns the docs of a field: the schema's text, its bit if it is optional, and its first layer if it
    /// is newer than its item.
    pub(crate) fn field(&self, field: &Field) -> Vec<String> {
        let bit = field.condition.and_then(|bit| match self.sharers(field, bit) {
            // A field's text says so itself.
            _ if is_bits(&self.combinator[bit.mask].name) => {
                field.docs.is_none().then(|| "May be null.".to_owned())
            }
            sharers if sharers.is_empty() => Some(format!("Optional: {}.", self.bit(bit))),
            sharers => Some(format!("Optional: {}, shared with {sharers}.", self.bit(bit))),
        });
        self.said(field, bit)
    }

    /// Returns the docs of a `bool` that is a bit.
    pub(crate) fn flag(&self, field: &Field) -> Vec<String> {
        self.said(field, field.condition.map(|bit| format!("Flag: {}.", self.bit(bit))))
    }

    /// Returns the docs of the method for a `true` whose bit other fields determine.
    pub(crate) fn accessor(&self, field: &Field, presence: &Presence) -> Vec<String> {
        let name = field.name.as_deref().unwrap_or_default();
        let bit = field.condition.map(|bit| format!(", {}", self.bit(bit))).unwrap_or_default();
        let told_by = told_by(presence);
        let sentence = format!(
            "Returns whether the flag `{name}`{bit}, is set. It is if and only if {told_by} is."
        );
        self.said(field, Some(sentence))
    }

    /// Returns the docs of the field that keeps the undetermined part of a number.
    pub(crate) fn kept(&self, field: &Field, rest: &Rest) -> Vec<String> {
        let name = field.name.as_deref().unwrap_or("#");
        let sentence = match rest {
            Rest::Bits(..) => format!("The bits of `{name}` that no field determines."),
            Rest::All(_) | Rest::None => format!("The number `{name}`, which no field determines."),
        };
        self.said(field, Some(sentence))
    }

    /// Returns the docs of the field that holds all values of one bit.
    pub(crate) fn tuple(&self, fields: &[&Field]) -> Vec<String> {
        let bit = fields.iter().find_map(|field| field.condition);
        let bit = bit.map(|bit| format!(", since they share {}", self.bit(bit)));
        let bit = bit.unwrap_or_default();
        self.several(fields, &format!("present together or not at all{bit}"))
    }

    /// Returns the docs of the vector that holds the rows of several repetitions.
    pub(crate) fn rows(&self, fields: &[&Field]) -> Vec<String> {
        self.several(fields, "as many of each, since one number counts them")
    }

    fn several(&self, fields: &[&Field], what: &str) -> Vec<String> {
        let mut lines = vec![format!("{}: {what}.", names(fields.iter().copied()))];
        for field in fields {
            let mut said = self.said(field, None);
            if let Some(first) = said.first_mut() {
                first.insert_str(0, &format!("{}: ", names([*field])));
                lines.push(String::new());
            }
            lines.extend(said);
        }
        lines
    }

    /// Returns the schema's text for a field, then `sentence`, then the layer of a field that is newer than
    /// its item.
    fn said(&self, field: &Field, sentence: Option<String>) -> Vec<String> {
        let mut lines = field.docs.as_deref().map(text).unwrap_or_default();
        let name = field.name.as_deref().unwrap_or_default();
        let since = self.since.field(&self.combinator.name, name).map(First::sentence);
        let last = match (sentence, since) {
            (Some(sentence), Some(since)) => Some(format!("{sentence} {since}")),
            (sentence, since) => sentence.or(since),
        };
        if last.is_some() && !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(last);
        lines
    }

    /// `bit 3 of flags`
    fn bit(&self, Condition { mask, bit }: Condition) -> impl Display {
        from_fn(move |f| write!(f, "bit {bit} of `{}`", self.combinator[mask].name))
    }

    /// Returns the names of the other fields behind a bit.
    fn sharers(&self, field: &Field, bit: Condition) -> String {
        let all = self.numbers.members(bit).iter().map(|at| &self.combinator.fields[*at]);
        names(all.filter(|other| other.name != field.name))
    }
}

fn names<'f>(fields: impl IntoIterator<Item = &'f Field>) -> String {
    let names = fields.into_iter().map(|it| format!("`{}`", it.name.as_deref().unwrap_or("#")));
    names.collect::<Vec<_>>().join(", ")
}

/// Returns the fields that determine a bit.
fn told_by(presence: &Presence) -> String {
    match presence {
        Presence::Flag(field) | Presence::Some(field) => format!("`{}`", field.as_str()),
        Presence::Number(number) => format!("`{}`", number.as_str()),
        Presence::Any(all) => all.iter().map(told_by).collect::<Vec<_>>().join(" or "),
    }
}
