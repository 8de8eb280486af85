//! Structs: constructors, methods, and parts of them.

use proc_macro2::{TokenStream, TokenTree};
use typelang_parser::{
    schema::{Combinator, CombinatorId},
    syntax::Role,
};

use super::{bounds, cloning, facts::Facts, traits};
use crate::plan::expand::{expanded::Part, params};
use crate::plan::field::{
    expr::value,
    fixed_width::writes,
    number_uses,
    response_type::natural,
    tables::Tables,
    value::{Place, Site},
};
use crate::plan::model::{
    codec::Codec,
    item::{Response, Struct},
    rust::{ItemPath, Name, RustType},
};
use crate::plan::shape::shapes::Shape;
use crate::{
    queries::{made_by, selected_by},
    refusals::Refusals,
};

/// The struct for a combinator, if it has one.
pub(crate) fn structure(
    facts: &Facts<'_>,
    refusals: &mut Refusals,
    id: CombinatorId,
    combinator: &Combinator,
) -> Option<(ItemPath, Struct)> {
    let tables = facts.tables;
    let path = tables.shapes.path(id)?;
    let only_of = made_by(combinator).filter(|ty| *tables.shapes.of(*ty) == Shape::Single(id));
    let decided = tables.fields(id).clone();
    let can_disagree = facts.disagreements.has(id);
    let response = response(tables, refusals, id, combinator);
    let may_fail = can_disagree && decided.numbers.is_empty();
    let docs = match combinator.role {
        Role::Constructor => facts.docs(path).constructor(id, only_of, may_fail),
        Role::Function => facts.docs(path).function(id, may_fail),
    };
    let names = selected_by(tables.schema, combinator, only_of);
    let params = params::in_order(combinator);
    refuse_params(tables, refusals, combinator, path, &params);
    let mut traits = traits::of_struct(tables, id, decided.numbers.len(), can_disagree);
    traits::compare_bits(&mut traits, &decided.list);
    let origin = tables.origin(id);
    let attributes = tables.asked.requests.item_attributes(&names);
    // Other crates have no literal for it.
    let has_literal = !attributes.iter().any(|text| is_non_exhaustive(text));
    let new = (origin.part == Part::Whole)
        .then(|| facts.zeros.constructor(tables, id, has_literal))
        .flatten();
    let has_default = new.as_ref().is_some_and(|new| new.defaults.is_some());
    let derives = traits::derive(&mut traits, tables.asked.requests.derives(&names), has_default);
    let cloning = cloning::of(&params, &decided.list, &derives);
    let server_feature = tables.asked.server_feature.filter(|_| combinator.role == Role::Function);
    let item = Struct {
        docs,
        attributes,
        derives,
        name: path.name.clone(),
        borrows: path.borrows,
        traits,
        cloning,
        coding: traits::coding(&origin.part, decided.numbers.len()),
        decode_feature: server_feature.map(str::to_owned),
        params,
        calls: calls(tables, refusals, id, combinator),
        numbers: decided.numbers,
        can_disagree,
        fields: decided.list,
        writes: writes(&decided.wire),
        numbers_first: number_uses::come_first(&decided.wire),
        wire: decided.wire,
        assembly: decided.assembly,
        tl_name: combinator.name.clone(),
        id: combinator.id,
        min_len: decided.min_len,
        nested: only_of.is_some_and(|ty| tables.cycles.is_nested(ty)),
        response,
        known: facts.known_of(combinator),
        accessors: decided.accessors,
        new,
    };
    Some((path.clone(), item))
}

/// Refuses type parameters that are called as the struct is, or as too many others are.
fn refuse_params(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    combinator: &Combinator,
    path: &ItemPath,
    params: &[Name],
) {
    bounds::refuse_crowd(refusals, combinator, params);
    if params.contains(&path.name) {
        let scope = format!("`{}` and its type parameters", combinator.name);
        tables.asked.requests.collide(&path.name, &scope);
    }
}

/// The parameters for calls that return a certain type.
fn calls(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    id: CombinatorId,
    combinator: &Combinator,
) -> Vec<(Name, RustType)> {
    let mut params = params::by_tl_name(combinator);
    let (place, location) = (Place::Element, combinator.location);
    let names = &tables.fields(id).names;
    let site = Site { owner: None, place, location, is_last: true, names };
    let calls = tables.origin(id).calls.iter();
    let calls = calls.filter_map(|(var, returned)| {
        let value = value(tables, refusals, site, returned);
        if number_uses::depends(&value.codec) {
            let remedy = "declare a variable for the result: `{X:Type}`, and `!X` for the call";
            let what = "a call whose result depends on a number";
            refusals.unsupported(location, what, remedy);
        }
        let param = params.remove(combinator[*var].name.as_str())?;
        Some((param, natural(value, RustType::Response)))
    });
    calls.collect()
}

fn response(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    id: CombinatorId,
    combinator: &Combinator,
) -> Option<Response> {
    if combinator.role == Role::Constructor {
        return None;
    }
    let (place, location) = (Place::Element, combinator.location);
    let names = &tables.fields(id).names;
    let site = Site { owner: None, place, location, is_last: true, names };
    let value = value(tables, refusals, site, &combinator.result);
    let borrows = tables.asked.text.borrow();
    if let Codec::With { numbers, .. } = value.codec {
        return Some(Response::Dependent { value: value.ty, borrows, numbers });
    }
    if number_uses::depends(&value.codec) {
        let remedy = "let the result be a type of its own around it";
        let what = "a vector of what depends on a number of the call";
        refusals.unsupported(location, what, remedy);
    }
    Some(if borrows {
        Response::Borrowing(natural(value, RustType::BorrowingResponse))
    } else {
        Response::Owned(natural(value, RustType::Response))
    })
}

/// Whether an attribute is `non_exhaustive`, or may become it, as by `cfg_attr`.
fn is_non_exhaustive(attribute: &str) -> bool {
    attribute.parse().is_ok_and(has_non_exhaustive)
}

fn has_non_exhaustive(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "non_exhaustive",
        TokenTree::Group(group) => has_non_exhaustive(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
