//! The only place where TL names become Rust names.
//!
//! Case conversion is heck's. A name is a sequence of words until it becomes an identifier: keywords get
//! `r#`, keywords that cannot be raw get a final `_`, and words with a suffix need neither. Equal names in
//! one scope are made distinct by trailing underscores on all but the first, in the order of their TL names,
//! so the order of the schema's lines does not matter.
//!
//! Goldens: `collisions`, `keywords`, `digits`, `prelude`.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use heck::ToUpperCamelCase;

use super::{
    reserved::{
        KEYWORDS, LOCAL_WORDS, METHOD_WORDS, MODULE_WORDS, PARAM_WORDS, PATH_WORDS, SCHEMA,
    },
    rust::Name,
    words::{snake, upper_camel},
};
use crate::rust_text::is_word;

/// The module with the impls of serde's traits.
pub(crate) const SERDE_MODULE: &str = "serde_impls";

/// Makes an identifier of `word`.
fn identifier(word: &str) -> Name {
    if PATH_WORDS.contains(&word) {
        Name::new(format!("{word}_"))
    } else if word.is_empty() {
        Name::new("unnamed")
    } else if KEYWORDS.binary_search(&word).is_ok() {
        Name::new(format!("r#{word}"))
    } else if word.starts_with(|first: char| first.is_ascii_digit()) {
        Name::new(format!("_{word}"))
    } else {
        Name::new(word)
    }
}

/// Returns the name of a struct, an enum or a variant.
pub(crate) fn item(tl: &str) -> Name {
    item_with(tl, "")
}

/// Returns the name of an item, followed by `suffix`.
pub(crate) fn item_with(tl: &str, suffix: &str) -> Name {
    item_identifier(&join_suffix(item_word(tl), suffix))
}

/// Returns the word for an item, which longer names may contain: `Self` for an item named `Self_`.
pub(crate) fn item_word(tl: &str) -> String {
    let word = upper_camel(last(tl));
    if word.is_empty() { "Unnamed".to_owned() } else { word }
}

/// Makes an identifier of a word for an item.
fn item_identifier(word: &str) -> Name {
    if word == SCHEMA { Name::new(format!("{word}_")) } else { identifier(word) }
}

/// Returns the name of the type parameter for an enum's payload.
pub(crate) fn payload_param(of: &Name) -> Name {
    Name::new(if of.as_str() == "T" { "Payload" } else { "T" })
}

/// Returns the name of a method for a field or a variant; it does not shadow a method of a trait.
pub(crate) fn accessor(word: &Name) -> Name {
    if METHOD_WORDS.contains(&word.as_str()) {
        Name::new(format!("{}_", word.as_str()))
    } else {
        word.clone()
    }
}

/// Returns the user's name for an item or a variant, followed by `suffix`.
pub(crate) fn with_suffix(name: &Name, suffix: &str) -> Name {
    if suffix.is_empty() {
        return name.clone();
    }
    // rustc accepts an underscore at the end of a camel-case name, but not within it.
    item_identifier(&join_suffix(name.word().trim_end_matches('_').to_owned(), suffix))
}

/// Joins two words, with an underscore between two digits.
pub(crate) fn join_suffix(mut first: String, second: &str) -> String {
    let ends = first.ends_with(|char: char| char.is_ascii_digit());
    let starts = second.starts_with(|char: char| char.is_ascii_digit());
    if ends && starts {
        first.push('_');
    }
    first.push_str(second);
    first
}

/// Returns the modules for the namespaces of a TL name.
pub(crate) fn modules(tl: &str) -> Arc<[Name]> {
    let (namespaces, _) = tl.rsplit_once('.').unzip();
    namespaces.into_iter().flat_map(|all: &str| all.split('.')).map(module).collect()
}

/// Returns the module for one namespace.
pub(crate) fn module(namespace: &str) -> Name {
    let word = snake(namespace);
    if MODULE_WORDS.contains(&&*word) { Name::new(format!("{word}_")) } else { identifier(&word) }
}

/// Returns the name of the shard for items that begin with `start`.
///
/// The leading underscore distinguishes it from a namespace's module, which has one only before a digit, and
/// then no trailing one.
pub(crate) fn shard(start: &str) -> Name {
    let is_number = start.starts_with(|first: char| first.is_ascii_digit());
    Name::new(format!("_{start}{}", if is_number { "_" } else { "" }))
}

/// Returns the name of a module that the user asks for, if it is valid and free.
pub(crate) fn further_module(name: &str) -> Option<Name> {
    let module = module(name);
    (module.as_str() == name && is_identifier(name)).then_some(module)
}

/// Returns whether text is an identifier, with `r#` if it needs one.
pub(crate) fn is_identifier(text: &str) -> bool {
    let word = text.strip_prefix("r#").unwrap_or(text);
    let is_raw = word != text;
    let is_free = is_raw || KEYWORDS.binary_search(&word).is_err();
    is_word(word) && is_free && !PATH_WORDS.contains(&word)
}

/// Returns the name of a struct's field.
pub(crate) fn field(tl: &str) -> Name {
    identifier(&snake(tl))
}

/// Returns the TL names by which rustdoc's search would not find an item with this Rust name.
pub(crate) fn aliases(name: &Name, tl: &[String]) -> Vec<String> {
    let is_found = |tl: &str| tl == name.word() || snake(tl) == name.word();
    let hidden = tl.iter().filter(|tl| !tl.is_empty() && !is_found(tl));
    hidden.cloned().collect::<BTreeSet<String>>().into_iter().collect()
}

/// Returns whether the schema spells a name as Rust spells fields.
pub(crate) fn is_field_already(tl: &str) -> bool {
    snake(tl) == tl
}

/// Returns whether rustc accepts the name for a type or variant without a warning.
pub(crate) fn is_upper_camel(name: &Name) -> bool {
    let word = name.word().trim_matches('_');
    let is_digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
    let apart = |(at, _): (usize, &str)| {
        is_digit(word[..at].chars().next_back()) && is_digit(word[at + 1..].chars().next())
    };
    !word.starts_with(char::is_lowercase) && word.match_indices('_').all(apart)
}

/// Returns whether rustc accepts the name for a field without a warning.
pub(crate) fn is_snake(name: &Name) -> bool {
    let word = name.word().trim_matches('_');
    !word.contains(char::is_uppercase) && !word.contains("__")
}

/// Returns the name of a method for a variant: `is_empty`, `as_empty`.
pub(crate) fn asking(prefix: &str, variant: &Name) -> Name {
    accessor(&Name::new(format!("{prefix}_{}", snake(variant.word()))))
}

/// Returns the name of the field for several fields that share a bit.
pub(crate) fn group(tl: &[&str]) -> Name {
    identifier(&tl.iter().map(|name| snake(name)).collect::<Vec<_>>().join("_and_"))
}

/// Returns the names of the type parameters of `combinator`, by TL name.
pub(crate) fn params<'a>(
    combinator: &str,
    tl: impl IntoIterator<Item = &'a str>,
) -> BTreeMap<&'a str, Name> {
    let name = |tl: &str| {
        let word = tl.to_upper_camel_case();
        let name = identifier(&word);
        let is_taken = name == item(combinator) || PARAM_WORDS.contains(&name.as_str());
        if is_taken { Name::new(word + "Param") } else { name }
    };
    let names: BTreeMap<&str, Name> = tl.into_iter().map(|tl| (tl, name(tl))).collect();
    distinct(names).into_iter().collect()
}

/// Returns the name of a local variable that holds the field `name`.
pub(crate) fn local(name: &Name) -> Name {
    // One underscore more than the field has, so that the fields `out` and `out_` do not share a variable.
    let word = name.as_str().trim_end_matches('_');
    if LOCAL_WORDS.contains(&word) {
        Name::new(format!("{}_", name.as_str()))
    } else {
        name.clone()
    }
}

/// Returns the name of a variant, followed by `suffix`: the constructor's name without the type's, if the
/// rest is a valid name.
pub(crate) fn variant(constructor: &str, ty: &str, suffix: &str) -> Name {
    let full = item_word(constructor);
    match full.strip_prefix(&item_word(ty)) {
        Some(rest)
            if rest != "Self" && rest.starts_with(|first: char| first.is_ascii_uppercase()) =>
        {
            identifier(&join_suffix(rest.to_owned(), suffix))
        }
        _ => item_identifier(&join_suffix(full, suffix)),
    }
}

/// Returns the name of the variant for values of other layers.
pub(crate) fn unknown_variant(others: &BTreeSet<&Name>) -> Name {
    let mut name = Name::new("Unknown");
    while others.contains(&name) {
        name = Name::new(format!("{}_", name.word()));
    }
    name
}

/// The most equal names in one scope, and so the most trailing underscores.
pub(crate) const EQUAL_LIMIT: usize = 64;

/// Returns whether a name has too many trailing underscores.
pub(crate) fn is_crowded(name: &Name) -> bool {
    let word = name.as_str();
    word.len() - word.trim_end_matches('_').len() > EQUAL_LIMIT
}

/// Makes equal names in one scope distinct; `wanted` pairs a key, which differs for each, with the preferred name.
/// Of equal names, the one with the least key stays as it is. The result is in the order of `wanted`.
pub(crate) fn distinct<K: Ord>(wanted: impl IntoIterator<Item = (K, Name)>) -> Vec<(K, Name)> {
    let mut given: Vec<(K, Name)> = wanted.into_iter().collect();
    if are_distinct(&given) {
        return given;
    }
    let mut order: Vec<usize> = (0..given.len()).collect();
    order.sort_unstable_by(|left, right| given[*left].0.cmp(&given[*right].0));
    let mut taken = BTreeSet::new();
    for at in order {
        let (_, name) = &mut given[at];
        // Names beyond the limit are refused, and need not be distinct.
        while !taken.insert(name.clone()) && !is_crowded(name) {
            *name = Name::new(format!("{}_", name.word()));
        }
    }
    given
}

fn are_distinct<K>(names: &[(K, Name)]) -> bool {
    let mut seen = BTreeSet::new();
    names.iter().all(|(_, name)| seen.insert(name))
}

/// Counts the occurrences of each name.
pub(crate) fn counted<'n>(names: impl IntoIterator<Item = &'n Name>) -> BTreeMap<&'n Name, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// Returns the part of a TL name after its namespaces.
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
        let names = ["type", "self", "super", "__", "srp_B", "fooBar"]
            .map(|tl| field(tl).as_str().to_owned());
        assert_eq!(
            names,
            ["r#type", "self_", "super_", "unnamed", "srp_b", "foo_bar"].map(String::from)
        );
        assert_eq!(module("pub").as_str(), "r#pub");
        assert_eq!(module("types").as_str(), "types_");
    }

    /// Rust's keywords of every kind and edition, and the names that generated code uses.
    fn every_word() -> impl Iterator<Item = &'static str> {
        let weak = ["auto", "default", "macro_rules", "raw", "safe", "union", "schema", "Schema"];
        let lists = [KEYWORDS, PATH_WORDS, MODULE_WORDS, LOCAL_WORDS, METHOD_WORDS, PARAM_WORDS];
        lists.into_iter().flatten().copied().chain(weak)
    }

    #[test]
    fn every_word_is_an_identifier_without_a_warning_in_every_place() {
        let is_identifier = |name: &Name| is_identifier(name.as_str());
        for word in every_word() {
            let user = Name::new(format!("{}_", item_word(word)));
            let mut upper =
                vec![item(word), variant(word, "Other", ""), variant("otherSelf", word, "")];
            for suffix in ["5", "Int", "Self5", "8"] {
                upper.extend([item_with(word, suffix), with_suffix(&user, suffix)]);
                upper.extend([variant(word, "Other", suffix), variant(word, word, suffix)]);
                let joined = item_with(word, suffix);
                assert_eq!(joined.as_str(), join_suffix(item_word(word), suffix), "no underscore");
            }
            for name in &upper {
                assert!(is_identifier(name) && is_upper_camel(name), "{word}: {}", name.as_str());
            }
            let own = field(word);
            let mut snake = vec![module(word), local(&own), accessor(&own), group(&[word, word])];
            snake.extend(upper.iter().flat_map(|name| ["is", "as"].map(|it| asking(it, name))));
            let twice = distinct([(0, own.clone()), (1, own.clone())]);
            assert_eq!(twice[1].1.as_str(), format!("{}_", own.word()));
            snake.extend(twice.into_iter().map(|(_, name)| name));
            for name in &snake {
                assert!(is_identifier(name) && is_snake(name), "{word}: {}", name.as_str());
            }
        }
    }

    #[test]
    fn words_are_joined_before_they_are_escaped() {
        assert_eq!(item_with("self", "5").as_str(), "Self5");
        assert_eq!(item_with("schema", "8").as_str(), "Schema8");
        assert_eq!(item_with("a1", "8").as_str(), "A1_8");
        assert_eq!(item("self").as_str(), "Self_");
        assert_eq!(variant("self", "A", "8").as_str(), "Self8");
        assert_eq!(variant("selfEmpty", "Self", "").as_str(), "Empty");
        assert_eq!(with_suffix(&Name::new("Mine_"), "8").as_str(), "Mine8");
    }

    #[test]
    fn methods_hide_none_of_a_trait() {
        let method = |word: &str| accessor(&Name::new(word)).as_str().to_owned();
        assert_eq!(
            ["clone", "new", "to_bytes", "id"].map(method),
            ["clone_", "new_", "to_bytes_", "id"]
        );
        assert_eq!(asking("as", &Name::new("Ref")).as_str(), "as_ref_");
        assert_eq!(asking("is", &Name::new("Ref")).as_str(), "is_ref");
    }

    #[test]
    fn type_parameters_hide_neither_their_struct_nor_those_of_functions() {
        let names = |combinator, tl: &[&'static str]| {
            params(combinator, tl.iter().copied())
                .into_values()
                .map(|name| name.as_str().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(names("call", &["X", "t"]), ["X", "T"]);
        assert_eq!(names("x", &["X"]), ["XParam"]);
        assert_eq!(names("self", &["Self"]), ["SelfParam"]);
        assert_eq!(names("call", &["schema", "D"]), ["DParam", "SchemaParam"]);
        assert_eq!(names("call", &["S", "Self", "self"]), ["SParam", "Self_", "Self__"]);
    }

    #[test]
    fn fields_have_variables_of_their_own() {
        let locals = ["out", "out_", "out__", "id", "id_"]
            .map(|name| local(&Name::new(name)).as_str().to_owned());
        assert_eq!(locals, ["out_", "out__", "out___", "id", "id_"]);
    }

    #[test]
    fn variants_lose_the_types_name_unless_nothing_usable_is_left() {
        let name = |constructor, ty| variant(constructor, ty, "").as_str().to_owned();
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
        let given = |wanted: [&'static str; 2]| {
            let given = distinct(wanted.map(|tl| (tl, field(tl))));
            given.into_iter().map(|(tl, name)| (tl, name.as_str().to_owned())).collect::<Vec<_>>()
        };
        let (first, second) = (("fooBar", "foo_bar".into()), ("foo_bar", "foo_bar_".into()));
        assert_eq!(given(["fooBar", "foo_bar"]), [first.clone(), second.clone()]);
        assert_eq!(given(["foo_bar", "fooBar"]), [second, first]);
    }
}
