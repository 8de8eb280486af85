//! Computes the cost of each root, and how much cutting a type would save.

use std::collections::BTreeSet;

use typelang_parser::{Schema, schema::TypeId};

use super::{
    choose::{Chosen, choose},
    dominated,
    extent::{Extent, Weights, extent},
    kept::Kept,
    needs::Needs,
    opaque, reach,
    root::Roots,
    selection::OpaqueMistake,
};
use crate::request::settings::Selection;

/// The cost of a selection; returned by [`Config::cost`](crate::Config::cost).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The whole schema.
    pub schema: Extent,
    /// The part that the selection keeps.
    pub kept: Extent,
    /// The part that each root alone would keep, by selector, or for each method if there are no selectors;
    /// largest first.
    pub roots: Vec<(String, Extent)>,
    /// How much would be saved if a type were also opaque, for each type that can be; largest first.
    pub cuts: Vec<(String, Extent)>,
}

/// Computes the cost of a selection, or returns the mistakes in it.
pub(crate) fn cost<'a>(
    schema: &Schema,
    selection: &Selection,
    externs: impl Iterator<Item = &'a str>,
) -> Result<Cost, Vec<OpaqueMistake>> {
    let chosen = choose(schema, selection)?;
    let externs: BTreeSet<&str> = externs.collect();
    let is_extern = |id: &TypeId| externs.contains(schema[*id].name.as_str());
    let own = schema.types().map(|(id, _)| id).filter(is_extern);
    let cut: BTreeSet<TypeId> = own.chain(chosen.opaque.iter().copied()).collect();
    let needs = Needs::of(schema);
    let whole = Kept::closure(&needs, &Roots::selected(schema, "."), |_| false);
    let kept = Kept::closure(&needs, &chosen.roots, |id| cut.contains(&id));
    let weights = Weights::of(schema, &cut);
    let named = by_name(schema, &chosen);
    let reached = reach::extents(&needs, &cut, &weights, named.iter().map(|(_, roots)| roots));
    let mut roots: Vec<_> = named.iter().map(|(name, _)| name.clone()).zip(reached).collect();
    let saved = dominated::extents(&needs, &cut, &weights, &chosen.roots);
    let candidates = candidates(schema, &kept, &chosen);
    let mut cuts: Vec<_> =
        candidates.map(|id| (schema[id].name.clone(), saved[id.0 as usize])).collect();
    largest_first(&mut roots);
    largest_first(&mut cuts);
    Ok(Cost { schema: extent(schema, &whole), kept: extent(schema, &kept), roots, cuts })
}

/// Returns the roots by selector, or else all methods.
fn by_name(schema: &Schema, chosen: &Chosen) -> Vec<(String, Roots)> {
    if !chosen.by_selector.is_empty() {
        return chosen.by_selector.clone();
    }
    let functions = chosen.roots.functions.iter().map(|id| {
        let roots = Roots { functions: [*id].into(), ..Roots::default() };
        (schema[*id].name.clone(), roots)
    });
    functions.collect()
}

/// Returns the types that could be opaque.
fn candidates<'a>(
    schema: &'a Schema,
    kept: &'a Kept,
    chosen: &'a Chosen,
) -> impl Iterator<Item = TypeId> + 'a {
    let named: BTreeSet<TypeId> =
        chosen.by_selector.iter().filter_map(|(_, roots)| roots.named).collect();
    let bare: BTreeSet<TypeId> = opaque::bare(schema, kept).map(|(ty, _)| ty).collect();
    let can_be = move |id: &TypeId| {
        let ty = &schema[*id];
        let has_form = ty.builtin.is_none() && ty.params.is_empty();
        has_form && kept.has_constructors(*id) && !named.contains(id) && !bare.contains(id)
    };
    schema.types().map(|(id, _)| id).filter(can_be)
}

fn largest_first(rows: &mut [(String, Extent)]) {
    rows.sort_by(|(left_name, left), (right_name, right)| {
        let key = |extent: &Extent| (extent.constructors, extent.fields);
        key(right).cmp(&key(left)).then_with(|| left_name.cmp(right_name))
    });
}
