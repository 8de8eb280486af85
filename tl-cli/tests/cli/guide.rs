//! The commands in the README and the guide print what is shown. Their Rust is tested by `tests/guide`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::support::Folder;

/// A fenced block: what the fence says, the line above it, and its text.
struct Block<'a> {
    kind: &'a str,
    above: &'a str,
    text: &'a str,
}

fn blocks(markdown: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut open, mut above, mut at) = (Vec::new(), None, "", 0);
    for line in markdown.split_inclusive('\n') {
        let end = at + line.len();
        match (open, line.trim_end().strip_prefix("```")) {
            (None, Some(kind)) => open = Some((kind, end)),
            (Some((kind, start)), Some("")) => {
                blocks.push(Block { kind, above, text: &markdown[start..at] });
                open = None;
            }
            (None, None) if !line.trim().is_empty() => above = line.trim_end(),
            _ => {}
        }
        at = end;
    }
    blocks
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn chapters() -> Vec<PathBuf> {
    let mut chapters = vec![repository("README.md")];
    for folder in ["docs/guide", "docs/guide/coming-from"] {
        let entries = fs::read_dir(repository(folder)).unwrap();
        let files = entries.map(|entry| entry.unwrap().path());
        chapters.extend(files.filter(|path| path.extension().is_some_and(|it| it == "md")));
    }
    chapters.sort();
    chapters
}

#[test]
fn commands_print_what_is_shown() {
    let mut runs = 0;
    for path in chapters() {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let folder = Folder::new(&format!("guide-{name}"));
        fs::create_dir(folder.path("schema")).unwrap();
        let shapes = fs::read_to_string(repository("examples/tiny/schema/shapes.tl")).unwrap();
        folder.write("schema/shapes.tl", shapes);
        for block in blocks(&text) {
            if let Some(file) = file_of(&block) {
                folder.write(file, block.text);
            }
            let fails = block.kind == "console fails";
            if block.kind == "console" || fails {
                runs += run(&folder, block.text, fails);
            }
        }
    }
    assert!(runs >= 18, "{runs} commands were run");
}

/// The file that a block is, which the line above names at its end.
fn file_of<'a>(block: &Block<'a>) -> Option<&'a str> {
    let (_, name) = block.above.strip_suffix("`:")?.rsplit_once('`')?;
    let is_file = name.contains('.') && !name.contains(['(', ' ']) && !name.starts_with("src/");
    (is_file && !block.kind.starts_with("console") && block.kind != "rust").then_some(name)
}

/// Runs the commands of a block, and says how many there are.
fn run(folder: &Folder, block: &str, fails: bool) -> usize {
    let mut runs = 0;
    for run in block.split("$ tl ").skip(1) {
        let (line, shown) = run.split_once('\n').unwrap();
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let ran = folder.run(&words, b"");
        assert_eq!(ran.status == 0, !fails, "tl {line}: {}{}", ran.out, ran.err);
        let printed = [format!("{}{}", ran.out, ran.err), format!("{}{}", ran.err, ran.out)];
        let shown = shown.trim_end();
        let is_shown = printed.iter().any(|printed| prints(shown, printed.trim_end()));
        assert!(is_shown, "tl {line} prints\n{}\nand not\n{shown}", printed[0]);
        runs += 1;
    }
    runs
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

/// `…` alone on a line matches any lines; everything else is printed as it is, in this order.
fn prints(shown: &str, out: &str) -> bool {
    if shown == "…" {
        return true;
    }
    if !shown.contains("…") {
        return out == shown;
    }
    let mut rest = out;
    for part in shown.split("…\n").flat_map(|part| part.split("\n…")) {
        let Some((_, after)) = rest.split_once(part.trim_end_matches('\n')) else { return false };
        rest = after;
    }
    true
}

#[test]
fn a_wrong_line_is_noticed() {
    assert!(prints("a\n…\nc", "a\nb\nc"));
    assert!(!prints("a\n…\nd", "a\nb\nc"));
    assert!(!prints("c\n…\na", "a\nb\nc"), "in this order");
    assert!(!prints("a", "a\nb"));
    assert!(prints("…", "a\nb"));
}

#[test]
fn the_guide_compiles_the_schema_of_the_example() {
    let chapter = fs::read_to_string(repository("docs/guide/build-script.md")).unwrap();
    let schema = blocks(&chapter).into_iter().find(|block| block.kind == "tl").unwrap().text;
    let example = fs::read_to_string(repository("examples/tiny/schema/shapes.tl")).unwrap();
    assert_eq!(schema, example);
}
