//! The report of each `ui/01nn-*.tl` and `ui/02nn-*.tl` is in a `.stderr` file beside it; `UPDATE=1` rewrites
//! them.

use std::{collections::BTreeMap, fs, path::Path};

use typelang_parser::{
    Level, Options, Sources, catalogue, check,
    diagnostic::Code,
    report::{Style, render},
};

/// Returns the sorted names of the schemas for the checker's rules, without `.tl`.
fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).expect("tests/ui is there");
    let name = |file: std::io::Result<fs::DirEntry>| file.ok()?.file_name().into_string().ok();
    let names = files.filter_map(name);
    let stems = names.filter_map(|name| Some(name.strip_suffix(".tl")?.to_owned()));
    let mut names: Vec<String> = stems.filter(|name| !name.starts_with("00")).collect();
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
        let mut sources = Sources::new();
        sources.add(format!("ui/{name}.tl"), text);
        let levels = BTreeMap::from([(code_of(&name), Level::Warn)]);
        let found = check(&sources, &Options { levels, ..Options::default() }).diagnostics;
        let report = render(&found, &sources, Style::Plain);
        let golden = folder().join(format!("{name}.stderr"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &report).unwrap();
        }
        if fs::read_to_string(&golden).unwrap_or_default() != report {
            wrong.push(format!("{name}:\n{report}\n"));
        }
        let shows = found.iter().all(|fault| fault.code == code_of(&name)) && !found.is_empty();
        if !shows {
            wrong.push(format!("{name} does not show its code alone:\n{report}\n"));
        }
    }
    assert!(wrong.is_empty(), "run with UPDATE=1 to write the reports:\n{}", wrong.join("\n"));
}

#[test]
fn every_rule_of_the_checker_has_a_report() {
    let shown: Vec<Code> = names().iter().map(|name| code_of(name)).collect();
    for entry in catalogue::entries().filter(|entry| (Code(100)..Code(300)).contains(&entry.code)) {
        assert!(shown.contains(&entry.code), "{} has no file in tests/ui", entry.code);
    }
}
