//! Checks the output of the example.

use std::process::Command;

#[test]
fn shapes_go_out_and_come_back() {
    let output = Command::new(env!("CARGO_BIN_EXE_tiny")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), include_str!("output.txt"));
}
