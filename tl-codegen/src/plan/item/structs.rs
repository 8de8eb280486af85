//! Structs: constructors, methods, and parts of them.
//!
//! Goldens: `responses`, `wrappers`, `requests`, `optional_parts`.

use typelang_parser::{
    catalogue::refusals::{DEPENDENT_CALL, DEPENDENT_RESPONSE},
    schema::{Combinator, CombinatorId, TypeExpr, TypeId},
    syntax::Role,
};

use super::{bounds, cloning, facts::Facts, traits};
use crate::plan::expand::{expanded::Part, params, rows::has_type_variable};
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
    memory::Memory,
    rust::{ItemPath, Name, RustType},
    traits::OptionalTraits,
    wire::Step,
};
use crate::plan::shape::shapes::Shape;
use crate::{
    queries::{made_by, number_params, selected_by},
    refusals::Refusals,
    rust_text,
};

/// Returns the struct for a combinator, if it has one.
pub(crate) fn structure(
    facts: &Facts<'_>,
    refusals: &mut Refusals,
    id: CombinatorId,
    combinator: &Combinator,
) -> Option<(ItemPath, Struct)> {
    let (tables, memory) = (facts.tables, facts.tables.memory_of(id));
    let path = tables.shapes.path(id)?;
    let only_of = made_by(combinator).filter(|ty| *tables.shapes.of(*ty) == Shape::Single(id));
    let (decided, origin) = (tables.fields(id), tables.origin(id));
    let can_disagree = facts.disagreements.has(id);
    let docs = docs(facts, path, id, only_of, can_disagree && decided.numbers.is_empty());
    let names = selected_by(tables.schema, combinator, only_of);
    let params = params::in_order(combinator);
    refuse_params(tables, refusals, combinator, path, &params);
    let mut traits = traits::of_struct(tables, id, decided.numbers.len(), can_disagree);
    traits::compare_bits(&mut traits, &decided.list);
    let attributes = tables.asked.requests.item_attributes(&mut refusals.answers, &names);
    let has_literal = !attributes.iter().any(|text| is_non_exhaustive(text));
    let is_whole = origin.part == Part::Whole;
    let new = is_whole.then(|| facts.zeros.constructor(tables, id, has_literal)).flatten();
    let has_default = new.as_ref().is_some_and(|new| new.defaults.is_some());
    let derives = tables.asked.requests.derives(&mut refusals.answers, &names);
    let mut derives = traits::derive(&mut traits, derives, has_default, memory);
    let cloning = cloning::of(&params, &decided.list, &derives, memory);
    let coding = traits::coding(&origin.part, decided.numbers.len());
    let is_sizeless = coding.has_id() && decided.min_len == 0 && origin.has_fields;
    let item = Struct {
        docs,
        attributes,
        optional_traits: optional_traits(tables, combinator.role, &mut derives),
        derives,
        name: path.name.clone(),
        borrows: path.borrows,
        memory,
        needs_arena: tables.needs_arena(path, &params),
        traits,
        cloning,
        coding,
        decode_feature: decode_feature(tables, combinator.role),
        params,
        calls: calls(tables, refusals, id, combinator),
        reads_input: is_sizeless || decided.wire.iter().any(Step::is_read),
        is_sizeless,
        numbers: decided.numbers.clone(),
        read_by: decided.read_by.clone(),
        written_by: decided.written_by.clone(),
        can_disagree,
        foreign: facts.disagreements.foreign(&[id]),
        fields: decided.list.clone(),
        writes: writes(&decided.wire),
        numbers_first: number_uses::come_first(&decided.wire),
        wire: decided.wire.clone(),
        assembly: decided.assembly,
        tl_name: combinator.name.clone(),
        id: combinator.id,
        min_len: decided.min_len,
        nested: only_of.is_some_and(|ty| tables.cycles.is_nested(ty)),
        response: response(tables, refusals, id, combinator),
        has_facts: combinator.role == Role::Function && facts.known.is_about(&combinator.name),
        accessors: decided.accessors.clone(),
        new,
    };
    Some((path.clone(), item))
}

/// Returns the feature of the crate that enables decoding a struct, if it has one.
fn decode_feature(tables: &Tables<'_>, role: Role) -> Option<String> {
    tables.asked.settings.server_feature.clone().filter(|_| role == Role::Function)
}

/// Returns the traits of a struct that a feature of the crate enables, if there is one. Moves the user's `derives` that
/// need such a trait there.
fn optional_traits(
    tables: &Tables<'_>,
    role: Role,
    derives: &mut Vec<String>,
) -> Option<OptionalTraits> {
    let feature = tables.asked.settings.method_traits_feature.clone();
    let feature = feature.filter(|_| role == Role::Function)?;
    let derives = derives.extract_if(.., |path| traits::needs_others(path)).collect();
    Some(OptionalTraits { feature, derives })
}

fn docs(
    facts: &Facts<'_>,
    path: &ItemPath,
    id: CombinatorId,
    only_of: Option<TypeId>,
    may_fail: bool,
) -> Vec<String> {
    match facts.tables.schema[id].role {
        Role::Constructor => facts.docs(path).constructor(id, only_of, may_fail),
        Role::Function => facts.docs(path).function(id, may_fail),
    }
}

/// Refuses type parameters that have the struct's name, or a name that too many others have.
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
        tables.asked.requests.collide(&mut refusals.answers, &path.name, &scope);
    }
}

/// Returns the parameters for calls that return a certain type.
fn calls(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    id: CombinatorId,
    combinator: &Combinator,
) -> Vec<(Name, RustType)> {
    let mut params = params::by_tl_name(combinator);
    let (place, location) = (Place::Element, combinator.location);
    let names = &tables.fields(id).names;
    let site = |memory| Site { owner: None, place, location, is_last: true, memory, names };
    let calls = tables.origin(id).calls.iter();
    let calls = calls.filter_map(|(var, returned)| {
        let site = site(response_memory(tables, returned));
        let value = value(tables, refusals, site, returned);
        // A parameter of kind `#` is refused already.
        let is_told = number_params(combinator).next().is_some();
        if number_uses::depends(&value.codec) && !is_told {
            let remedy = "declare a variable for the response: `{X:Type}`, and `!X` for the call";
            let message = "a call whose response depends on a number is not supported";
            refusals.refuse(DEPENDENT_CALL, location, message, remedy);
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
    let memory = response_memory(tables, &combinator.result);
    let site = Site { owner: None, place, location, is_last: true, memory, names };
    let value = value(tables, refusals, site, &combinator.result);
    let borrows = tables.asked.settings.text.borrow();
    if let Codec::With { numbers, .. } = value.codec {
        return Some(Response::Dependent { value: value.ty, borrows, numbers });
    }
    if number_uses::depends(&value.codec) {
        let remedy = "declare a type that holds the vector, and return that type";
        let message = "the response is a vector of values that depend on a number of the call, which is not supported";
        refusals.refuse(DEPENDENT_RESPONSE, location, message, remedy);
    }
    Some(if borrows {
        Response::Borrowing(natural(value, RustType::BorrowingResponse))
    } else {
        Response::Owned(natural(value, RustType::Response))
    })
}

/// Returns where the vectors of a response lie: a slice is only of values that are certainly `Copy`.
fn response_memory(tables: &Tables<'_>, result: &TypeExpr) -> Memory {
    if has_type_variable(result) { Memory::Heap } else { tables.memory_of_expr(result) }
}

/// Returns whether an attribute is `non_exhaustive`, or may become it, for example by `cfg_attr`. Other crates cannot
/// write such a struct as a literal.
fn is_non_exhaustive(attribute: &str) -> bool {
    rust_text::has_word(attribute, "non_exhaustive")
}
