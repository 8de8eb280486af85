//! The report of each `ui/00nn-*.tl` is in a `.stderr` file beside it; `UPDATE=1` rewrites them.

use std::{fs, path::Path};

use typelang_parser::{
    FileId, Sources, catalogue,
    diagnostic::Code,
    parse,
    report::{Style, render},
};

/// Returns the sorted names of the schemas for the grammar's rules, without `.tl`.
fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).expect("tests/ui is there");
    let names = files.map(|file| {
        file.expect("a readable folder").file_name().into_string().expect("a name in UTF-8")
    });
    let stems = names.filter_map(|name| Some(name.strip_suffix(".tl")?.to_owned()));
    let mut names: Vec<String> = stems.filter(|name| name.starts_with("00")).collect();
    names.sort();
    names
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ui"))
}

fn code_of(name: &str) -> Code {
    Code(name[..4].parse().expect("a name starts with a code"))
}

#[test]
fn reports_are_as_written() {
    let mut wrong = Vec::new();
    for name in names() {
        let text = fs::read_to_string(folder().join(format!("{name}.tl"))).unwrap();
        let parsed = parse(FileId(0), &text);
        let mut sources = Sources::new();
        sources.add(format!("ui/{name}.tl"), text.as_str());
        let report = render(&parsed.diagnostics, &sources, Style::Plain);
        let golden = folder().join(format!("{name}.stderr"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &report).unwrap();
        }
        if fs::read_to_string(&golden).unwrap_or_default() != report {
            wrong.push(format!("{name}:\n{report}"));
        }
        let shows = parsed.diagnostics.iter().any(|fault| fault.code == code_of(&name));
        assert!(shows, "{name} does not show its code:\n{report}");
    }
    assert!(wrong.is_empty(), "{}\nrun with UPDATE=1 to write the reports", wrong.join("\n"));
}

#[test]
fn every_rule_of_the_grammar_has_a_report() {
    let shown: Vec<Code> = names().iter().map(|name| code_of(name)).collect();
    let can_be_shown = |entry: &&catalogue::Entry| entry.code < Code(100) && !entry.bad.is_empty();
    for entry in catalogue::entries().filter(can_be_shown) {
        assert!(shown.contains(&entry.code), "{} has no file in tests/ui", entry.code);
    }
}
