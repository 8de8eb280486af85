//! Repetitions: values one after another, without a count of their own.
//!
//! Goldens: `repetitions`, `limits`.

use typelang_parser::schema::{NatExpr, Repetition};

use super::{
    boxes::VALUES_LIMIT,
    expr::value,
    tables::Tables,
    value::{Site, Value, amount},
};
use crate::plan::model::{
    codec::{Amount, Codec},
    rust::RustType,
    size::Size,
};
use crate::{queries::mentioned, refusals::Refusals};

/// The most bytes of memory of an array; larger ones become vectors.
pub(crate) const ARRAY_LIMIT: u32 = 256;

/// Returns a repetition as a field: an array, or a vector whose length must equal the number.
pub(crate) fn repeated(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    site: Site<'_>,
    repetition: &Repetition,
) -> Value {
    let element = row(tables, refusals, site, repetition);
    match repetition.times {
        NatExpr { var: None, plus } if is_array(tables, repetition, &element, plus) => {
            array(element, plus)
        }
        times => vector(site, element, amount(site, times), true),
    }
}

/// Returns a repetition whose vector determines the number.
pub(crate) fn counted(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    site: Site<'_>,
    repetition: &Repetition,
) -> Value {
    let row = row(tables, refusals, site, repetition);
    vector(site, row, amount(site, repetition.times), false)
}

/// Returns the repeated value: one field, since rows of several fields have their own type.
fn row(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    site: Site<'_>,
    repetition: &Repetition,
) -> Value {
    match repetition.fields.first() {
        Some(field) => value(tables, refusals, site.element(), &field.ty),
        None => Value::missing(),
    }
}

/// Returns whether the values fit into an array: there are few, and their type cannot contain the array.
fn is_array(tables: &Tables<'_>, repetition: &Repetition, element: &Value, times: u32) -> bool {
    let is_nested = |expr| tables.cycles.any_nested(&mentioned(tables.schema, expr));
    times.saturating_mul(element.size.bytes.max(1)) <= ARRAY_LIMIT
        && times.saturating_mul(element.size.values) <= VALUES_LIMIT
        && !repetition.fields.iter().any(|field| is_nested(&field.ty))
}

fn array(element: Value, times: u32) -> Value {
    // A value of size zero still takes time, so it counts as one byte; arrays within arrays thus have few
    // values too.
    let Size { bytes, values, align, .. } = element.size;
    let bytes = bytes.max(1).saturating_mul(times).next_multiple_of(align);
    let size = Size { bytes, values: values.saturating_mul(times), ..element.size };
    Value::new(
        RustType::Repeated(Box::new(element.ty), times),
        Codec::Array { element: Box::new(element.codec) },
        element.min_len.saturating_mul(times),
        if times == 0 { Size { niche: false, ..size } } else { size },
    )
}

fn vector(site: Site<'_>, element: Value, times: Amount, is_ruled: bool) -> Value {
    let memory = site.memory;
    let least = if times.var.is_none() { times.plus } else { 0 };
    let min_len = element.min_len.saturating_mul(least);
    let codec = Codec::Repeat {
        times,
        is_ruled,
        min_len: element.min_len,
        element: Box::new(element.codec),
        memory,
    };
    let ty = RustType::Vec(Box::new(element.ty), memory);
    Value::new(ty, codec, min_len, Size::vector(memory))
}
