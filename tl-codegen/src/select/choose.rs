//! Resolves the names of a selection.

use std::collections::BTreeSet;

use typelang_parser::{Schema, schema::TypeId};

use super::{needs::Needs, opaque, root::Roots, selection::OpaqueMistake};
use crate::request::settings::Selection;

/// The resolved names of a selection.
pub(crate) struct Chosen {
    pub(crate) roots: Roots,
    pub(crate) opaque: BTreeSet<TypeId>,
    /// Each selector of `only`, with the roots it selects.
    pub(crate) by_selector: Vec<(String, Roots)>,
}

/// Resolves the names of a selection.
pub(crate) fn choose(schema: &Schema, selection: &Selection) -> Result<Chosen, Vec<OpaqueMistake>> {
    let mut faults = Vec::new();
    let opaque = opaque::types(schema, &selection.opaque, &mut faults);
    let mut by_selector = Vec::new();
    for selector in &selection.only {
        let found = Roots::selected(schema, selector);
        if let Some(ty) = found.named.filter(|ty| opaque.contains(ty)) {
            let name = &schema[ty].name;
            let message = format!(
                "`only` selects `{selector}` by name, but values of `{name}` are not generated; remove one of the two"
            );
            faults.push(OpaqueMistake { opaque: Some(name.clone()), message });
        }
        by_selector.push((selector.clone(), found));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut roots = Roots::default();
    if by_selector.is_empty() {
        roots = Roots::outermost(schema, &Needs::of(schema));
    }
    for (_, more) in &by_selector {
        roots.add(more);
    }
    Ok(Chosen { roots, opaque, by_selector })
}
