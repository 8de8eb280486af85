//! The suffixes that filled-in arguments add to names: `Maybe<int>` becomes `MaybeInt`.
//!
//! Goldens: `parameters`.

use typelang_parser::schema::{Apply, Arg, Builtin, Form, NatExpr, TypeExpr};

use super::expanded::{Expanded, Filled};
use crate::plan::model::names;

/// Suffixes up to this length are kept whole.
const LIMIT: usize = 96;

/// Returns the suffix for arguments whose types are already known.
///
/// The usual form of a type has its plain name: bare for predefined types, boxed for others. The other form
/// has a prefix: `BoxedInt`, `BareUser`. A number that is not filled in is `N`.
pub(crate) fn of(known: &Expanded, args: &[Arg]) -> Filled {
    let all_open = args.iter().all(|arg| matches!(arg, Arg::Nat(NatExpr { var: Some(_), .. })));
    let suffix =
        if all_open { String::new() } else { short(join(args.iter().map(|arg| word(known, arg)))) };
    let tl: Vec<String> = args.iter().map(|arg| text(known, arg)).collect();
    Filled { suffix, tl: short_text(format!("<{}>", tl.join(","))) }
}

/// Returns the suffix for the row of a repetition.
pub(crate) fn row(owner: &str, field: &str) -> String {
    join([owner.to_owned(), names::item_word(field)])
}

/// Joins words, with a separator between adjacent digits.
pub(crate) fn join(words: impl IntoIterator<Item = String>) -> String {
    words.into_iter().fold(String::new(), |all, word| names::join_suffix(all, &word))
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

/// Shortens a long suffix to its start and a hash of the whole.
fn short(suffix: String) -> String {
    if suffix.len() <= LIMIT {
        return suffix;
    }
    // FNV-1a, since the hash must never change.
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
