//! The one place where TL names become Rust names.
//!
//! Case follows heck. Keywords take `r#`, those that cannot be raw take `_`. Names of one scope that come out
//! equal are told apart by underscores behind all but the first, in the order of their TL names, so that
//! the order of the schema's lines never matters.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::rust::Name;

/// Words that can be identifiers only as `r#word`.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Words that cannot be identifiers at all.
const PATH_WORDS: &[&str] = &["self", "Self", "super", "crate"];

/// Names that a module cannot have: those that generated modules use for themselves, the primitive types, which a
/// module would hide, and `mod`, whose file `mod.rs` would be that of the module around it.
const MODULE_WORDS: &[&str] = &[
    "bool",
    "char",
    "enums",
    "f32",
    "f64",
    "functions",
    "i16",
    "i32",
    "i64",
    "i8",
    "i128",
    "isize",
    "mod",
    "str",
    "tl",
    "types",
    "u16",
    "u32",
    "u64",
    "u8",
    "u128",
    "usize",
];

/// Names that generated functions use for themselves.
const LOCAL_WORDS: &[&str] = &["reader", "out", "value"];

/// Names that generated functions use for type parameters of their own.
const PARAM_WORDS: &[&str] = &["D", "H", "S"];

/// The name by which generated modules know their schema, and which no item can have.
pub(crate) const SCHEMA: &str = "Schema";

/// Makes an identifier of `word`.
fn identifier(word: String) -> Name {
    if PATH_WORDS.contains(&word.as_str()) {
        Name(word + "_")
    } else if word.is_empty() {
        Name("unnamed".to_owned())
    } else if KEYWORDS.binary_search(&word.as_str()).is_ok() {
        Name(format!("r#{word}"))
    } else if word.starts_with(|first: char| first.is_ascii_digit()) {
        Name(format!("_{word}"))
    } else {
        Name(word)
    }
}

/// The name of a struct, an enum or a variant.
pub(crate) fn item(tl: &str) -> Name {
    let word = last(tl).to_upper_camel_case();
    match word.as_str() {
        "" => Name("Unnamed".to_owned()),
        SCHEMA => Name(word + "_"),
        _ => identifier(word),
    }
}

/// The name of the type parameter for whatever an enum is made of.
pub(crate) fn payload_param(of: &Name) -> Name {
    Name(if of.as_str() == "T" { "Payload" } else { "T" }.to_owned())
}

/// The name of a method that asks for a field, beside `new`.
pub(crate) fn accessor(field: &Name) -> Name {
    if field.as_str() == "new" { Name("new_".to_owned()) } else { field.clone() }
}

/// The same with `words` behind it.
pub(crate) fn item_with(tl: &str, words: &str) -> Name {
    if words.is_empty() {
        return item(tl);
    }
    identifier(join_words(&last(tl).to_upper_camel_case(), words))
}

/// The user's name for an item, with `words` behind it.
pub(crate) fn with_words(name: &Name, words: &str) -> Name {
    if words.is_empty() {
        return name.clone();
    }
    identifier(join_words(name.as_str().trim_start_matches("r#"), words))
}

/// Two words as one; a number keeps apart from another.
pub(crate) fn join_words(first: &str, second: &str) -> String {
    let ends = first.ends_with(|char: char| char.is_ascii_digit());
    let starts = second.starts_with(|char: char| char.is_ascii_digit());
    let apart = if ends && starts { "_" } else { "" };
    format!("{first}{apart}{second}")
}

/// The names of the modules for the namespaces of a TL name.
pub(crate) fn modules(tl: &str) -> Vec<Name> {
    let mut parts: Vec<&str> = tl.split('.').collect();
    parts.pop();
    parts.into_iter().map(module).collect()
}

/// The name of the module for one namespace.
pub(crate) fn module(namespace: &str) -> Name {
    let word = namespace.to_snake_case();
    if MODULE_WORDS.contains(&word.as_str()) { Name(word + "_") } else { identifier(word) }
}

/// The name of the part of a module that has the items which begin with `start`.
///
/// The underscore in front sets it apart from a namespace's, which has one in front of a digit only, and then none behind.
pub(crate) fn part(start: &str) -> Name {
    let is_number = start.starts_with(|first: char| first.is_ascii_digit());
    Name(format!("_{start}{}", if is_number { "_" } else { "" }))
}

/// The name of a module that the user asks for, if it is one and not taken.
pub(crate) fn further_module(name: &str) -> Option<Name> {
    let module = module(name);
    (module.as_str() == name && syn::parse_str::<syn::Ident>(name).is_ok()).then_some(module)
}

/// The name of a struct's field.
pub(crate) fn field(tl: &str) -> Name {
    identifier(tl.to_snake_case())
}

/// Whether a name is spelled in the schema as fields are in Rust.
pub(crate) fn is_field_already(tl: &str) -> bool {
    tl.to_snake_case() == tl
}

/// Whether rustc takes a name for one of a type or a variant without a word.
pub(crate) fn is_upper_camel(name: &Name) -> bool {
    let word = name.as_str().trim_start_matches("r#").trim_matches('_');
    let is_digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
    let apart = |(at, _): (usize, &str)| {
        is_digit(word[..at].chars().next_back()) && is_digit(word[at + 1..].chars().next())
    };
    !word.starts_with(char::is_lowercase) && word.match_indices('_').all(apart)
}

/// Whether rustc takes a name for one of a field without a word.
pub(crate) fn is_snake(name: &Name) -> bool {
    let word = name.as_str().trim_start_matches("r#").trim_matches('_');
    !word.contains(char::is_uppercase) && !word.contains("__")
}

/// The name of a method that asks for a variant: `is_empty`, `as_empty`.
pub(crate) fn asking(prefix: &str, variant: &Name) -> Name {
    identifier(format!("{prefix}_{}", variant.0.to_snake_case()))
}

/// The name of the one field for several that share a bit.
pub(crate) fn group(tl: &[&str]) -> Name {
    identifier(tl.iter().map(|name| name.to_snake_case()).collect::<Vec<_>>().join("_and_"))
}

/// The names of the type parameters of `combinator`, by their TL names.
pub(crate) fn params<'a>(
    combinator: &str,
    tl: impl IntoIterator<Item = &'a str>,
) -> BTreeMap<&'a str, Name> {
    let item = item(combinator);
    let name = |tl: &str| {
        let word = tl.to_upper_camel_case();
        let name = identifier(word.clone());
        let is_taken = name == item || PARAM_WORDS.contains(&name.as_str());
        if is_taken { Name(word + "Param") } else { name }
    };
    distinct(tl.into_iter().map(|tl| (tl, name(tl))))
}

/// The name of a local variable that holds the field `name`.
pub(crate) fn local(name: &Name) -> Name {
    // One underscore more than the field has, so that the fields `out` and `out_` do not share a variable.
    let word = name.as_str().trim_end_matches('_');
    if LOCAL_WORDS.contains(&word) { Name(format!("{}_", name.0)) } else { name.clone() }
}

/// The name of a variant: the constructor's without the type's, when something is left that can stand alone.
pub(crate) fn variant(constructor: &str, ty: &str) -> Name {
    let full = item(constructor);
    let prefix = item(ty);
    match full.0.strip_prefix(&prefix.0) {
        Some(rest)
            if rest != "Self" && rest.starts_with(|first: char| first.is_ascii_uppercase()) =>
        {
            Name(rest.to_owned())
        }
        _ => full,
    }
}

/// So many names of one scope at most may be equal; one more has so many underscores.
pub(crate) const EQUAL_LIMIT: usize = 64;

/// Whether a name was told apart from too many others.
pub(crate) fn is_crowded(name: &Name) -> bool {
    let word = name.as_str();
    word.len() - word.trim_end_matches('_').len() > EQUAL_LIMIT
}

/// Tells equal names of one scope apart; `wanted` pairs a key that orders them with the name each would like.
pub(crate) fn distinct<K: Ord + Clone>(
    wanted: impl IntoIterator<Item = (K, Name)>,
) -> BTreeMap<K, Name> {
    let wanted: BTreeMap<K, Name> = wanted.into_iter().collect();
    let mut taken = BTreeSet::new();
    let mut given = BTreeMap::new();
    for (key, mut name) in wanted {
        // Those that are too many are refused, and need not differ.
        while !taken.insert(name.clone()) && !is_crowded(&name) {
            name = Name(format!("{}_", name.0));
        }
        given.insert(key, name);
    }
    given
}

/// How often each name is there.
pub(crate) fn counted<'n>(names: impl IntoIterator<Item = &'n Name>) -> BTreeMap<&'n Name, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// The part of a TL name behind its namespaces.
pub(crate) fn last(tl: &str) -> &str {
    tl.rsplit('.').next().unwrap_or(tl)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_sorted_for_the_search() {
        assert!(KEYWORDS.is_sorted());
    }

    #[test]
    fn keywords_become_raw_or_take_an_underscore() {
        let names = ["type", "self", "super", "__", "srp_B", "fooBar"].map(|tl| field(tl).0);
        assert_eq!(
            names,
            ["r#type", "self_", "super_", "unnamed", "srp_b", "foo_bar"].map(String::from)
        );
        assert_eq!(module("pub").0, "r#pub");
        assert_eq!(module("types").0, "types_");
    }

    #[test]
    fn type_parameters_hide_neither_their_struct_nor_those_of_functions() {
        let names = |combinator, tl: &[&'static str]| {
            params(combinator, tl.iter().copied())
                .into_values()
                .map(|name| name.0)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("call", &["X", "t"]), ["X", "T"]);
        assert_eq!(names("x", &["X"]), ["XParam"]);
        assert_eq!(names("self", &["Self"]), ["SelfParam"]);
        assert_eq!(names("call", &["S", "Self", "self"]), ["SParam", "Self_", "Self__"]);
    }

    #[test]
    fn fields_have_variables_of_their_own() {
        let locals =
            ["out", "out_", "out__", "id", "id_"].map(|name| local(&Name(name.to_owned())).0);
        assert_eq!(locals, ["out_", "out__", "out___", "id", "id_"]);
    }

    #[test]
    fn variants_lose_the_types_name_unless_nothing_usable_is_left() {
        let name = |constructor, ty| variant(constructor, ty).0;
        assert_eq!(name("userEmpty", "User"), "Empty");
        assert_eq!(name("user", "User"), "User");
        assert_eq!(name("inputPeerSelf", "InputPeer"), "InputPeerSelf");
        assert_eq!(name("decryptedMessage8", "DecryptedMessage"), "DecryptedMessage8");
        assert_eq!(name("updateShort", "Updates"), "UpdateShort");
        assert_eq!(name("messages.dialogsSlice", "messages.Dialogs"), "Slice");
        assert_eq!(name("server_DH_params_ok", "Server_DH_Params"), "Ok");
    }

    #[test]
    fn equal_names_are_told_apart_whatever_the_order() {
        let one = distinct([("foo_bar", field("foo_bar")), ("fooBar", field("fooBar"))]);
        let two = distinct([("fooBar", field("fooBar")), ("foo_bar", field("foo_bar"))]);
        assert_eq!(one, two);
        assert_eq!(one["fooBar"].0, "foo_bar");
        assert_eq!(one["foo_bar"].0, "foo_bar_");
    }
}
