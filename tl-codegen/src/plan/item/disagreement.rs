//! Decides which values may disagree with themselves, so that encoding them can fail.
//!
//! Goldens: `numbers`, `repetitions`.

use typelang_parser::{
    schema::{Arg, Combinator, CombinatorId, TypeExpr, TypeId},
    syntax::Role,
};

use crate::plan::field::tables::Tables;
use crate::plan::model::{codec::Codec, wire::Step};

/// For each combinator, whether parts of its values may disagree.
#[derive(Debug)]
pub(crate) struct Disagreements(Vec<bool>);

impl Disagreements {
    /// Decides for all combinators.
    pub(crate) fn new(tables: &Tables<'_>) -> Self {
        let schema = tables.schema;
        let mut users: Vec<Vec<CombinatorId>> = vec![Vec::new(); schema.types.len()];
        let mut found: Vec<CombinatorId> = Vec::new();
        for (id, combinator) in schema.combinators() {
            for field in &combinator.fields {
                mentioned(&field.ty, &mut |ty| users[ty.0 as usize].push(id));
            }
            if disagrees_itself(tables, id, combinator) {
                found.push(id);
            }
        }
        let mut all = vec![false; schema.combinators.len()];
        while let Some(id) = found.pop() {
            if core::mem::replace(&mut all[id.0 as usize], true) {
                continue;
            }
            if let (Role::Constructor, TypeExpr::Apply(made)) =
                (schema[id].role, &schema[id].result)
            {
                found.append(&mut users[made.ty.0 as usize]);
            }
        }
        Self(all)
    }

    /// Returns whether parts of a combinator's values may disagree.
    pub(crate) fn has(&self, id: CombinatorId) -> bool {
        self.0[id.0 as usize]
    }

    /// Returns whether parts of a type's values may disagree.
    pub(crate) fn has_type(&self, tables: &Tables<'_>, ty: TypeId) -> bool {
        tables.schema[ty].constructors.iter().any(|id| self.has(*id))
    }
}

/// Returns whether parts may disagree about a number in the value itself, or a vector may not have the length
/// that the schema fixes.
fn disagrees_itself(tables: &Tables<'_>, id: CombinatorId, combinator: &Combinator) -> bool {
    disagrees_about_number(tables, id, combinator)
        || (tables.shapes.path(id).is_some() && has_fixed_vector(tables, id))
}

fn disagrees_about_number(tables: &Tables<'_>, id: CombinatorId, combinator: &Combinator) -> bool {
    if combinator.fields.iter().all(|field| field.defines.is_none()) {
        return false;
    }
    let numbers = tables.numbers(id);
    let mut held = combinator.fields.iter().filter_map(|field| numbers.held(field));
    held.any(|var| !tables.determination.of(id, var).agrees)
}

/// Returns whether a struct has a vector whose length the schema fixes.
pub(crate) fn has_fixed_vector(tables: &Tables<'_>, id: CombinatorId) -> bool {
    tables.fields(id).wire.iter().any(|step| match step {
        Step::Required { codec, .. } | Step::Optional { codec, .. } => is_fixed(codec),
        Step::Group { parts, .. } => parts.iter().any(|part| is_fixed(&part.codec)),
        Step::Apart { part, .. } | Step::Column { part, .. } => is_fixed(&part.codec),
        Step::Number(_) | Step::Flag { .. } | Step::Zip { .. } | Step::Join { .. } => false,
    })
}

fn is_fixed(codec: &Codec) -> bool {
    match codec {
        Codec::Repeat { times, element, .. } => times.var.is_none() || is_fixed(element),
        Codec::Array { element } | Codec::VectorWith { element, .. } => is_fixed(element),
        Codec::Boxed(inner, _) | Codec::Predefined { inner, .. } => is_fixed(inner),
        Codec::Within
        | Codec::Scalar(_)
        | Codec::Text(_)
        | Codec::Natural
        | Codec::Delimited
        | Codec::Bare
        | Codec::With { .. }
        | Codec::Nothing
        | Codec::Vector { .. } => false,
    }
}

/// Calls `note` with the types that a value contains.
fn mentioned(expr: &TypeExpr, note: &mut dyn FnMut(TypeId)) {
    match expr {
        TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
        TypeExpr::Apply(apply) => {
            note(apply.ty);
            for arg in &apply.args {
                if let Arg::Type(arg) = arg {
                    mentioned(arg, note);
                }
            }
        }
        TypeExpr::Repetition(repetition) => {
            repetition.fields.iter().for_each(|field| mentioned(&field.ty, note));
        }
    }
}
