//! Parameters of methods and fields of constructors.

use serde::Serialize;
use typelang_parser::{
    Schema,
    nullable::may_be_null,
    schema::{Builtin, Combinator, Field, Form, TypeExpr},
    syntax::Role,
};

use super::{first_layer::FirstLayer, link::Link, spelled::Speller};
use crate::facts::Facts;

/// A parameter or field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Param {
    /// Its name, or its place if it has none.
    pub name: String,
    /// Its type, without the condition.
    pub ty: Vec<Link>,
    /// Whether it has to be given.
    pub need: Need,
    /// `need` in words: `optional flag`.
    pub need_label: &'static str,
    /// The bit that says whether it is present.
    pub flag: Option<Flag>,
    /// The other parameters behind the same bit.
    pub shares: Vec<String>,
    /// The first layer that has it, where that is later than the item's own.
    pub since: Option<FirstLayer>,
    /// The description; empty if there is none.
    pub docs: String,
}

/// Whether a parameter has to be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Need {
    /// It is always present.
    Required,
    /// It may be left out.
    Optional,
    /// It may be left out, and being there is all that it says.
    Flag,
    /// Encoders compute it from the other ones.
    Computed,
    /// It is present, and its text says that it may be null.
    Nullable,
}

/// A bit of a flag word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Flag {
    /// The flag word.
    pub word: String,
    /// The bit, from 0.
    pub bit: u8,
}

/// The parameters of a combinator.
pub(super) fn params(
    schema: &Schema,
    speller: &Speller<'_>,
    combinator: &Combinator,
    facts: &Facts,
) -> Vec<Param> {
    let known = facts.since.get(&combinator.name);
    let since = |field: &Field| known?.fields.get(field.name.as_deref()?);
    let param = |(place, field): (usize, &Field)| Param {
        name: key(place, field),
        ty: speller.field_type(combinator, field),
        need: need(schema, combinator, field),
        need_label: need(schema, combinator, field).label(),
        flag: field
            .condition
            .map(|it| Flag { word: combinator[it.mask].name.clone(), bit: it.bit }),
        shares: shares(combinator, place, field),
        since: since(field).map(|layer| FirstLayer::new(*layer, &facts.layers)),
        docs: docs(field, need(schema, combinator, field), combinator.role),
    };
    combinator.fields.iter().enumerate().map(param).collect()
}

impl Need {
    const fn label(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Optional => "optional",
            Self::Flag => "optional flag",
            Self::Computed => "computed",
            Self::Nullable => "may be null",
        }
    }
}

fn docs(field: &Field, need: Need, role: Role) -> String {
    let known = field.docs.clone().unwrap_or_default();
    if !known.is_empty() || need != Need::Computed {
        return known;
    }
    let fields = if role == Role::Function { "parameters" } else { "fields" };
    format!("Says which optional {fields} are present. Encoders compute it.")
}

fn key(place: usize, field: &Field) -> String {
    field.name.clone().unwrap_or_else(|| place.to_string())
}

fn shares(combinator: &Combinator, place: usize, field: &Field) -> Vec<String> {
    let Some(condition) = field.condition else { return Vec::new() };
    let fields = combinator.fields.iter().enumerate();
    let others = fields.filter(|(at, it)| *at != place && it.condition == Some(condition));
    others.map(|(at, it)| key(at, it)).collect()
}

fn need(schema: &Schema, combinator: &Combinator, field: &Field) -> Need {
    match &field.ty {
        TypeExpr::Apply(apply) if field.condition.is_some() => {
            let is_true =
                apply.form == Form::Bare && schema[apply.ty].builtin == Some(Builtin::True);
            if is_true { Need::Flag } else { Need::Optional }
        }
        _ if field.condition.is_some() => Need::Optional,
        TypeExpr::Nat if is_flag_word(combinator, field) => Need::Computed,
        _ if may_be_null(schema, field) => Need::Nullable,
        _ => Need::Required,
    }
}

/// Whether fields depend on bits of this field.
fn is_flag_word(combinator: &Combinator, field: &Field) -> bool {
    let depends = |other: &Field| other.condition.is_some_and(|it| Some(it.mask) == field.defines);
    combinator.fields.iter().any(depends)
}
