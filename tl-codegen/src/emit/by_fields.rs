//! Equality and hashing of a struct by its fields, with floating-point numbers compared by their bits.

use super::{
    each, enabled_by, joined,
    structs::{generics, traits_feature},
    traits,
};
use crate::plan::model::{
    item::{Field, Struct},
    memory::Memory,
    rust::RustType,
    traits::Means,
};
use crate::print::Printer;

/// Implements `PartialEq` and `Eq`, and `Hash` if requested, for a struct that is compared by its fields.
pub(super) fn emit(item: &Struct, printer: &mut Printer) {
    if item.traits.equality != Means::Fields {
        return;
    }
    let generics = generics(item);
    let (ty, generics) = (format!("{}{}", item.name, generics.elided()), generics.types());
    let place = |of: &str, field: &Field| Operand::place(format!("{of}.{}", field.name));
    let fields = item.fields.iter();
    let same = fields.map(|field| same(&field.ty, &place("self", field), &place("other", field)));
    let enabled = enabled_by(traits_feature(item));
    traits::equality(enabled, &ty, &generics, joined(same, " && "), printer);
    if item.traits.hash == Some(Means::Fields) {
        let hash = each(item.fields.iter().map(|field| hash(&field.ty, &place("self", field))));
        printer.items(traits::hash(&ty, &generics, hash));
    }
}

/// An expression for a value.
struct Operand {
    code: String,
    /// Whether it is the value itself rather than a reference.
    is_place: bool,
}

impl Operand {
    fn place(code: String) -> Self {
        Self { code, is_place: true }
    }

    fn reference(name: &str) -> Self {
        Self { code: name.to_owned(), is_place: false }
    }

    fn part(&self, index: usize) -> Self {
        Self::place(format!("{}.{index}", self.code))
    }

    fn borrowed(&self) -> String {
        if self.is_place { format!("&{}", self.code) } else { self.code.clone() }
    }

    fn unboxed(&self) -> Self {
        let code = &self.code;
        Self::place(if self.is_place { format!("(*{code})") } else { format!("(**{code})") })
    }
}

fn is_float(ty: &RustType) -> bool {
    matches!(ty, RustType::F32 | RustType::F64)
}

/// Compares two values of a type.
fn same(ty: &RustType, one: &Operand, other: &Operand) -> String {
    let (left, right) = (&one.code, &other.code);
    let inside =
        |inner: &RustType| same(inner, &Operand::reference("one"), &Operand::reference("other"));
    match ty {
        ty if !ty.holds_float() => format!("{left} == {right}"),
        RustType::Option(inner) if is_float(inner) => {
            format!("{left}.map({inner}::to_bits) == {right}.map({inner}::to_bits)")
        }
        RustType::Vec(inner, Memory::Arena) => {
            let inside = inside(inner);
            format!(
                "{left}.len() == {right}.len() \
                 && {left}.iter().zip({right}.iter()).all(|(one, other)| {inside})"
            )
        }
        RustType::Option(inner) | RustType::Vec(inner, _) | RustType::Repeated(inner, _) => {
            let (borrowed, inside) = (other.borrowed(), inside(inner));
            let count = if matches!(ty, RustType::Option(_)) { "is_some" } else { "len" };
            format!(
                "{left}.{count}() == {right}.{count}() \
                 && {left}.iter().zip({borrowed}).all(|(one, other)| {inside})"
            )
        }
        RustType::Tuple(parts) => {
            let parts = parts.iter().enumerate();
            let same = parts.map(|(at, part)| same(part, &one.part(at), &other.part(at)));
            joined(same, " && ").to_string()
        }
        RustType::Box(inner, _) => same(inner, &one.unboxed(), &other.unboxed()),
        RustType::WithId(_, inner) | RustType::Bare(inner) => {
            same(inner, &one.part(0), &other.part(0))
        }
        RustType::BareVec(inner, memory) => {
            same(&RustType::Vec(inner.clone(), *memory), &one.part(0), &other.part(0))
        }
        _ => format!("{left}.to_bits() == {right}.to_bits()"),
    }
}

/// Hashes the parts that [`same`] compares.
fn hash(ty: &RustType, value: &Operand) -> String {
    let (code, borrowed) = (&value.code, value.borrowed());
    let inside = |inner: &RustType| hash(inner, &Operand::reference("one"));
    match ty {
        ty if !ty.holds_float() => format!("tl::Hash::hash({borrowed}, state);\n"),
        RustType::Option(inner) if is_float(inner) => {
            format!("tl::Hash::hash(&{code}.map({inner}::to_bits), state);\n")
        }
        RustType::Option(inner) => {
            let inside = inside(inner);
            format!(
                "tl::Hash::hash(&{code}.is_some(), state);\n\
                 if let tl::Some(one) = {borrowed} {{\n{inside}}}\n"
            )
        }
        RustType::Vec(inner, Memory::Arena) => {
            let inside = inside(inner);
            format!(
                "tl::Hash::hash(&{code}.len(), state);\n\
                 for one in {code}.iter() {{\n{inside}}}\n"
            )
        }
        RustType::Vec(inner, _) | RustType::Repeated(inner, _) => {
            let inside = inside(inner);
            format!(
                "tl::Hash::hash(&{code}.len(), state);\n\
                 for one in {borrowed} {{\n{inside}}}\n"
            )
        }
        RustType::Tuple(parts) => {
            let parts = parts.iter().enumerate();
            parts.map(|(at, part)| hash(part, &value.part(at))).collect()
        }
        RustType::Box(inner, _) => hash(inner, &value.unboxed()),
        RustType::WithId(_, inner) | RustType::Bare(inner) => hash(inner, &value.part(0)),
        RustType::BareVec(inner, memory) => {
            hash(&RustType::Vec(inner.clone(), *memory), &value.part(0))
        }
        _ => format!("tl::Hash::hash(&{code}.to_bits(), state);\n"),
    }
}
