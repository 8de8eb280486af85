//! The table of the language: each row's TL is in its golden, and its Rust is in the generated code.

use std::{fs, path::Path};

use crate::pages::{read, repository};

struct Row<'a> {
    tl: &'a str,
    rust: &'a str,
    golden: &'a str,
}

fn rows(chapter: &str) -> Vec<Row<'_>> {
    let row = |line| {
        let cells: Vec<&str> = str::split(line, " | ").collect();
        let [tl, rust, _, golden] = cells[..] else { return None };
        let golden = golden.split_once("/schemas/")?.1.split_once(".tl)")?.0;
        let code = |cell: &'_ str| cell.find('`').map(|at| (at + 1, cell.rfind('`').unwrap()));
        let ((a, b), (c, d)) = (code(tl)?, code(rust)?);
        Some(Row { tl: &tl[a..b], rust: &rust[c..d], golden })
    };
    chapter.lines().filter_map(row).collect()
}

fn generated(folder: &Path) -> String {
    let mut out = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            out += &generated(&path);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out += &fs::read_to_string(path).unwrap();
        }
    }
    out.replace("tl::", "")
}

/// Checks a row; the error names the half that is wrong.
fn check(row: &Row<'_>) -> Result<(), String> {
    let schema = read(&format!("tests/golden/schemas/{}.tl", row.golden));
    if !schema.contains(row.tl) {
        return Err(format!("{}.tl does not hold `{}`", row.golden, row.tl));
    }
    let code = generated(&repository().join("tests/golden/src").join(row.golden));
    if !code.contains(row.rust) {
        return Err(format!("what {}.tl generates does not hold `{}`", row.golden, row.rust));
    }
    Ok(())
}

#[test]
fn every_row_is_in_its_golden() {
    let chapter = read("docs/guide/mapping.md");
    let rows = rows(&chapter);
    let wrong: Vec<String> = rows.iter().filter_map(|row| check(row).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let lines = chapter.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(rows.len(), lines, "each line of the tables is a row");
    assert!(rows.len() > 40);
}

#[test]
fn a_wrong_row_is_noticed() {
    let golden = "flags";
    assert!(check(&Row { tl: "a:flags.0?int", rust: "pub a: Option<i32>", golden }).is_ok());
    assert!(check(&Row { tl: "a:flags.0?long", rust: "pub a: Option<i32>", golden }).is_err());
    assert!(check(&Row { tl: "a:flags.0?int", rust: "pub a: Option<i64>", golden }).is_err());
}
