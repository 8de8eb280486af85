//! What arguments that are filled in add to names: `Maybe<int>` is `MaybeInt`.
//!
//! Goldens: `parameters`.

use typelang_parser::schema::{Apply, Arg, Builtin, Form, NatExpr, TypeExpr};

use super::expanded::{Expanded, Filled};
use crate::plan::model::names;

/// A suffix no longer than this is written out.
const LIMIT: usize = 96;

/// The suffix for arguments, whose types are known already.
///
/// What schemas write in the common way has its plain name: a predefined type without its id, any other with it. The
/// rare form has a word more: `BoxedInt`, `BareUser`. An open number is `N`.
pub(crate) fn of(known: &Expanded, args: &[Arg]) -> Filled {
    let all_open = args.iter().all(|arg| matches!(arg, Arg::Nat(NatExpr { var: Some(_), .. })));
    let suffix =
        if all_open { String::new() } else { short(join(args.iter().map(|arg| word(known, arg)))) };
    let tl: Vec<String> = args.iter().map(|arg| text(known, arg)).collect();
    Filled { suffix, tl: short_text(format!("<{}>", tl.join(","))) }
}

/// The suffix for what a field of a combinator repeats.
pub(crate) fn row(owner: &str, field: &str) -> String {
    join([owner.to_owned(), names::item_word(field)])
}

/// Words as one; numbers in them stay apart.
pub(crate) fn join(words: impl IntoIterator<Item = String>) -> String {
    words.into_iter().fold(String::new(), |all, word| names::join_suffix(&all, &word))
}

fn word(known: &Expanded, arg: &Arg) -> String {
    match arg {
        Arg::Nat(NatExpr { var: None, plus }) => plus.to_string(),
        Arg::Nat(_) => "N".to_owned(),
        Arg::Type(TypeExpr::Apply(apply)) => type_word(known, apply),
        Arg::Type(TypeExpr::Nat) => "Nat".to_owned(),
        Arg::Type(_) => "X".to_owned(),
    }
}

fn type_word(known: &Expanded, apply: &Apply) -> String {
    let (ty, filled) = (&known.schema[apply.ty], &known.types[apply.ty.0 as usize]);
    let form = match (apply.form, ty.builtin) {
        (_, Some(Builtin::Bool | Builtin::Object | Builtin::Function)) => "",
        (form, Some(builtin)) if builtin != Builtin::Vector => match form {
            Form::Boxed => "Boxed",
            Form::Bare => "",
        },
        (Form::Boxed, _) => "",
        (Form::Bare, _) => "Bare",
    };
    let name = names::item_word(&ty.name);
    let args = apply.args.iter().filter(|arg| matches!(arg, Arg::Type(_)));
    let args = args.map(|arg| word(known, arg));
    let own = [form.to_owned(), name, filled.suffix.clone()];
    short(join(own.into_iter().chain(args)))
}

/// The suffix, or if it is too long its start and a number for all of it.
fn short(suffix: String) -> String {
    if suffix.len() <= LIMIT {
        return suffix;
    }
    // FNV-1a, as the number must be the same everywhere and for ever.
    let hash = suffix
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let start: String = suffix.chars().take(LIMIT / 2).collect();
    format!("{start}{hash:08X}")
}

fn text(known: &Expanded, arg: &Arg) -> String {
    match arg {
        Arg::Nat(NatExpr { var: None, plus }) => plus.to_string(),
        Arg::Type(TypeExpr::Apply(apply)) => {
            let (ty, filled) = (&known.schema[apply.ty], &known.types[apply.ty.0 as usize]);
            let bare = if apply.form == Form::Bare { "%" } else { "" };
            let args: Vec<String> = apply
                .args
                .iter()
                .filter(|arg| matches!(arg, Arg::Type(_)))
                .map(|arg| text(known, arg))
                .collect();
            let args =
                if args.is_empty() { String::new() } else { format!("<{}>", args.join(",")) };
            short_text(format!("{bare}{}{}{args}", ty.name, filled.tl))
        }
        Arg::Nat(_) | Arg::Type(TypeExpr::Nat) => "#".to_owned(),
        Arg::Type(_) => "X".to_owned(),
    }
}

fn short_text(text: String) -> String {
    if text.chars().count() <= 2 * LIMIT {
        return text;
    }
    text.chars().take(LIMIT).collect::<String>() + "…"
}
