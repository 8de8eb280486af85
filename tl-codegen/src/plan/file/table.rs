//! The root's constants.
//!
//! Goldens: `layers`, `ton`, `facts`, `nulls`, `unknown`, `kept_bits`, `kept_bits_of`.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::{
    Dialect, Schema,
    docs_file::Caller,
    schema::{Field, TypeExpr},
    syntax::Role,
};

use crate::facts::known::{Facts, First};
use crate::plan::field::tables::Asked;
use crate::plan::item::items::Items;
use crate::plan::model::file::{Embedding, Item, MethodFacts, Table};
use crate::queries::has_free_bits;
use crate::request::{
    item_request::Request,
    matching::{Answers, Requests},
};
use crate::select::selection::Selected;

/// Returns the names of the types whose enums have a variant for values of other layers.
fn unknown(items: &Items) -> Vec<String> {
    let names = items.all.values().filter_map(|item| match item {
        Item::Enum(item) => item.unknown.as_ref().map(|_| item.tl_name.clone()),
        _ => None,
    });
    names.collect()
}

/// Returns the layer, which is the highest layer mark if none is stated, and the names by id. If names share
/// an id, the alphabetically first one is listed.
///
/// Where free bits are kept, the carried schema keeps them too, so that opaque values and JSON agree with the types.
pub(crate) fn table(selected: &Selected<'_>, asked: Asked<'_>, items: &Items) -> Table {
    let (schema, Asked { settings, requests, .. }) = (&*selected.schema, asked);
    let mut names: BTreeMap<u32, &str> = BTreeMap::new();
    for combinator in schema.combinators.iter().filter(|combinator| !combinator.builtin) {
        let name = names.entry(combinator.id).or_insert(&combinator.name);
        *name = (*name).min(combinator.name.as_str());
    }
    let names = names.into_iter().map(|(id, name)| (id, name.to_owned())).collect();
    let marked = schema.combinators.iter().filter_map(|combinator| combinator.layer).max();
    let keeps_all = settings.requests.iter().any(Request::keeps_all_bits);
    let embedding = match schema.dialect {
        Dialect::Tdlib => Embedding::Tdlib,
        dialect if keeps_all || has_free_bits(dialect) => Embedding::KeepingFreeBits,
        _ => Embedding::Plain,
    };
    let kept = match embedding {
        Embedding::KeepingFreeBits => Vec::new(),
        _ => kept(&selected.carried, requests),
    };
    let layer = schema.layer.or(marked);
    let facts = facts(schema, &settings.read.facts);
    let reflects = asked.reflects();
    Table { layer, names, facts, reflects, embedding, kept, unknown: unknown(items) }
}

/// Returns the names of the combinators whose free bits the user keeps. Opaque values hold some that are not generated.
fn kept(carried: &Schema, requests: &Requests<'_>) -> Vec<String> {
    let with_words = carried.combinators.iter().filter(|it| has_word(&it.fields));
    let names: BTreeSet<&String> = with_words.map(|it| &it.name).collect();
    let is_kept = |name: &&String| requests.keeps_bits(&mut Answers::default(), name);
    names.into_iter().filter(is_kept).cloned().collect()
}

/// Returns whether a flag word is among the fields or in their repetitions.
fn has_word(fields: &[Field]) -> bool {
    fields.iter().any(|field| match &field.ty {
        TypeExpr::Nat => true,
        TypeExpr::Repetition(repetition) => has_word(&repetition.fields),
        _ => false,
    })
}

/// Returns the facts about the schema's methods, by name.
fn facts(schema: &Schema, known: &Facts) -> Vec<MethodFacts> {
    let methods = schema.combinators.iter().filter(|one| one.role == Role::Function);
    let names: BTreeSet<&str> = methods.map(|method| method.name.as_str()).collect();
    names
        .into_iter()
        .filter(|name| known.is_about(name))
        .map(|name| of_method(name, known))
        .collect()
}

fn of_method(name: &str, known: &Facts) -> MethodFacts {
    let since = known.since.item(name).map(First::seen);
    let known = known.methods.get(name).cloned().unwrap_or_default();
    let is_sure = |caller: &&Caller| !known.disputed.contains(caller);
    let callers = known.callers.iter().filter(is_sure).map(|caller| bit(*caller));
    let callers = callers.fold(0, |all, bit| all | bit);
    MethodFacts {
        name: name.to_owned(),
        callers,
        since,
        errors: known.errors.into_iter().collect(),
    }
}

/// Returns the bit of a caller in the runtime's `Callers`.
fn bit(caller: Caller) -> u8 {
    match caller {
        Caller::Users => 1,
        Caller::Bots => 2,
        Caller::Business => 4,
        Caller::Anyone => 8,
    }
}
