//! Enums: types with several constructors, and marker types for opaque types.
//!
//! Goldens: `shapes`, `recursion`, `unknown`.

use typelang_parser::schema::{CombinatorId, Type, TypeId};

use super::{
    bounds, construction, docs,
    facts::Facts,
    members::{blocks, members},
    traits,
};
use crate::plan::field::{boxes, tables::Tables, unknown::can_hold_unknown};
use crate::plan::model::{
    item::{Enum, EnumDefault, Opaque, Payload, Variant},
    member::Member,
    memory::Memory,
    names,
    rust::{ItemPath, Name},
    traits::{Cloning, Coding},
};
use crate::refusals::Refusals;

/// Returns the enum for a type.
pub(crate) fn sum(
    facts: &Facts<'_>,
    refusals: &mut Refusals,
    id: TypeId,
    ty: &Type,
    path: &ItemPath,
) -> Enum {
    let tables = facts.tables;
    let memory = tables.memory_of_type(id);
    let mut constructors: Vec<CombinatorId> = ty.constructors.clone();
    constructors.sort_by_key(|id| (&tables.schema[*id].name, tables.schema[*id].id));
    let variants = constructors.iter();
    let variants: Vec<Variant> =
        variants.map(|constructor| variant(tables, refusals, id, ty, *constructor)).collect();
    let empty = construction::empty(tables, id);
    // A constructor whose name says that it is empty holds no other type, so none has a smaller depth.
    let fallback = (0..constructors.len())
        .min_by_key(|index| {
            let constructor = constructors[*index];
            (tables.depths[constructor.0 as usize], empty != Some(constructor))
        })
        .unwrap_or(0);
    let can_disagree = facts.disagreements.has_type(tables, id);
    let mut traits = traits::of_enum(tables, id, can_disagree);
    let derives = tables.asked.requests.derives(&mut refusals.answers, &[&ty.name]);
    let default = facts.zeros.has_type(id).then(|| default(&variants[fallback])).flatten();
    let has_default = default.is_some();
    let derives = traits::derive(&mut traits, derives, has_default, memory);
    let unknown = unknown(tables, refusals, id, &variants);
    let members = members(tables, &constructors, &variants, unknown.is_some());
    if let Some(first) = constructors.first() {
        let names = members.iter().map(Member::name);
        bounds::refuse_crowd(refusals, &tables.schema[*first], names);
    }
    let conversions_feature = tables.asked.settings.conversions_feature.clone();
    let has_payload = variants.iter().any(|variant| variant.payload != Payload::Unit);
    Enum {
        docs: facts.docs(path).sum(id, ty),
        attributes: tables.asked.requests.item_attributes(&mut refusals.answers, &[&ty.name]),
        derives,
        name: path.name.clone(),
        borrows: path.borrows,
        memory,
        needs_arena: tables.needs_arena(path, &[]),
        cloning: cloning(memory),
        traits,
        coding: match ty.params.len() {
            0 => Coding::Whole,
            numbers => Coding::WholeWith(numbers),
        },
        can_disagree,
        foreign: facts.disagreements.foreign(&ty.constructors),
        tl_name: ty.name.clone(),
        variants,
        unknown,
        fallback,
        default,
        payload_param: has_payload.then(|| names::payload_param(&path.name)),
        members: blocks(members, conversions_feature.as_ref()),
        conversions_feature,
        size_limit: boxes::size_limit(tables),
        nested: tables.cycles.is_nested(id),
    }
}

fn cloning(memory: Memory) -> Cloning {
    match memory {
        Memory::Heap => Cloning::Derived,
        Memory::Arena => Cloning::Copied,
    }
}

/// Returns the marker type for a type whose values are kept as bytes.
pub(crate) fn opaque(
    facts: &Facts<'_>,
    refusals: &mut Refusals,
    id: TypeId,
    ty: &Type,
    path: &ItemPath,
) -> Opaque {
    let tables = facts.tables;
    Opaque {
        docs: facts.docs(path).opaque(id, ty),
        attributes: tables.asked.requests.item_attributes(&mut refusals.answers, &[&ty.name]),
        name: path.name.clone(),
        tl_name: ty.name.clone(),
    }
}

/// Returns the name of the variant for values of other layers.
fn unknown(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    id: TypeId,
    variants: &[Variant],
) -> Option<Name> {
    let requests = tables.asked.requests;
    let wanted = can_hold_unknown(tables, id)
        && requests.keeps_unknown(&mut refusals.answers, &tables.schema[id].name);
    wanted.then(|| names::unknown_variant(&variants.iter().map(|variant| &variant.name).collect()))
}

fn variant(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    id: TypeId,
    ty: &Type,
    constructor: CombinatorId,
) -> Variant {
    let combinator = &tables.schema[constructor];
    let payload = match tables.shapes.path(constructor) {
        None => Payload::Unit,
        Some(path) if boxes::is_boxed_payload(tables, id, constructor) => {
            Payload::Boxed(path.clone(), tables.memory_of_type(id))
        }
        Some(path) => Payload::Inline(path.clone()),
    };
    let name = tables.shapes.variant(constructor).cloned();
    let name = name.expect("a constructor of an enum has a variant, because `shapes` names all");
    let docs = docs::variant(combinator);
    let attributes =
        tables.asked.requests.variant_attributes(&mut refusals.answers, &ty.name, &combinator.name);
    let tl_name = combinator.name.clone();
    Variant { tl_name, docs, attributes, name, id: combinator.id, payload }
}

/// Returns the `Default` of an enum whose fallback is the variant with an empty name.
///
/// Reading a payload that borrows may need an arena.
fn default(fallback: &Variant) -> Option<EnumDefault> {
    match &fallback.payload {
        Payload::Unit => Some(EnumDefault::Unit(fallback.name.clone())),
        Payload::Boxed(_, Memory::Arena) => None,
        Payload::Inline(_) | Payload::Boxed(_, Memory::Heap) => Some(EnumDefault::Read),
    }
}
