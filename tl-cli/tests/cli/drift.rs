//! `tl generate --check`: every way in which files can be out of date.

use std::fs;

use crate::support::{Folder, SHAPES};

const LINE: &str =
    "generate shapes.tl --out out --module more=more.tl --root-file lib.rs --dialect telegram";

fn generated(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.write("shapes.tl", SHAPES);
    folder.write("more.tl", "more = More;\n");
    assert_eq!(folder.tl(LINE).status, 0);
    folder
}

/// The check fails, names the file, and the command that it names mends it.
fn is_drift(folder: &Folder, says: &str) {
    let before = folder.files("out");
    let ran = folder.tl(&format!("{LINE} --check"));
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains(&format!("\n  {says}\n")), "{}", ran.err);
    assert_eq!(folder.files("out"), before, "a check writes nothing");
    let command = ran.err.trim_end().rsplit_once("run: tl ").expect("a command").1;
    assert_eq!(folder.tl(command).status, 0, "{command}");
    assert_eq!(folder.tl(&format!("{LINE} --check")).status, 0);
}

#[test]
fn a_changed_byte() {
    let folder = generated("drift-byte");
    let text = folder.read("out/types.rs");
    folder.write("out/types.rs", text.replacen("pub x: i32", "pub x: i64", 1));
    is_drift(&folder, "out/types.rs differs");
}

#[test]
fn a_missing_file() {
    let folder = generated("drift-missing");
    fs::remove_file(folder.path("out/functions/shapes.rs")).unwrap();
    is_drift(&folder, "out/functions/shapes.rs is missing");
}

#[test]
fn a_missing_folder() {
    let folder = generated("drift-folder");
    fs::remove_dir_all(folder.path("out/more")).unwrap();
    is_drift(&folder, "out/more/types.rs is missing");
}

#[test]
fn a_file_left_over() {
    let folder = generated("drift-stale");
    let text = folder.read("out/types/shapes.rs");
    folder.write("out/types/gone.rs", text);
    is_drift(&folder, "out/types/gone.rs is left over");
}

#[test]
fn a_changed_schema() {
    let folder = generated("drift-schema");
    folder.write("shapes.tl", SHAPES.replace("radius:int", "radius:long"));
    is_drift(&folder, "out/types.rs differs");
}

#[test]
fn line_ends_of_a_checkout_are_not_drift() {
    let folder = generated("drift-crlf");
    let text = folder.read("out/types.rs");
    folder.write("out/types.rs", text.replace('\n', "\r\n"));
    assert_eq!(folder.tl(&format!("{LINE} --check")).status, 0);
}
