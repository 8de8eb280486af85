//! What the example prints, and how small the part of the API is.

use std::{fs, path::Path, process::Command};

#[test]
fn the_request_is_known_bytes_and_the_reply_is_shown() {
    let output = Command::new(env!("CARGO_BIN_EXE_send-message")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), include_str!("output.txt"));
}

#[test]
fn most_of_the_api_is_left_out() {
    let generated = Path::new(env!("OUT_DIR")).join("tl");
    let structs = |path: &str| fs::read_to_string(path).unwrap().matches("pub struct ").count();
    let part = structs(generated.join("types.rs").to_str().unwrap());
    let whole = structs(&format!("{}/../../generated/types.rs", env!("CARGO_MANIFEST_DIR")));
    assert!(part > 0 && part * 4 < whole, "{part} of {whole}");
}
