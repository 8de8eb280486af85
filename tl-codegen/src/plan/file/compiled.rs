//! The compiled schema that generated code carries.
//!
//! Goldens: none, because it only makes the order of lines irrelevant.

use typelang_parser::{Schema, tlo};

/// Compiles the schema in a canonical order, so that the order of its lines does not matter.
pub(crate) fn compiled(schema: &Schema) -> Vec<u8> {
    tlo::write_sorted(schema)
}
