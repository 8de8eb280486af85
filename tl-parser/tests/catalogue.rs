//! Checks that every rule has an entry whose examples show it.

use typelang_parser::{
    FileId, Sources, catalogue,
    diagnostic::{Code, Diagnostic, Severity},
    parse,
    report::{Style, render},
};

fn faults(text: &str) -> Vec<Diagnostic> {
    parse(FileId(0), text).diagnostics
}

/// The rules of the grammar; the checker's codes start at 100.
fn syntax() -> impl Iterator<Item = &'static catalogue::Entry> {
    catalogue::entries().filter(|entry| entry.code < Code(100))
}

#[test]
fn codes_ascend_and_are_found() {
    let codes: Vec<Code> = catalogue::entries().map(|entry| entry.code).collect();
    assert!(codes.is_sorted_by(|left, right| left < right), "{codes:?}");
    assert_eq!(catalogue::explain(Code(9)).map(|entry| entry.code), Some(Code(9)));
    assert_eq!(catalogue::explain(Code(0)), None);
}

#[test]
fn a_bad_example_shows_its_rule_and_no_other() {
    let mut wrong = Vec::new();
    for entry in syntax().filter(|entry| !entry.bad.is_empty()) {
        let found = faults(entry.bad);
        let mut sources = Sources::new();
        sources.add("bad.tl", entry.bad);
        let shown: Vec<_> = found.iter().map(|fault| (fault.code, fault.severity)).collect();
        if shown != [(entry.code, entry.severity)] {
            wrong.push((entry.code, render(&found, &sources, Style::Plain)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_good_example_has_no_fault() {
    for entry in syntax() {
        assert_eq!(faults(entry.good), [], "{}", entry.code);
    }
}

/// `docs/diagnostics.md` lists all rules; `UPDATE=1` rewrites it.
#[test]
fn the_table_of_rules_is_current() {
    let mut table = String::from(
        "# Diagnostics\n\n\
         What `tl check` reports, by code. `tl check --explain TL0119` tells a rule in full, with examples.\n\n\
         | code | severity | |\n|---|---|---|\n",
    );
    for entry in catalogue::entries() {
        let severity = match entry.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let title = entry.title.replace('|', "\\|");
        table.extend(["| ", &entry.code.to_string(), " | ", severity, " | ", &title, " |\n"]);
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/diagnostics.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    let found = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(found, table, "run with UPDATE=1 to write docs/diagnostics.md");
}
