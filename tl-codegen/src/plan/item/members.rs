//! The methods of an enum: tests for variants, their payloads, and the fields that all variants have.
//!
//! Goldens: `conversions`, `optional_parts`.

use std::collections::BTreeMap;

use typelang_parser::schema::CombinatorId;

use crate::plan::field::tables::Tables;
use crate::plan::model::{
    item::{Field, Payload, Variant},
    member::{Getter, Member, MemberBlock, View},
    memory::Memory,
    names,
    rust::{Name, RustType},
};

/// Returns the methods of an enum with these constructors, by name. A value of another layer `may_be_unknown`.
pub(crate) fn members(
    tables: &Tables<'_>,
    constructors: &[CombinatorId],
    variants: &[Variant],
    may_be_unknown: bool,
) -> Vec<Member> {
    let mut wanted = shared(tables, constructors, variants, may_be_unknown);
    wanted.extend(variants.iter().map(of_variant));
    let given = names::distinct(wanted.iter().map(|member| member.name().clone()).enumerate());
    wanted.into_iter().zip(given).map(|(member, (_, name))| named(member, name)).collect()
}

/// Groups methods into `impl` blocks: if conversions have a feature, those that return payloads get a block of their own.
pub(crate) fn blocks(
    members: Vec<Member>,
    conversions_feature: Option<&String>,
) -> Vec<MemberBlock> {
    let (converting, others): (Vec<Member>, Vec<Member>) = members
        .into_iter()
        .partition(|it| conversions_feature.is_some() && matches!(it, Member::As { .. }));
    let blocks = [(None, others), (conversions_feature.cloned(), converting)];
    let blocks = blocks.into_iter().filter(|(_, list)| !list.is_empty());
    blocks.map(|(feature, list)| MemberBlock { feature, list }).collect()
}

/// Gives a member its final name.
fn named(mut member: Member, given: Name) -> Member {
    if let Member::Field { doc, .. } = &mut member {
        *doc = format!("The field `{}`, which all constructors have.", given.as_str());
    }
    let (Member::Is { name, .. } | Member::As { name, .. } | Member::Field { name, .. }) =
        &mut member;
    *name = given;
    member
}

/// Returns the method for a variant: one that returns its payload, or a test if it has none.
fn of_variant(variant: &Variant) -> Member {
    let (name, tl_name) = (variant.name.clone(), &variant.tl_name);
    let asking = |prefix| names::asking(prefix, &variant.name);
    match &variant.payload {
        Payload::Unit => {
            let doc = format!("Returns whether the constructor is `{tl_name}`.");
            Member::Is { name: asking("is"), doc, variant: name }
        }
        Payload::Inline(path) | Payload::Boxed(path, _) => {
            let payload = path.clone();
            let is_reference = matches!(variant.payload, Payload::Boxed(_, Memory::Arena));
            let doc = format!("Returns the fields if the constructor is `{tl_name}`.");
            Member::As { name: asking("as"), doc, variant: name, payload, is_reference }
        }
    }
}

/// Returns the fields that all constructors have with one type, whether or not they are optional, by TL name.
fn shared(
    tables: &Tables<'_>,
    constructors: &[CombinatorId],
    variants: &[Variant],
    may_be_unknown: bool,
) -> Vec<Member> {
    let Some((first, others)) = constructors.split_first() else { return Vec::new() };
    let mut found: BTreeMap<&Name, (&Field, View, Vec<Getter>)> = BTreeMap::new();
    let has_value = |field: &&Field| field.ty != RustType::Unit;
    for field in list(tables, *first).iter().filter(has_value) {
        let (view, getter) = look(field, &variants[0]);
        found.insert(&field.name, (field, view, vec![getter]));
    }
    for (id, variant) in others.iter().zip(&variants[1..]) {
        let has = list(tables, *id).iter().map(|field| (&field.name, field));
        let has: BTreeMap<&Name, &Field> = has.collect();
        found.retain(|name, (_, view, getters)| {
            let Some(field) = has.get(name) else { return false };
            let (other, getter) = look(field, variant);
            getters.push(getter);
            other == *view
        });
    }
    let members = found.into_iter().map(|(name, (field, view, getters))| {
        let is_optional = may_be_unknown || getters.iter().any(|getter| getter.is_option);
        let method = names::accessor(name);
        Member::Field {
            doc: String::new(),
            aliases: names::aliases(&method, &field.tl_names),
            name: method,
            view,
            is_optional,
            getters,
        }
    });
    members.collect()
}

/// Returns the fields of a constructor; a constructor without fields has no struct.
fn list<'t>(tables: &Tables<'t>, id: CombinatorId) -> &'t [Field] {
    tables.fields_of_struct(id).map_or(&[], |fields| &fields.list)
}

/// Returns the form in which a method returns a field, and how to get it.
fn look(field: &Field, variant: &Variant) -> (View, Getter) {
    let (ty, is_option) = match &field.ty {
        RustType::Option(inner) => (&**inner, true),
        ty => (ty, false),
    };
    let (ty, boxed) = match ty {
        RustType::Box(inner, memory) => (&**inner, Some(*memory)),
        ty => (ty, None),
    };
    let (variant, field) = (variant.name.clone(), field.name.clone());
    let (is_boxed, is_reference) = (boxed.is_some(), boxed == Some(Memory::Arena));
    (view(ty), Getter { variant, field, is_option, is_boxed, is_reference })
}

fn view(ty: &RustType) -> View {
    match ty {
        RustType::Bool
        | RustType::I32
        | RustType::U32
        | RustType::I64
        | RustType::F32
        | RustType::F64
        | RustType::Array(_)
        | RustType::Str
        | RustType::Slice
        | RustType::FreeBits(_)
        | RustType::Vec(_, Memory::Arena)
        | RustType::Unit => View::Copy(ty.clone()),
        RustType::String => View::Str,
        RustType::Bytes => View::Bytes,
        RustType::Vec(element, Memory::Heap) => View::Slice((**element).clone()),
        _ => View::Ref(ty.clone()),
    }
}
