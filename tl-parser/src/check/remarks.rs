//! Attaches the documentation in comments to declarations.

use crate::{
    codes,
    diagnostic::Diagnostic,
    docs::{CombinatorDocs, Docs},
    faults::sink::Sink,
    lower::declaration::Declaration,
    schema::{Field, Schema, TypeExpr},
};

/// Sets docs and layer, and warns about tags that name no field.
pub(super) fn attach(
    schema: &mut Schema,
    declarations: &[Declaration<'_>],
    origins: &[usize],
    mut docs: Vec<Docs<'_>>,
    out: &mut Sink<'_>,
) {
    schema.layer = docs.iter().find_map(|docs| docs.layer);
    for ty in &mut schema.types {
        ty.docs = docs.iter_mut().find_map(|docs| docs.types.remove(ty.name.as_str()));
    }
    for (combinator, origin) in schema.combinators.iter_mut().zip(origins) {
        let declaration = &declarations[*origin];
        let file = &mut docs[declaration.file.0 as usize];
        let Some(mut said) = file.combinators.remove(&declaration.item) else { continue };
        combinator.docs = said.text.take();
        document(&mut combinator.fields, &said);
        out.extend(said.unknown.iter().map(|tag| {
            let message = format!("`{}` has no field `{}`", combinator.name, tag.text);
            Diagnostic::warning(codes::UNKNOWN_TAG, message)
                .label(declaration.place(tag.span), "no such field")
                .label(declaration.name_place(), "this declaration")
        }));
    }
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
