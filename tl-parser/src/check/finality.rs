//! Checks `New`, `Final`, `Empty` and partial applications: statements from the first edition of the
//! language.

use std::collections::BTreeMap;

use crate::{
    codes,
    diagnostic::Diagnostic,
    faults::sink::Sink,
    lower::declaration::{Declaration, Program, Statement},
    schema::Schema,
    span::Location,
    syntax::{Finality, FinalityWord},
};

/// Checks each statement against the declarations around it; only here does the order of declarations matter.
pub(super) fn finalities(
    program: &Program<'_>,
    schema: &Schema,
    origins: &[usize],
    out: &mut Sink<'_>,
) {
    let makers =
        if program.finalities.is_empty() { BTreeMap::new() } else { makers(schema, origins) };
    for statement in &program.finalities {
        let none = Vec::new();
        let makers = makers.get(statement.what.ty.text).unwrap_or(&none);
        let broken = breach(statement, makers, &program.declarations);
        let place = Location { file: statement.file, span: statement.what.span };
        out.push(broken.unwrap_or_else(|| ignored(statement.what, place)));
    }
    for statement in &program.partials {
        let place = Location { file: statement.file, span: statement.what.span };
        let message = "a partial application has no effect on the generated code";
        let fault =
            Diagnostic::warning(codes::PARTIAL_IGNORED, message).label(place, "not generated");
        out.push(fault.note("it told early readers of TL that the type is used with these arguments; you can remove it"));
    }
}

/// Returns the declarations of each type's constructors, in the order of the text.
fn makers<'s>(schema: &'s Schema, origins: &[usize]) -> BTreeMap<&'s str, Vec<usize>> {
    let of = |ty: &'s crate::schema::Type| {
        ty.constructors.iter().map(|id| origins[id.0 as usize]).collect()
    };
    schema.types.iter().map(|ty| (ty.name.as_str(), of(ty))).collect()
}

fn breach(
    statement: &Statement<'_, Finality<'_>>,
    makers: &[usize],
    declarations: &[Declaration<'_>],
) -> Option<Diagnostic> {
    let name = statement.what.ty.text;
    let place = Location { file: statement.file, span: statement.what.span };
    let before = makers.first().filter(|at| **at < statement.after);
    let after = makers.get(makers.partition_point(|at| *at < statement.after));
    let at = |maker: &usize| declarations[*maker].name_place();
    let error = |message: String| Diagnostic::error(codes::FINALITY, message);
    match (statement.what.word, before, after) {
        (FinalityWord::New, Some(before), _) => Some(
            error(format!("`{name}` is declared new after its first constructor"))
                .label(place, "declared here")
                .label(at(before), "declared before"),
        ),
        (FinalityWord::Final, None, _) => Some(
            error(format!("`{name}` is declared final before it has a constructor"))
                .label(place, "declared here"),
        ),
        (FinalityWord::Final, Some(_), Some(after)) => Some(
            error(format!("`{name}` gets a constructor after it was declared final"))
                .label(at(after), "one more constructor")
                .label(place, "declared final here"),
        ),
        (FinalityWord::Empty, _, _) => {
            let maker = before.or(after)?;
            let fault = error(format!("`{name}` is declared empty but has a constructor"));
            Some(fault.label(at(maker), "a constructor").label(place, "declared empty here"))
        }
        _ => None,
    }
}

fn ignored(statement: &Finality<'_>, place: Location) -> Diagnostic {
    let word = match statement.word {
        FinalityWord::New => "New",
        FinalityWord::Final => "Final",
        FinalityWord::Empty => "Empty",
    };
    let message = format!("`{word} {}` has no effect on the generated code", statement.ty.text);
    Diagnostic::warning(codes::FINALITY_IGNORED, message)
        .label(place, "not generated")
        .note("it was checked and is true; you can remove it")
}
