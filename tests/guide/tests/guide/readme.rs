//! The README is short, its excerpt is generated code, and its figures are measured.

use crate::pages::read;

fn block<'a>(text: &'a str, kind: &str) -> &'a str {
    let opening = format!("\n```{kind}\n");
    let (_, rest) = text.split_once(&opening).unwrap();
    rest.split_once("```").unwrap().0
}

/// Collapses blanks.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn it_fits_a_screen_or_three() {
    assert!(read("README.md").lines().count() <= 150);
}

#[test]
fn its_declaration_is_telegrams() {
    let (readme, schema) = (read("README.md"), read("schema/telegram/api.tl"));
    let declaration = words(block(&readme, "tl"));
    assert!(words(&schema).contains(&declaration), "{declaration}");
}

#[test]
fn its_excerpt_is_generated() {
    let readme = read("README.md");
    let code = read("generated/functions.rs");
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    let code: Vec<&str> = code.lines().filter(is_code).collect();
    let excerpt: Vec<&str> = block(&readme, "rust,ignore").lines().collect();
    let parts = excerpt.split(|line| line.is_empty() || !is_code(line));
    let parts: Vec<&[&str]> = parts.filter(|part| !part.is_empty()).collect();
    assert!(parts.len() >= 2);
    for part in parts {
        let is_there = code.windows(part.len()).any(|lines| lines == part);
        assert!(is_there, "this is not generated:\n{}", part.join("\n"));
    }
}

#[test]
fn its_figures_are_in_the_table_of_measurements() {
    let (readme, measured) = (read("README.md"), read("docs/performance.md"));
    let (_, table) = readme.split_once("| measured by |").unwrap();
    let mut figures = 0;
    for row in table.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = row.split(" | ").collect();
        for cell in &cells[1..3] {
            let (figure, _unit) = cell.split_once(' ').unwrap();
            assert!(measured.contains(&format!(" {figure} ")), "{figure} is not measured");
            figures += 1;
        }
    }
    assert_eq!(figures, 6);
}
