//! The changes that concern a selection.

use typelang_parser::Schema;

use crate::{
    compare::{
        change::Change,
        closure::{is_selected, needed},
    },
    shared::{outcome::Failure, selection::Selection, suggestion::suggestion},
};

/// Keeps the changes of what the selection needs in the old or the new schema.
pub(crate) fn retain(
    changes: &mut Vec<Change>,
    selection: &Selection,
    (old, new): (&Schema, &Schema),
) -> Result<(), Failure> {
    let Selection { only, opaque } = selection;
    for name in only.iter().chain(opaque) {
        let names = || [old, new].into_iter().flat_map(names);
        if !names().any(|it| is_selected(name, it)) {
            let near = suggestion(name, names());
            let message = format!("`{name}` is in neither schema{near}");
            return Err(Failure::Usage(message));
        }
    }
    if only.is_empty() && opaque.is_empty() {
        return Ok(());
    }
    let all = [".".to_owned()];
    let roots = if only.is_empty() { &all[..] } else { only };
    let mut kept = needed(old, roots, opaque);
    kept.extend(needed(new, roots, opaque));
    changes.retain(|change| kept.contains(&(change.what, change.name.clone())));
    Ok(())
}

fn names(schema: &Schema) -> impl Iterator<Item = &str> {
    let combinators = schema.combinators.iter().map(|it| it.name.as_str());
    combinators.chain(schema.types.iter().map(|ty| ty.name.as_str()))
}
