//! Decides the Rust type and the codec of one TL type expression.
//!
//! Goldens: `bare`, `vectors`, `parameters`.

use typelang_parser::{
    catalogue::refusals::EXTERN_NUMBERS,
    schema::{Apply, Arg, Builtin, CombinatorId, Form, TypeExpr},
};

use super::{
    boxes, number_uses,
    predefined::predefined,
    repetition::repeated,
    response_type::natural,
    tables::Tables,
    value::{Place, Site, Value, amount, scalar},
};
use crate::plan::expand::expanded::Part;
use crate::plan::model::{
    codec::{Amount, Codec, Scalar, VectorForm},
    rust::RustType,
    size::Size,
};
use crate::plan::shape::shapes::Shape;
use crate::refusals::Refusals;

/// Decides how a value of type `expr` is represented and encoded.
pub(crate) fn value(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    site: Site<'_>,
    expr: &TypeExpr,
) -> Value {
    match expr {
        TypeExpr::Nat => scalar(RustType::U32, Scalar::Nat, 4),
        TypeExpr::Var(var) => {
            let Some(name) = site.names.ty(*var) else { return Value::missing() };
            Value::new(RustType::Param(name.clone()), Codec::Natural, 4, Size::UNKNOWN)
        }
        TypeExpr::Apply(apply) => applied(tables, refusals, site, apply),
        // The checker refuses a type as the value of a field.
        TypeExpr::Type => Value::missing(),
        TypeExpr::Repetition(repetition) => repeated(tables, refusals, site, repetition),
    }
}

fn applied(tables: &Tables<'_>, refusals: &mut Refusals, site: Site<'_>, apply: &Apply) -> Value {
    match tables.shapes.of(apply.ty) {
        Shape::Builtin(Builtin::Vector) => vector(tables, refusals, site, apply),
        Shape::Builtin(builtin) => predefined(tables, refusals, site, apply, *builtin),
        Shape::Extern(path) if !apply.args.is_empty() => {
            let (codec, least) = form(tables, site, apply, 0);
            let args = apply.args.iter().map(|arg| argument(tables, refusals, site, arg)).collect();
            Value::new(RustType::Applied(path.clone(), args), codec, least, Size::UNKNOWN)
        }
        Shape::Extern(path) => {
            let (codec, least) = form(tables, site, apply, 0);
            Value::new(RustType::Extern(path.clone()), codec, least, Size::UNKNOWN)
        }
        Shape::Sum(path) => {
            // The type of an element may be the one that is being decided. In a vector its size does not
            // matter; in an array the maximum is assumed.
            let memory = match site.place {
                Place::Element => Size { bytes: boxes::size_limit(tables), ..Size::UNKNOWN },
                Place::Required | Place::Optional => boxes::enum_size(tables, apply.ty),
            };
            let (codec, _) = form(tables, site, &Apply { form: Form::Boxed, ..apply.clone() }, 0);
            Value::new(RustType::Item(path.clone()), codec, 4, memory)
        }
        Shape::Single(only) => single(tables, site, apply, *only),
        Shape::Opaque(path) => {
            let memory = if path.borrows { Size::SLICE } else { Size::VEC };
            Value::new(RustType::Opaque(path.clone()), Codec::Natural, 4, memory)
        }
    }
}

/// Returns an argument of your own type: a type whose natural form is what the schema says.
fn argument(tables: &Tables<'_>, refusals: &mut Refusals, site: Site<'_>, arg: &Arg) -> RustType {
    let value = match arg {
        Arg::Type(ty) => Some(value(tables, refusals, site.element(), ty)),
        Arg::Nat(_) => None,
    };
    if let Some(value) = value.filter(|value| !number_uses::depends(&value.codec)) {
        return natural(value, RustType::Param);
    }
    let remedy = "let the type be generated, or map the types that hold it";
    let message = "a type of your own that takes numbers is not supported";
    refusals.refuse(EXTERN_NUMBERS, site.location, message, remedy);
    RustType::Unit
}

/// Returns the struct of the only constructor of a type.
fn single(tables: &Tables<'_>, site: Site<'_>, apply: &Apply, only: CombinatorId) -> Value {
    let Some(path) = tables.shapes.path(only) else { return Value::missing() };
    let ty = RustType::Item(path.clone());
    if boxes::is_boxed_field(tables, site.owner, apply.ty, only, site.place) {
        let (codec, least) = form(tables, site, apply, 0);
        return Value::new(ty, codec, least, Size::BOX).boxed(site.memory);
    }
    if site.place == Place::Element && tables.cycles.is_nested(apply.ty) {
        // Its fields may be the ones that are being decided; the size of an element does not matter.
        let (codec, least) = form(tables, site, apply, 0);
        return Value::new(ty, codec, least, Size::UNKNOWN);
    }
    let decided = tables.fields(only);
    let (codec, least) = form(tables, site, apply, decided.min_len);
    Value::new(ty, codec, least, decided.size)
}

/// Returns the codec for a boxed or bare value, and its minimum length if the fields take `fields` bytes.
fn form(tables: &Tables<'_>, site: Site<'_>, apply: &Apply, fields: u32) -> (Codec, u32) {
    let only = tables.schema[apply.ty].constructors.first();
    let is_row = only.is_some_and(|id| matches!(tables.origin(*id).part, Part::Row(_)));
    let (is_bare, least) = match apply.form {
        _ if is_row => (false, fields),
        Form::Boxed => (false, fields.saturating_add(4)),
        Form::Bare => (true, fields),
    };
    let numbers = apply.args.iter().filter_map(|arg| match arg {
        Arg::Nat(nat) => Some(amount(site, *nat)),
        Arg::Type(_) => None,
    });
    let numbers: Vec<Amount> = numbers.collect();
    let codec = match (numbers.is_empty(), is_bare) {
        (false, _) => Codec::With { is_bare, numbers },
        (true, true) => Codec::Bare,
        (true, false) => Codec::Natural,
    };
    (codec, least)
}

fn vector(tables: &Tables<'_>, refusals: &mut Refusals, site: Site<'_>, apply: &Apply) -> Value {
    let Some(Arg::Type(element)) = apply.args.first() else { return Value::missing() };
    let element = value(tables, refusals, site.element(), element);
    let (form, least) = match apply.form {
        Form::Boxed => (VectorForm::Boxed, 8),
        Form::Bare => (VectorForm::Bare, 4),
    };
    let memory = site.memory;
    let ty = RustType::Vec(Box::new(element.ty), memory);
    let codec = if element.codec.is_natural() {
        Codec::Vector { form, memory }
    } else {
        let (min_len, element) = (element.min_len, Box::new(element.codec));
        Codec::VectorWith { form, min_len, element, memory }
    };
    Value::new(ty, codec, least, Size::vector(memory))
}
