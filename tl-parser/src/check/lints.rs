//! Warns about declarations that are legal but probably not meant, or not portable.

use crate::{
    codes,
    diagnostic::Diagnostic,
    faults::sink::Sink,
    predefined::predefined_named,
    schema::{Apply, Builtin, Field, Schema, TypeExpr},
    span::Location,
    syntax::Role,
};

/// Warns about flag words that are also counts.
pub(super) fn masks_as_sizes(places: &[(Location, Location)], out: &mut Sink<'_>) {
    let warn = |(mask, size): &(Location, Location)| {
        Diagnostic::warning(codes::MASK_AS_SIZE, "a number is both a flag word and a count")
            .label(*mask, "used as a flag word here")
            .label(*size, "used as a count here")
            .note("its bits say which fields are present, so not every count can be written; use two numbers")
    };
    out.extend(places.iter().map(warn));
}

/// Warns about anonymous fields, except in the usual forms.
pub(super) fn anonymous_fields(schema: &Schema, out: &mut Sink<'_>) {
    for combinator in &schema.combinators {
        if let Some(field) = unusual(&combinator.fields) {
            let message = format!("`{}` has a field without a name", combinator.name);
            let fault = Diagnostic::warning(codes::ANONYMOUS_FIELDS, message)
                .label(field.location, "no name")
                .note("only a single field and `# [ t ]` are usually written without a name");
            out.push(fault);
        }
    }
}

/// Warns about constructors of predefined types, except those that every reader of TL knows.
pub(super) fn builtin_constructors(schema: &Schema, out: &mut Sink<'_>) {
    for combinator in &schema.combinators {
        let TypeExpr::Apply(Apply { ty, .. }) = &combinator.result else { continue };
        let ty = &schema[*ty];
        // An `Object` is a value of any type, and some schemas declare `gzip_packed` as one.
        let is_fixed = ty.builtin.is_some_and(|builtin| builtin != Builtin::Object);
        let is_further = is_fixed && !is_known(&ty.name, &combinator.name);
        if combinator.role == Role::Constructor && !combinator.builtin && is_further {
            let message = format!(
                "`{}` is a constructor of the predefined type `{}`",
                combinator.name, ty.name
            );
            let fault = Diagnostic::warning(codes::BUILTIN_CONSTRUCTOR, message)
                .label(combinator.location, "nothing is generated for it")
                .note("if it is a method, move it below `---functions---`");
            out.push(fault);
        }
    }
}

/// Returns whether every reader of TL knows the constructor of a predefined type.
fn is_known(ty: &str, constructor: &str) -> bool {
    let usual = predefined_named(ty).map_or("", |known| known.constructor);
    usual == constructor || (ty == "Bool" && matches!(constructor, "boolTrue" | "boolFalse"))
}

fn unusual(fields: &[Field]) -> Option<&Field> {
    let usual = match fields {
        [_] => true,
        [Field { name: None, ty: TypeExpr::Nat, .. }, second] => {
            second.name.is_none() && matches!(second.ty, TypeExpr::Repetition(_))
        }
        _ => false,
    };
    let first = fields.iter().find(|field| field.name.is_none() && !usual);
    first.or_else(|| {
        fields.iter().find_map(|field| match &field.ty {
            TypeExpr::Repetition(repetition) => unusual(&repetition.fields),
            _ => None,
        })
    })
}
