//! What pages of a part share.

use minijinja::{Value, context};

use crate::model::{Part, Reference};

/// What all pages know: the title and the parts.
pub(super) fn of_site(reference: &Reference) -> Value {
    let parts: Vec<Value> = reference.parts.iter().map(of_part).collect();
    context! { title => &reference.title, parts }
}

/// What the pages of a part know of it.
pub(super) fn of_part(part: &Part) -> Value {
    context! {
        title => &part.title,
        folder => &part.folder,
        layer => part.layer,
        methods => part.methods.len(),
        constructors => part.constructors.len(),
        types => part.types.len(),
        errors => part.errors.len(),
        has_layers => part.combinators().any(|it| it.since.is_some()),
    }
}
