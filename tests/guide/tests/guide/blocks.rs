//! Every fenced block of the README and the guide has a kind that a test runs or reads.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use typelang_mock::Mock;
use typelang_parser::{FileId, parse};

use crate::pages::{chapters, read};

/// Returns the info string and the text of each block.
pub(crate) fn blocks(markdown: &str) -> Vec<(String, String)> {
    let (mut blocks, mut open) = (Vec::new(), None);
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => {
                open = Some((kind.to_string(), String::new()));
            }
            Event::Text(text) => {
                if let Some((_, block)) = &mut open {
                    block.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// Returns why no test runs or reads a block.
fn fault(path: &str, kind: &str, text: &str) -> Option<String> {
    let is_readme = path == "README.md";
    match kind {
        "rust"
        | "rust,no_run"
        | "rust,compile_fail,E0502"
        | "console"
        | "console fails"
        | "text" => None,
        "sh" | "rust,ignore" if is_readme => None,
        // What is pasted into clients; tests/clients runs the same.
        "python" | "js" if path.ends_with("mock-server.md") => None,
        // A script of the mock's.
        "json" => {
            let error = Mock::builder().script(text).err()?;
            Some(format!("{path}: {error}"))
        }
        "tl" => {
            let first = parse(FileId(0), text).diagnostics.into_iter().next()?;
            Some(format!("{path}: {}", first.message))
        }
        "toml" => toml(text).map(|what| format!("{path}: {what}")),
        _ => Some(format!("{path}: no test reads a block of `{kind}`")),
    }
}

/// Checks that a dependency by path, as from a crate beside the repository, exists and has the features.
fn toml(text: &str) -> Option<String> {
    for line in text.lines().filter(|line| line.contains("path = ")) {
        let (_, path) = line.split_once("path = \"../typelang")?;
        let (folder, rest) = path.split_once('"')?;
        let manifest = read(&format!(".{folder}/Cargo.toml"));
        let listed = rest.split_once('[').map_or("", |(_, features)| features);
        for feature in listed.split('"').skip(1).step_by(2) {
            if !manifest.contains(&format!("\n{feature} = [")) {
                return Some(format!("{folder} has no feature `{feature}`"));
            }
        }
    }
    None
}

#[test]
fn every_block_is_read_by_a_test() {
    let mut faults = Vec::new();
    let mut count = 0;
    for path in chapters() {
        for (kind, text) in blocks(&read(&path)) {
            faults.extend(fault(&path, &kind, &text));
            count += 1;
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(count > 60, "{count} blocks");
}

#[test]
fn a_wrong_block_is_noticed() {
    assert!(fault("a.md", "rust,ignore", "").is_some());
    assert!(fault("a.md", "tl", "a = ;").is_some());
    let dependency = "r = { path = \"../typelang/tl-runtime\", features = [\"refect\"] }";
    assert!(fault("a.md", "toml", dependency).is_some());
    assert!(fault("a.md", "toml", &dependency.replace("refect", "reflect")).is_none());
}

#[test]
fn every_chapter_is_listed() {
    let summary = read("docs/guide/SUMMARY.md");
    for path in chapters().iter().filter_map(|path| path.strip_prefix("docs/guide/")) {
        assert!(path == "SUMMARY.md" || summary.contains(&format!("({path})")), "{path}");
    }
}
