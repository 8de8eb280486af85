//! The callers of a method.

use serde::Serialize;
use typelang_parser::docs_file::Caller as Known;

use crate::facts::Facts;

/// A kind of caller, and whether it may call a method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Caller {
    /// The word of docs files.
    pub word: String,
    /// The caller in a heading's words: `Bots over a business connection`.
    pub label: &'static str,
    /// Whether the caller may call the method.
    pub may: bool,
    /// The sources that say so; empty for a docs file.
    pub sources: String,
    /// The sources that say that it may not, where sources disagree.
    pub denied_by: String,
}

/// The callers of a method, and users and bots that may not call it; empty if none is known.
pub(super) fn callers(facts: &Facts, method: &str) -> Vec<Caller> {
    let Some(known) = facts.callers.get(method) else { return Vec::new() };
    let caller = |caller: Known| {
        let said = |may: bool| {
            let it = known.iter().find(|called| called.caller == caller && called.may == may);
            it.map(|called| called.sources.clone())
        };
        let (yes, no) = (said(true), said(false));
        let is_shown = matches!(caller, Known::Users | Known::Bots) || yes.is_some();
        is_shown.then(|| Caller {
            word: caller.word().to_owned(),
            label: label(caller),
            may: yes.is_some(),
            sources: yes.unwrap_or_default(),
            denied_by: no.unwrap_or_default(),
        })
    };
    Known::ALL.into_iter().filter_map(caller).collect()
}

const fn label(caller: Known) -> &'static str {
    match caller {
        Known::Users => "Users",
        Known::Bots => "Bots",
        Known::Business => "Bots over a business connection",
        Known::Anyone => "Without a login",
    }
}

/// The callers in sentences, with their sources; empty if none is known.
#[must_use]
pub fn callers_in_words(callers: &[Caller]) -> String {
    let named = |word: Known| callers.iter().find(|it| it.word == word.word());
    let may = |word: Known| named(word).is_some_and(|it| it.may);
    let disputed: Vec<&str> =
        callers.iter().filter(|it| is_disputed(it)).map(|it| it.word.as_str()).collect();
    let is_sure = |word: Known| named(word).is_some_and(|it| it.may && !is_disputed(it));
    let all = match (is_sure(Known::Users), is_sure(Known::Bots), disputed.is_empty()) {
        (true, true, _) => "Users and bots can call it.",
        (true, false, true) => "Only users can call it.",
        (false, true, true) => "Only bots can call it.",
        (true, false, false) => "Users can call it.",
        (false, true, false) => "Bots can call it.",
        (false, false, _) => "",
    };
    let business =
        if may(Known::Business) { "Bots can call it over a business connection." } else { "" };
    let anyone = if may(Known::Anyone) { "It needs no login." } else { "" };
    let mut sentences: Vec<String> = [all, business, anyone].map(str::to_owned).into();
    if !disputed.is_empty() {
        let words = disputed.join(" and ");
        sentences.push(format!("Sources disagree on whether {words} can call it."));
    }
    sentences.push(sources(callers));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

const fn is_disputed(caller: &Caller) -> bool {
    caller.may && !caller.denied_by.is_empty()
}

/// The sources of the callers, as a sentence; empty if docs files are the only ones.
fn sources(callers: &[Caller]) -> String {
    let source = |it: &Caller| match (it.sources.as_str(), it.denied_by.as_str()) {
        ("", "") => None,
        (yes, "") => Some(format!("{} ({yes})", it.label)),
        ("", no) => Some(format!("{} (denied by {no})", it.label)),
        (yes, no) => Some(format!("{} ({yes}; denied by {no})", it.label)),
    };
    let all: Vec<String> = callers.iter().filter_map(source).collect();
    if all.is_empty() { String::new() } else { format!("Sources: {}.", all.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Called;

    fn said(known: &[(Known, bool, &str)]) -> String {
        let mut facts = Facts::default();
        let called = known.iter().map(|(caller, may, sources)| Called {
            caller: *caller,
            may: *may,
            sources: (*sources).to_owned(),
        });
        facts.callers.insert("m".to_owned(), called.collect());
        callers_in_words(&callers(&facts, "m"))
    }

    #[test]
    fn callers_are_sentences() {
        assert_eq!(said(&[(Known::Users, true, "")]), "Only users can call it.");
        let business =
            [(Known::Users, true, ""), (Known::Bots, true, ""), (Known::Business, true, "")];
        assert_eq!(
            said(&business),
            "Users and bots can call it. Bots can call it over a business connection."
        );
    }

    #[test]
    fn disputes_are_told_with_sources() {
        let known =
            [(Known::Users, true, "a"), (Known::Bots, true, "a"), (Known::Bots, false, "b")];
        assert_eq!(
            said(&known),
            "Users can call it. Sources disagree on whether bots can call it. Sources: Users (a), Bots (a; denied by b)."
        );
    }
}
