//! What the example prints.

use std::{fs, path::Path, process::Command};

#[test]
fn shapes_go_out_and_come_back() {
    let output = Command::new(env!("CARGO_BIN_EXE_tiny")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), include_str!("output.txt"));
}

/// Cargo runs the script again when one of these changes, and for no other file.
#[test]
fn the_build_script_names_the_files_that_it_read() {
    let script = Path::new(env!("OUT_DIR")).parent().unwrap();
    let said = fs::read_to_string(script.join("output")).unwrap();
    assert_eq!(said, "cargo::rerun-if-changed=schema/shapes.tl\n");
}
