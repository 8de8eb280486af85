//! The same schema gives the same bytes, however it is written down.

use crate::support::{Folder, SHAPES};

/// Generates from `schema` and from [`SHAPES`], and compares all files.
fn is_same(name: &str, schema: &str) {
    let folder = Folder::new(name);
    folder.write("shapes.tl", SHAPES);
    folder.write("other.tl", schema);
    let (one, other) =
        (folder.tl("generate shapes.tl --out one"), folder.tl("generate other.tl --out other"));
    assert_eq!((one.status, other.status), (0, 0), "{}{}", one.err, other.err);
    let files = folder.files("one");
    assert!(files.len() >= 6, "a schema with namespaces has several files");
    assert_eq!(files, folder.files("other"));
}

#[test]
fn two_runs() {
    is_same("same-runs", SHAPES);
}

#[test]
fn any_order_of_declarations() {
    let lines: Vec<&str> = SHAPES.lines().collect();
    for turn in 0..4 {
        let (mut types, mut functions) = (lines[1..5].to_vec(), lines[6..].to_vec());
        types.rotate_left(turn);
        functions.rotate_left(turn % 3);
        functions.reverse();
        let text =
            format!("{}\n{}\n{}\n{}\n", lines[0], types.join("\n"), lines[5], functions.join("\n"));
        is_same(&format!("same-order-{turn}"), &text);
    }
}

#[test]
fn sections_in_any_order() {
    let (types, functions) = SHAPES.split_once("---functions---\n").unwrap();
    let types = types.strip_prefix("// LAYER 7\n").unwrap();
    is_same(
        "same-sections",
        &format!("// LAYER 7\n---functions---\n{functions}---types---\n{types}"),
    );
}

#[test]
fn line_ends_of_any_kind() {
    is_same("same-crlf", &SHAPES.replace('\n', "\r\n"));
}

#[test]
fn a_byte_order_mark() {
    is_same("same-bom", &format!("\u{feff}{SHAPES}"));
}

#[test]
fn any_layout() {
    is_same(
        "same-layout",
        &SHAPES.replace(' ', "\n    ").replace("//\n    LAYER\n    7", "// LAYER 7"),
    );
}
