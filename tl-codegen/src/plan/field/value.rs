//! The Rust type and the codec of one TL type expression.

use typelang_parser::{
    Location,
    schema::{Apply, Arg, Builtin, CombinatorId, Form, TypeExpr, TypeId},
};

use crate::plan::{
    expand::expanded::Part,
    field::{
        field_names::FieldNames,
        fields,
        layout::{self, Place},
        number_uses,
        predefined::predefined,
        repetition::{amount, repeated},
        response_type::natural,
        tables::Context,
    },
    model::{
        codec::{Amount, Codec, VectorForm},
        rust::{RustType, Space},
        size::Size,
    },
    shape::shapes::Shape,
};

/// A value of a field: its type, how it is written, and its room on the wire and in memory.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub(crate) ty: RustType,
    pub(crate) codec: Codec,
    pub(crate) min_len: u32,
    pub(crate) size: Size,
}

impl Value {
    pub(crate) fn new(ty: RustType, codec: Codec, min_len: u32, size: Size) -> Self {
        Self { ty, codec, min_len, size }
    }

    /// What stands in for a value that is not generated, so that planning can go on.
    pub(crate) fn missing() -> Self {
        Self::new(RustType::Unit, Codec::Nothing, 0, Size::UNIT)
    }

    /// Whether it is a struct or an enum as it stands.
    pub(crate) fn is_item(&self) -> bool {
        let ty = &self.ty;
        let is_own = matches!(ty, RustType::Item(_) | RustType::Opaque(_));
        is_own || matches!(ty, RustType::Extern(_) | RustType::Applied(..))
    }

    /// The value behind a pointer.
    pub(crate) fn boxed(self) -> Self {
        let is_struct = matches!(&self.ty, RustType::Item(path) if path.space != Space::Enums);
        let codec = match self.codec {
            Codec::Natural if !is_struct => Codec::Within,
            codec => codec,
        };
        let codec = Codec::Boxed(Box::new(codec));
        Self::new(RustType::Box(Box::new(self.ty)), codec, self.min_len, Size::BOX)
    }
}

/// Whose field is planned, and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Site<'a> {
    pub(crate) owner: Option<TypeId>,
    pub(crate) place: Place,
    pub(crate) location: Location,
    /// Whether nothing is written behind it.
    pub(crate) is_last: bool,
    /// The variables of its numbers.
    pub(crate) names: &'a FieldNames,
}

impl Site<'_> {
    pub(crate) fn element(self) -> Self {
        Self { place: Place::Element, is_last: false, ..self }
    }
}

/// Decides how a value of type `expr` is represented and written.
pub(crate) fn value(context: &Context<'_>, site: Site<'_>, expr: &TypeExpr) -> Value {
    match expr {
        TypeExpr::Nat => scalar(RustType::U32, "nat", 4),
        TypeExpr::Var(var) => {
            let Some(name) = site.names.ty(*var) else { return Value::missing() };
            Value::new(RustType::Param(name.clone()), Codec::Natural, 4, Size::UNKNOWN)
        }
        TypeExpr::Apply(apply) => applied(context, site, apply),
        TypeExpr::Type => {
            let remedy = "a type has no form on the wire that implementations agree on";
            context.unsupported(site.location, "a field of kind `Type`", remedy);
            Value::missing()
        }
        TypeExpr::Repetition(repetition) => repeated(context, site, repetition),
    }
}

fn applied(context: &Context<'_>, site: Site<'_>, apply: &Apply) -> Value {
    match context.shapes.of(apply.ty) {
        Shape::Builtin(Builtin::Vector) => vector(context, site, apply),
        Shape::Builtin(builtin) => predefined(context, site, apply, *builtin),
        Shape::Extern(path) if !apply.args.is_empty() => {
            let (codec, least) = form(context, site, apply, 0);
            let args = apply.args.iter().map(|arg| argument(context, site, arg)).collect();
            Value::new(RustType::Applied(path.clone(), args), codec, least, Size::UNKNOWN)
        }
        Shape::Extern(path) => {
            let (codec, least) = form(context, site, apply, 0);
            Value::new(RustType::Extern(path.clone()), codec, least, Size::UNKNOWN)
        }
        Shape::Sum(path) => {
            // An element may be of the type that is being decided; in a vector its size does not matter, and in an
            // array the most is counted.
            let memory = match site.place {
                Place::Element => Size { bytes: context.enum_limit, ..Size::UNKNOWN },
                Place::Required | Place::Optional => layout::enum_size(context, apply.ty),
            };
            let (codec, _) = form(context, site, &Apply { form: Form::Boxed, ..apply.clone() }, 0);
            Value::new(RustType::Item(path.clone()), codec, 4, memory)
        }
        Shape::Single(only) => single(context, site, apply, *only),
        Shape::Opaque(path) => {
            let memory = if path.borrows { Size::SLICE } else { Size::VEC };
            Value::new(RustType::Opaque(path.clone()), Codec::Natural, 4, memory)
        }
    }
}

/// The argument of a type of the user's: a type whose natural form is what the schema says.
fn argument(context: &Context<'_>, site: Site<'_>, arg: &Arg) -> RustType {
    let value = match arg {
        Arg::Type(ty) => Some(value(context, site.element(), ty)),
        Arg::Nat(_) => None,
    };
    if let Some(value) = value.filter(|value| !number_uses::depends(&value.codec)) {
        return natural(value, RustType::Param);
    }
    let remedy = "let the type be generated, or map the types that hold it";
    context.unsupported(site.location, "a type of yours that takes numbers", remedy);
    RustType::Unit
}

/// The struct of the only constructor of a type.
fn single(context: &Context<'_>, site: Site<'_>, apply: &Apply, only: CombinatorId) -> Value {
    let Some(path) = context.shapes.path(only) else { return Value::missing() };
    let ty = RustType::Item(path.clone());
    if layout::is_boxed_field(context, site.owner, apply.ty, only, site.place) {
        let (codec, least) = form(context, site, apply, 0);
        return Value::new(ty, codec, least, Size::BOX).boxed();
    }
    if site.place == Place::Element && context.cycles.is_nested(apply.ty) {
        // Its fields may be what is being decided; the size of an element does not matter.
        let (codec, least) = form(context, site, apply, 0);
        return Value::new(ty, codec, least, Size::UNKNOWN);
    }
    let decided = fields::of(context, only);
    let (codec, least) = form(context, site, apply, decided.min_len);
    Value::new(ty, codec, least, decided.size)
}

/// The codec for a boxed or bare value, and its least bytes when the fields take `fields`.
fn form(context: &Context<'_>, site: Site<'_>, apply: &Apply, fields: u32) -> (Codec, u32) {
    let only = context.schema[apply.ty].constructors.first();
    let is_row = only.is_some_and(|id| matches!(context.origin(*id).part, Part::Row(_)));
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

/// A number, or bytes of a fixed length.
pub(crate) fn scalar(ty: RustType, method: &'static str, bytes: u32) -> Value {
    let size =
        if matches!(ty, RustType::Array(_)) { Size::array(bytes) } else { Size::number(bytes) };
    Value::new(ty, Codec::Scalar(method), bytes, size)
}

fn vector(context: &Context<'_>, site: Site<'_>, apply: &Apply) -> Value {
    let Some(Arg::Type(element)) = apply.args.first() else { return Value::missing() };
    let element = value(context, site.element(), element);
    let (form, least) = match apply.form {
        Form::Boxed => (VectorForm::Boxed, 8),
        Form::Bare => (VectorForm::Bare, 4),
    };
    let codec = if element.codec.is_natural() {
        Codec::Vector { form }
    } else {
        Codec::VectorWith { form, min_len: element.min_len, element: Box::new(element.codec) }
    };
    Value::new(RustType::Vec(Box::new(element.ty)), codec, least, Size::VEC)
}
