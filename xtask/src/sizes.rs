//! The sizes of files and functions: small ones are read at a glance.
//!
//! Lines are counted as `rustfmt` lays them out: a function ends at the first `}` below it that is as far left. Tests are left
//! out.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The packages whose sources are measured.
const PACKAGES: [&str; 4] = ["tl-parser", "tl-codegen", "tl-runtime", "tl-cli"];
/// The most lines of a file.
const FILE: usize = 450;
/// The most lines of half of a package's functions, of nine tenths of them, and of all.
const FUNCTIONS: [(&str, usize, usize); 3] = [("median", 50, 8), ("p90", 90, 25), ("max", 100, 65)];

/// A function, by its name and its lines.
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
            faults.push(format!("{}: {lines} lines, and {FILE} at most", path.display()));
        }
        all.extend(functions(text));
    }
    all.sort_by_key(|(_, lines)| *lines);
    for (what, percent, most) in FUNCTIONS {
        if let Some((name, lines)) = at_percent(&all, percent).filter(|(_, lines)| *lines > most) {
            faults.push(format!(
                "{package}: functions have {lines} lines by their {what} (`{name}`), and {most} at most"
            ));
        }
    }
    faults
}

/// The function that is no shorter than `percent` percent of all.
fn at_percent(sorted: &[Function], percent: usize) -> Option<&Function> {
    sorted.get((sorted.len() * percent).div_ceil(100).checked_sub(1)?)
}

/// The functions of a file that have a body.
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

/// The name of the function that a line declares, if it declares one.
fn declared(line: &str) -> Option<String> {
    let (before, after) = line.split_once("fn ")?;
    let is_qualifier = |word: &str| {
        matches!(word, "pub" | "const" | "async" | "unsafe") || word.starts_with("pub(")
    };
    let name: String = after.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
    (before.split_whitespace().all(is_qualifier) && !name.is_empty()).then_some(name)
}

/// Whether a declaration ends without a body, as in a trait.
fn is_bodiless(lines: &[&str]) -> bool {
    let last = lines.iter().find(|line| line.ends_with([';', '{', '}']));
    last.is_some_and(|line| line.ends_with(';'))
}

/// The line at which what begins at `start` ends.
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

/// The sources below a folder, files of tests left out.
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

fn last() {}
";
        let want = [("one", 1), ("two", 8), ("some", 3), ("last", 1)];
        assert_eq!(functions(text), want.map(|(name, lines)| (name.to_owned(), lines)));
    }

    #[test]
    fn files_and_functions_that_are_too_large_are_named() {
        let check = |text: String| check_package("a", &[("a.rs".into(), text)]);
        let small = function("small", 8).repeat(9);
        assert_eq!(check(format!("{small}{}", function("large", 65))), [""; 0]);
        let faults = check(format!("{small}{}", function("large", 66)));
        assert_eq!(faults, ["a: functions have 66 lines by their max (`large`), and 65 at most"]);
        let faults = check(format!("{small}{}", function("long", 26).repeat(2)));
        assert_eq!(faults, ["a: functions have 26 lines by their p90 (`long`), and 25 at most"]);
        let faults = check(function("middling", 9));
        assert_eq!(
            faults,
            ["a: functions have 9 lines by their median (`middling`), and 8 at most"]
        );
        assert_eq!(check("\n".repeat(451)), ["a.rs: 451 lines, and 450 at most"]);
    }
}
