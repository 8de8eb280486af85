//! The schema that generated code carries.

use typelang_parser::{Schema, tlo};

/// The compiled form, in which the order of the schema's lines does not show.
pub(crate) fn compiled(schema: &Schema) -> Vec<u8> {
    let mut sorted = schema.clone();
    for ty in &mut sorted.types {
        ty.constructors.sort_by_key(|id| (&schema[*id].name, schema[*id].id));
    }
    tlo::write(&sorted)
}
