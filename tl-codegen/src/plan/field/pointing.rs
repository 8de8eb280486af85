//! Finds the structs and enums with pointers into an arena of their own.
//!
//! Goldens: `arena`, `arena_unknown`.

use typelang_parser::schema::{Type, TypeId};

use super::{boxes, tables::Fielded, unknown::holds_unknown};
use crate::plan::model::memory::Memory;
use crate::plan::shape::{borrows::Pointing, shapes::Shape};

/// Returns what points into an arena, not counting what the items in it do.
pub(crate) fn pointing(fielded: &Fielded<'_>) -> Pointing {
    let tables = &fielded.tables();
    let has_pointer = |id| {
        let fields = tables.fields_of_struct(id);
        fields.is_some_and(|fields| fields.list.iter().any(|it| it.ty.points_into_arena()))
    };
    let combinators = tables.schema.combinators().map(|(id, _)| id);
    let sums = tables.schema.types().filter(|(id, _)| {
        let is_sum = matches!(tables.shapes.of(*id), Shape::Sum(_));
        is_sum && tables.memory_of_type(*id) == Memory::Arena
    });
    let has_boxed = |(id, ty): &(TypeId, &Type)| {
        ty.constructors.iter().any(|&constructor| {
            tables.shapes.path(constructor).is_some()
                && boxes::is_boxed_payload(tables, *id, constructor)
        })
    };
    let points = sums.filter(|sum| has_boxed(sum) || holds_unknown(tables, sum.0));
    Pointing {
        types: points.map(|(id, _)| id).collect(),
        combinators: combinators.filter(|id| has_pointer(*id)).collect(),
    }
}
