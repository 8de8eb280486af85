//! The time of commands grows linearly with the schema.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// The smallest number of declarations; the others are 4 and 16 times as many.
const LEAST: usize = 4_000;

/// Commands that compare declarations with each other.
const COMMANDS: [&str; 4] = [
    "id old.tl",
    "id --mismatch --rule both old.tl",
    "diff old.tl new.tl",
    "merge --prefer new.tl old.tl new.tl",
];

/// Two schemas, which differ in every eighth declaration.
fn write_schemas(folder: &Path, count: usize) {
    let schema = |field: &str| -> String {
        let field = |at: usize| if at.is_multiple_of(8) { field } else { "same" };
        let line = |at: usize| {
            format!("// Text.\nc{at}#{:08x} {}:int = T{};\n", at + 1, field(at), at / 2)
        };
        (0..count).map(line).collect()
    };
    fs::write(folder.join("old.tl"), schema("old")).unwrap();
    fs::write(folder.join("new.tl"), schema("new")).unwrap();
}

/// Measures a command for three sizes, each 4 times the previous one.
fn times(command: &str) -> [Duration; 3] {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("linear");
    fs::create_dir_all(&folder).unwrap();
    [1, 4, 16].map(|times| {
        write_schemas(&folder, LEAST * times);
        let start = Instant::now();
        let mut tl = Command::new(env!("CARGO_BIN_EXE_tl"));
        let tl = tl.args(command.split(' ')).current_dir(&folder).stdout(Stdio::null());
        let output = tl.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}: {said}");
        start.elapsed()
    })
}

/// Quadratic time would take 16 times as long for each step; the assertion leaves room for noise.
#[test]
#[ignore = "timed, and so alone"]
fn commands_are_linear() {
    for command in COMMANDS {
        let [one, four, sixteen] = times(command).map(|time| time.max(Duration::from_millis(20)));
        assert!(sixteen < one * 16 * 4, "{command}: {one:?}, {four:?}, {sixteen:?}");
        assert!(sixteen < four * 10, "{command}: {one:?}, {four:?}, {sixteen:?}");
    }
}
