//! Checks the sizes of files and functions, which should be easy to survey.
//!
//! Lines are counted as `rustfmt` lays them out: a function ends at the first following `}` with the same
//! indentation. Tests are excluded.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The packages whose sources are measured.
const PACKAGES: [&str; 5] = ["tl-parser", "tl-codegen", "tl-runtime", "tl-mock", "tl-cli"];
/// The most lines of a file.
const FILE: usize = 450;
/// The most lines of half of a package's functions, of nine tenths, and of all.
const FUNCTIONS: [(&str, usize, usize); 3] = [("median", 50, 8), ("p90", 90, 25), ("max", 100, 65)];

/// A function: its name and its number of lines.
type Function = (String, usize);

/// Measures all packages below `root`, and returns what is too large.
pub(crate) fn check(root: &Path) -> io::Result<Vec<String>> {
    let mut faults = Vec::new();
    for package in PACKAGES {
        let files = rust_files(&root.join(package).join("src"))?;
        faults.extend(check_package(package, &files));
    }
    Ok(faults)
}

fn check_package(package: &str, files: &[(PathBuf, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut all: Vec<Function> = Vec::new();
    for (path, text) in files {
        let lines = text.lines().count();
        if lines > FILE {
            faults.push(format!("{}: {lines} lines; at most {FILE} are allowed", path.display()));
        }
        all.extend(functions(text));
    }
    all.sort_by_key(|(_, lines)| *lines);
    for (what, percent, most) in FUNCTIONS {
        if let Some((name, lines)) = at_percent(&all, percent).filter(|(_, lines)| *lines > most) {
            faults.push(format!(
                "{package}: the {what} of function lengths is {lines} lines (`{name}`); at most {most} are allowed"
            ));
        }
    }
    faults
}

/// Returns the function at this percentile.
fn at_percent(sorted: &[Function], percent: usize) -> Option<&Function> {
    sorted.get((sorted.len() * percent).div_ceil(100).checked_sub(1)?)
}

/// Returns the functions of a file that have a body.
fn functions(text: &str) -> Vec<Function> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if *line == "#[cfg(test)]" && lines.get(at + 1).is_some_and(|line| line.ends_with('{')) {
            at = end(&lines, at + 1);
        } else if let Some(name) = declared(line)
            && !is_bodiless(&lines[at..])
        {
            found.push((name, end(&lines, at) + 1 - at));
        }
        at += 1;
    }
    found
}

/// Returns the name of the function that a line declares, if any.
fn declared(line: &str) -> Option<String> {
    // Templates of code double their braces or escape the ends of lines.
    let is_template = line.ends_with("{{") || line.contains(r"\n");
    let (before, after) = line.split_once("fn ").filter(|_| !is_template)?;
    let is_qualifier = |word: &str| {
        matches!(word, "pub" | "const" | "async" | "unsafe") || word.starts_with("pub(")
    };
    let name: String = after.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
    (before.split_whitespace().all(is_qualifier) && !name.is_empty()).then_some(name)
}

/// Returns whether a declaration ends without a body, as in a trait.
fn is_bodiless(lines: &[&str]) -> bool {
    let last = lines.iter().find(|line| line.ends_with([';', '{', '}']));
    last.is_some_and(|line| line.ends_with(';'))
}

/// Returns the last line of the item that begins at `start`.
fn end(lines: &[&str], start: usize) -> usize {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let (first, depth) = (lines[start], indent(lines[start]));
    if first.ends_with('}') {
        return start;
    }
    let is_end = |line: &&str| indent(line) == depth && line.trim_start() == "}";
    let below = lines[start + 1..].iter().position(is_end);
    below.map_or(lines.len() - 1, |below| start + 1 + below)
}

/// Returns the sources below a folder, except test files.
fn rust_files(src: &Path) -> io::Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    let mut folders = vec![src.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path)?;
                found.push((path, text));
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{check_package, functions};

    fn function(name: &str, lines: usize) -> String {
        format!("fn {name}() {{\n{}}}\n", "    step();\n".repeat(lines - 2))
    }

    #[test]
    fn lines_are_counted_from_the_name_to_the_brace() {
        let text = "\
impl A {
    pub(crate) const fn one() -> u8 { 1 }

    fn two(
        &self,
    ) -> Option<u8> {
        if self.is() {
            return None;
        }
        Some(2)
    }
}

trait B {
    fn none(&self) -> u8;

    fn some(&self) -> u8 {
        1
    }
}

#[cfg(test)]
mod tests {
    fn left_out() {}
}

fn spelled() -> String {
    format!(\"impl {name} {{
    fn none() {{
        {body}
    }}
}}
\") + \"\\
     fn short() { body() }\\n\"
}

fn last() {}
";
        let want = [("one", 1), ("two", 8), ("some", 3), ("spelled", 9), ("last", 1)];
        assert_eq!(functions(text), want.map(|(name, lines)| (name.to_owned(), lines)));
    }

    #[test]
    fn files_and_functions_that_are_too_large_are_named() {
        let check = |text: String| check_package("a", &[("a.rs".into(), text)]);
        let small = function("small", 8).repeat(9);
        assert_eq!(check(format!("{small}{}", function("large", 65))), [""; 0]);
        let faults = check(format!("{small}{}", function("large", 66)));
        assert_eq!(
            faults,
            ["a: the max of function lengths is 66 lines (`large`); at most 65 are allowed"]
        );
        let faults = check(format!("{small}{}", function("long", 26).repeat(2)));
        assert_eq!(
            faults,
            ["a: the p90 of function lengths is 26 lines (`long`); at most 25 are allowed"]
        );
        let faults = check(function("middling", 9));
        assert_eq!(
            faults,
            ["a: the median of function lengths is 9 lines (`middling`); at most 8 are allowed"]
        );
        assert_eq!(check("\n".repeat(451)), ["a.rs: 451 lines; at most 450 are allowed"]);
    }
}
