//! Guesses the dialect of the files if you name none.

use crate::{
    counted::counted,
    dialect::Dialect,
    docs::layer_of,
    id::{IdRule, compute},
    lower::declaration::{Body, Declaration, Program},
    syntax::{Combinator, Equals, Expr, ExprKind, Field, FieldType, File},
};

/// A guessed dialect and the evidence for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The dialect.
    pub dialect: Dialect,
    /// The evidence, as a clause for messages.
    pub reason: String,
}

/// Returns the first dialect for which the files have evidence.
pub(super) fn guess(program: &Program<'_>, files: &[File<'_>]) -> Guess {
    let found = vk_syntax(program)
        .or_else(|| stated_layer(files))
        .or_else(|| written_ids(program))
        .or_else(|| dependent_types(program))
        .or_else(|| ton_names(program))
        .or_else(|| tdlib_style(program, files));
    let (dialect, reason) = found.unwrap_or_else(|| {
        (Dialect::Telegram, "the files show no sign of another dialect".to_owned())
    });
    Guess { dialect, reason }
}

type Found = Option<(Dialect, String)>;

fn combinators<'a>(program: &'a Program<'a>) -> impl Iterator<Item = &'a Combinator<'a>> {
    program.declarations.iter().filter_map(|declaration| match declaration.body {
        Body::Combinator(combinator) => Some(combinator),
        Body::Builtin(_) => None,
    })
}

fn vk_syntax(program: &Program<'_>) -> Found {
    let is_vk = |combinator: &&Combinator<'_>| {
        combinator.equals == Equals::Arrow || !combinator.annotations.is_empty()
    };
    let first = combinators(program).find(is_vk)?;
    let reason = format!("`{}` has an annotation or `=>`", first.name.text);
    Some((Dialect::Vk, reason))
}

fn stated_layer(files: &[File<'_>]) -> Found {
    let comments = files.iter().flat_map(|file| &file.comments);
    let stated = comments.into_iter().find(|comment| layer_of(comment.text).is_some())?;
    Some((Dialect::Telegram, format!("the comment `{}` states a layer", stated.text.trim())))
}

/// If most ids are written, as in Telegram's files, the rule that explains more of them decides.
fn written_ids(program: &Program<'_>) -> Found {
    let with_id = |combinator: &&Combinator<'_>| combinator.id.is_some();
    let written = combinators(program).filter(with_id).count();
    if written == 0 || written * 2 < combinators(program).count() {
        return None;
    }
    let explained = |rule| {
        let is_computed =
            |it: &&Combinator<'_>| it.id.map(|id| id.value) == Some(compute(it, rule));
        combinators(program).filter(is_computed).count()
    };
    let (telegram, reference) = (explained(IdRule::Telegram), explained(IdRule::Reference));
    if telegram < reference || telegram * 2 < written {
        return None;
    }
    let written = counted(written, "written id");
    let reason = format!("Telegram's rule explains {telegram} of {written}");
    Some((Dialect::Telegram, reason))
}

/// Only VK's types depend on numbers, but VK has no `bytes`.
fn dependent_types(program: &Program<'_>) -> Found {
    let uses = |names: &[&str]| combinators(program).any(|it| names_type(&it.fields, names));
    let dependent = combinators(program).find(|it| is_dependent(it))?;
    if uses(&["bytes", "int128", "int256", "int32", "int53", "int64"]) {
        return None;
    }
    Some((Dialect::Vk, format!("`{}` depends on a number", dependent.name.text)))
}

fn is_dependent(combinator: &Combinator<'_>) -> bool {
    let nat_param = combinator.params.iter().any(|params| params.kind.kind == ExprKind::Nat);
    nat_param || combinator.fields.iter().any(is_sized_by_name)
}

fn is_sized_by_name(field: &Field<'_>) -> bool {
    let FieldType::Repetition(repetition) = &field.ty else { return false };
    matches!(&repetition.times, Some(Expr { kind: ExprKind::Name(_), .. }))
}

fn names_type(fields: &[Field<'_>], names: &[&str]) -> bool {
    fields.iter().any(|field| match &field.ty {
        FieldType::Expr(Expr { kind: ExprKind::Name(ident), .. }) => names.contains(&ident.text),
        FieldType::Expr(_) => false,
        FieldType::Repetition(repetition) => names_type(&repetition.fields, names),
    })
}

fn ton_names(program: &Program<'_>) -> Found {
    let is_ton = |declaration: &&Declaration<'_>| {
        let (namespace, _) = declaration.name().split_once('.').unwrap_or_default();
        let predefined = matches!(declaration.name(), "object" | "function" | "bigBytes");
        (predefined && matches!(declaration.body, Body::Builtin(_)))
            || matches!(namespace, "adnl" | "tonNode" | "liteServer" | "tonlib")
    };
    let first = program.declarations.iter().find(is_ton)?;
    Some((Dialect::Ton, format!("it declares TON's `{}`", first.name())))
}

fn tdlib_style(program: &Program<'_>, files: &[File<'_>]) -> Found {
    let is_doc = |text: &str| text.starts_with("//@description") || text.starts_with("//@class");
    if files.iter().flat_map(|file| &file.comments).any(|comment| is_doc(comment.text)) {
        return Some((Dialect::Tdlib, "it has `//@` documentation".to_owned()));
    }
    let names = ["int32", "int53", "int64", "secureBytes", "secureString"];
    let used = combinators(program)
        .any(|it| names.contains(&it.name.text) || names_type(&it.fields, &names));
    used.then(|| (Dialect::Tdlib, "it uses TDLib's names for numbers".to_owned()))
}
