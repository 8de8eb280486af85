//! Predefined types: their Rust types, and the ids of their boxed forms.
//!
//! Goldens: `primitives`, `boxed`.

use typelang_parser::{
    catalogue::refusals::OBJECT_BEFORE,
    schema::{Apply, Builtin, Form},
};

use super::{
    tables::Tables,
    value::{Site, Value, scalar},
};
use crate::plan::model::{
    codec::{Codec, Scalar},
    rust::RustType,
    size::Size,
};
use crate::refusals::Refusals;

/// Returns a value of a predefined type other than the vector.
pub(crate) fn predefined(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    site: Site<'_>,
    apply: &Apply,
    builtin: Builtin,
) -> Value {
    let value = bare(tables, refusals, site, builtin);
    let has_id = matches!(builtin, Builtin::Bool | Builtin::Object | Builtin::Function);
    if apply.form == Form::Bare || has_id {
        return value;
    }
    let codec = Codec::Predefined {
        id: id(tables, apply, builtin),
        name: tables.schema[apply.ty].name.clone(),
        inner: Box::new(value.codec),
    };
    Value { codec, min_len: value.min_len + 4, ..value }
}

fn bare(tables: &Tables<'_>, refusals: &mut Refusals, site: Site<'_>, builtin: Builtin) -> Value {
    match builtin {
        Builtin::Bool => Value::new(RustType::Bool, Codec::Scalar(Scalar::Bool), 4, Size::BOOL),
        Builtin::Object | Builtin::Function => object(tables, refusals, site),
        Builtin::Int | Builtin::Int32 => scalar(RustType::I32, Scalar::Int, 4),
        Builtin::Long | Builtin::Int53 | Builtin::Int64 => scalar(RustType::I64, Scalar::Long, 8),
        Builtin::Double => scalar(RustType::F64, Scalar::Double, 8),
        Builtin::Float => scalar(RustType::F32, Scalar::Float, 4),
        Builtin::Int128 => scalar(RustType::Array(16), Scalar::Int128, 16),
        Builtin::Int256 => scalar(RustType::Array(32), Scalar::Int256, 32),
        Builtin::Int512 => scalar(RustType::Array(64), Scalar::Int512, 64),
        Builtin::String | Builtin::SecureString => tables.asked.settings.text.string(),
        Builtin::Bytes | Builtin::SecureBytes => tables.asked.settings.text.bytes(),
        // Vectors are handled in `value`.
        Builtin::True | Builtin::Vector => {
            Value::new(RustType::Unit, Codec::Nothing, 0, Size::UNIT)
        }
    }
}

/// Returns any boxed value, and any boxed call.
fn object(tables: &Tables<'_>, refusals: &mut Refusals, site: Site<'_>) -> Value {
    let value = tables.asked.settings.text.object();
    if site.is_last {
        return value;
    }
    if !tables.asked.reflects() {
        let remedy = "put it last, or let the code carry the schema, which says where it ends";
        let message = "an `Object` before other values needs the compiled schema";
        refusals.refuse(OBJECT_BEFORE, site.location, message, remedy);
    }
    Value { codec: Codec::Delimited, ..value }
}

/// Returns the id of the boxed form: that of the declaration, or else that of the usual declaration.
fn id(tables: &Tables<'_>, apply: &Apply, builtin: Builtin) -> u32 {
    let declared = tables.schema[apply.ty].constructors.first();
    declared.map_or_else(|| builtin.usual_id().unwrap_or(0), |id| tables.schema[*id].id)
}
