//! What comments say, brought to the declarations that they are about.

use super::codes;
use crate::{
    diagnostic::Diagnostic,
    docs::{CombinatorDocs, Docs},
    lower::declaration::Declaration,
    schema::{Field, Schema, TypeExpr},
};

/// Fills in the documentation and the layer; warns of tags that name no field.
pub(super) fn attach(
    schema: &mut Schema,
    declarations: &[Declaration<'_>],
    origins: &[usize],
    docs: &[Docs<'_>],
) -> Vec<Diagnostic> {
    schema.layer = docs.iter().find_map(|docs| docs.layer);
    for ty in &mut schema.types {
        ty.docs = docs.iter().find_map(|docs| docs.types.get(ty.name.as_str())).cloned();
    }
    let mut out = Vec::new();
    for (combinator, origin) in schema.combinators.iter_mut().zip(origins) {
        let declaration = &declarations[*origin];
        let file = &docs[declaration.file.0 as usize];
        let Some(said) = file.combinators.get(&declaration.item) else { continue };
        combinator.docs.clone_from(&said.text);
        document(&mut combinator.fields, said);
        out.extend(said.unknown.iter().map(|tag| {
            let message = format!("`{}` has no field `{}`", combinator.name, tag.text);
            Diagnostic::warning(codes::UNKNOWN_TAG, message)
                .label(declaration.place(tag.span), "documents nothing")
                .label(declaration.name_place(), "of this")
        }));
    }
    out
}

fn document(fields: &mut [Field], said: &CombinatorDocs<'_>) {
    for field in fields {
        if let Some(name) = &field.name {
            field.docs = said.fields.get(name.as_str()).cloned();
        }
        if let TypeExpr::Repetition(repetition) = &mut field.ty {
            document(&mut repetition.fields, said);
        }
    }
}
