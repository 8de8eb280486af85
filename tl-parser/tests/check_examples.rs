//! Checks that the examples of every checker rule show that rule and nothing else.

use std::collections::BTreeMap;

use typelang_parser::{
    Level, Options, Sources, catalogue, check,
    diagnostic::{Code, Diagnostic},
    report::{Style, render},
};

/// The first code of the rules for a schema that replaces another; the examples need the other schema.
const COMPATIBILITY: Code = Code(300);
/// The first of the generator's codes.
const GENERATOR: Code = Code(900);

/// Checks with the rule enabled, even if it is off by default.
fn faults(code: Code, text: &str) -> (Vec<Diagnostic>, String) {
    let mut sources = Sources::new();
    sources.add("example.tl", text);
    let levels = BTreeMap::from([(code, Level::Warn)]);
    let found = check(&sources, &Options { levels, ..Options::default() }).diagnostics;
    let report = render(&found, &sources, Style::Plain);
    (found, report)
}

#[test]
fn a_bad_example_shows_its_rule_and_no_other() {
    let mut wrong = Vec::new();
    let shown = catalogue::entries().filter(|entry| !entry.bad.is_empty());
    for entry in shown.filter(|entry| entry.code < COMPATIBILITY) {
        let (found, report) = faults(entry.code, entry.bad);
        let shown: Vec<_> = found.iter().map(|fault| (fault.code, fault.severity)).collect();
        if shown != [(entry.code, entry.severity)] {
            wrong.push(format!("{}:\n{report}\n", entry.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The checker accepts what the generator refuses; `tests/golden/tests/refusals.rs` tests the refusals.
#[test]
fn the_checker_accepts_what_the_generator_refuses() {
    for entry in catalogue::entries().filter(|entry| entry.code >= GENERATOR) {
        let (found, report) = faults(entry.code, entry.bad);
        assert_eq!(found, [], "{}:\n{report}", entry.code);
    }
}

#[test]
fn a_good_example_has_no_fault() {
    let mut wrong = Vec::new();
    for entry in catalogue::entries() {
        let (found, report) = faults(entry.code, entry.good);
        if !found.is_empty() {
            wrong.push(format!("{}:\n{report}\n", entry.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
