//! The values that pages of a part share.

use minijinja::{Value, context};

use crate::model::{Part, Reference};

/// The values of all pages: the title and the parts.
pub(super) fn of_site(reference: &Reference) -> Value {
    let parts: Vec<Value> = reference.parts.iter().map(of_part).collect();
    context! { title => &reference.title, parts }
}

/// The values of all pages of a part.
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
