//! Checks the output of the example.

use std::process::Command;

#[test]
fn the_request_is_known_bytes_and_the_reply_is_read() {
    let output = Command::new(env!("CARGO_BIN_EXE_telegram-config")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), include_str!("output.txt"));
}
