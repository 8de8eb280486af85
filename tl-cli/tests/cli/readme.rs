//! The README's schema, its commands and what it quotes from an example. Its Rust is tried by the doctests of the root package.

use std::{fs, path::Path};

use crate::support::Folder;

fn repository(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// The blocks of one kind, each with the line of text above it.
fn blocks<'a>(readme: &'a str, kind: &str) -> Vec<(&'a str, &'a str)> {
    let opening = format!("\n```{kind}\n");
    let block = |(at, _): (usize, &str)| {
        let above = readme[..at].lines().rfind(|line| !line.is_empty()).unwrap();
        let rest = &readme[at + opening.len()..];
        (above, rest.split_once("```").unwrap().0)
    };
    readme.match_indices(&opening).map(block).collect()
}

#[test]
fn its_commands_print_what_it_shows() {
    let readme = repository("README.md");
    let folder = Folder::new("readme");
    let (_, schema) = blocks(&readme, "tl")[0];
    fs::create_dir(folder.path("schema")).unwrap();
    folder.write("schema/shapes.tl", schema);
    let mut runs = 0;
    for (_, block) in blocks(&readme, "console") {
        for run in block.split("$ tl ").skip(1) {
            let (line, shown) = run.split_once('\n').unwrap();
            let words = words(line);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let ran = folder.run(&words, b"");
            let is_told = ran.err.lines().all(|line| line.starts_with("note: "));
            assert!(ran.status == 0 && is_told, "tl {line}: {}", ran.err);
            prints(line, shown.trim_end(), ran.out.trim_end());
            runs += 1;
        }
    }
    assert_eq!(runs, 12);
}

/// The words of a command line, as a shell reads them when there are single quotes at most.
fn words(line: &str) -> Vec<String> {
    let split = |(at, part): (usize, &str)| -> Vec<String> {
        let is_quoted = at % 2 == 1;
        if is_quoted {
            return vec![part.to_owned()];
        }
        part.split_whitespace().map(str::to_owned).collect()
    };
    line.split('\'').enumerate().flat_map(split).collect()
}

/// `…` alone on a line stands for any lines.
fn prints(line: &str, shown: &str, out: &str) {
    if !shown.contains('…') {
        assert_eq!(out, shown, "tl {line}");
    }
    for part in shown.split('…').map(str::trim).filter(|part| !part.is_empty()) {
        assert!(out.contains(part), "tl {line}: {part}\n{out}");
    }
}

#[test]
fn what_it_quotes_is_there() {
    let readme = repository("README.md");
    let quoted = blocks(&readme, "rust,ignore");
    assert_eq!(quoted.len(), 5);
    for (above, block) in quoted {
        let path = above.rsplit_once("(from `").and_then(|(_, rest)| rest.split_once("`)"));
        let (path, _) = path.expect("the line above says where it is from");
        assert!(repository(path).contains(block), "{path} does not hold\n{block}");
    }
    let (_, schema) = blocks(&readme, "tl")[0];
    assert_eq!(repository("examples/tiny/schema/shapes.tl"), schema);
}
