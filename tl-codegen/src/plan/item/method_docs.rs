//! The docs of methods: who may call them, and which errors the server returns.
//!
//! Goldens: `docs_file`.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::docs_file::Caller;

use crate::facts::known::Known;
use crate::markdown::inline;

/// Describes who may call a method; `None` if this is not known.
pub(crate) fn callers(known: &Known) -> Option<String> {
    let is_sure = |caller| known.callers.contains(&caller) && !known.disputed.contains(&caller);
    let all = match (is_sure(Caller::Users), is_sure(Caller::Bots), known.disputed.is_empty()) {
        (true, true, _) => Some("Users and bots can call it."),
        (true, false, true) => Some("Only users can call it."),
        (false, true, true) => Some("Only bots can call it."),
        (true, false, false) => Some("Users can call it."),
        (false, true, false) => Some("Bots can call it."),
        (false, false, _) => None,
    };
    let is = |caller| known.callers.contains(&caller);
    let business = is(Caller::Business).then_some("Bots can call it over a business connection.");
    let anyone = is(Caller::Anyone).then_some("It needs no login.");
    let sure = [all, business, anyone].into_iter().flatten().map(str::to_owned);
    let sentences: Vec<String> = sure.chain(disputed(&known.disputed)).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// Describes the callers about whom sources disagree.
fn disputed(disputed: &BTreeSet<Caller>) -> Option<String> {
    let words: Vec<&str> = disputed.iter().map(|caller| caller.word()).collect();
    (!words.is_empty())
        .then(|| format!("Sources disagree on whether {} can call it.", words.join(" and ")))
}

/// The errors of a method, as a section; empty if none is known. Those with a meaning come first, each with all its codes, and
/// then the names of the others by code.
pub(crate) fn errors(known: &Known, meaning: impl Fn(&str) -> Option<Vec<String>>) -> Vec<String> {
    let mut lines = vec!["# Errors".to_owned(), String::new()];
    let mut others: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for (code, name) in &known.errors {
        let meaning = meaning(name).unwrap_or_default();
        let meaning: Vec<String> = meaning.into_iter().filter(|line| !line.is_empty()).collect();
        if meaning.is_empty() {
            others.entry(*code).or_default().push(code_span(name));
        } else if told.insert(name) {
            let codes = codes(known, name);
            lines.push(format!("- {codes} {}: {}", code_span(name), meaning.join(" ")));
        }
    }
    lines.extend(others.iter().map(|(code, names)| format!("- {code} {}", names.join(", "))));
    if known.errors.is_empty() { Vec::new() } else { lines }
}

/// The codes that an error has: `400 or 406`.
fn codes(known: &Known, name: &str) -> String {
    let codes = known.errors.iter().filter(|(_, it)| it == name).map(|(code, _)| code.to_string());
    codes.collect::<Vec<_>>().join(" or ")
}

/// Formats the name of an error, with `X` for its number.
fn code_span(name: &str) -> String {
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_plain { format!("`{name}`") } else { inline(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callers_are_sentences() {
        let said = |callers: &[Caller], disputed: &[Caller]| {
            let (callers, disputed) = (callers.iter().copied(), disputed.iter().copied());
            let (callers, disputed) = (callers.collect(), disputed.collect());
            self::callers(&Known { callers, disputed, ..Known::default() })
        };
        assert_eq!(said(&[], &[]), None);
        assert_eq!(
            said(&[Caller::Users, Caller::Anyone], &[]).as_deref(),
            Some("Only users can call it. It needs no login.")
        );
        assert_eq!(
            said(&[Caller::Users, Caller::Bots], &[Caller::Bots]).as_deref(),
            Some("Users can call it. Sources disagree on whether bots can call it.")
        );
    }

    #[test]
    fn errors_are_a_list() {
        let error = |code, name: &str| (code, name.to_owned());
        let told = [error(400, "A_`B"), error(406, "A_`B"), error(420, "FLOOD_WAIT_X")];
        let others = [error(400, "C"), error(400, "A"), error(406, "C")];
        let errors = told.into_iter().chain(others).collect();
        let meaning = |name: &str| {
            let words = |text: &str| vec![text.to_owned(), String::new(), "so".to_owned()];
            ["A_`B", "FLOOD_WAIT_X"].contains(&name).then(|| words("Not."))
        };
        let want = [
            "# Errors",
            "",
            "- 400 or 406 A\\_\\`B: Not. so",
            "- 420 `FLOOD_WAIT_X`: Not. so",
            "- 400 `A`, `C`",
            "- 406 `C`",
        ];
        assert_eq!(super::errors(&Known { errors, ..Known::default() }, meaning), want);
        assert!(super::errors(&Known::default(), meaning).is_empty());
    }
}
