//! Checks the output of the example, and how small its part of the API is.

use std::{fs, path::Path, process::Command};

#[test]
fn the_request_is_known_bytes_and_the_reply_is_shown() {
    let output = Command::new(env!("CARGO_BIN_EXE_send-message")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), include_str!("output.txt"));
}

#[test]
fn most_of_the_api_is_left_out() {
    let part = structs(&Path::new(env!("OUT_DIR")).join("tl/types"));
    let whole = structs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../generated/types"));
    assert!(part > 0 && part * 4 < whole, "{part} of {whole}");
}

/// Counts the structs in the files of a folder.
fn structs(folder: &Path) -> usize {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|file| fs::read_to_string(file).unwrap().matches("pub struct ").count()).sum()
}
