//! Communication between a build script and cargo.

use std::{
    env,
    fmt::Write as _,
    io::{self, Write as _},
    path::PathBuf,
};

use typelang_parser::printable_line;

/// Returns whether this runs as a build script, whose output cargo reads.
pub(super) fn in_build_script() -> bool {
    env::var_os("OUT_DIR").is_some()
        && env::var_os("CARGO_MANIFEST_DIR").is_some()
        && env::var_os("NUM_JOBS").is_some()
}

/// Tells cargo which files were read, so that it runs the script again when one changes.
pub(super) fn tell_cargo(read: &[PathBuf]) {
    print(&rerun(read));
}

/// Makes cargo show these lines as warnings.
pub(super) fn warn(warnings: &[String]) {
    print(&lines("warning", warnings));
}

fn rerun(read: &[PathBuf]) -> String {
    lines("rerun-if-changed", read.iter().map(|path| path.display().to_string()))
}

/// Formats instructions to cargo, one per line. Line feeds in a value are escaped, since they would start
/// another instruction.
///
/// An escaped path names no existing file, so cargo runs the script each time.
fn lines(instruction: &str, values: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    values.into_iter().fold(String::new(), |mut lines, value| {
        _ = writeln!(lines, "cargo::{instruction}={}", printable_line(value.as_ref()));
        lines
    })
}

/// Prints to standard output, which cargo reads.
fn print(lines: &str) {
    // A broken pipe means that nobody reads the output.
    _ = io::stdout().lock().write_all(lines.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_that_was_read_is_a_line() {
        let said = rerun(&["schema/api.tl".into(), "a b.tl".into()]);
        assert_eq!(said, "cargo::rerun-if-changed=schema/api.tl\ncargo::rerun-if-changed=a b.tl\n");
        assert_eq!(rerun(&[]), "");
    }

    #[test]
    fn no_name_and_no_warning_is_an_instruction_of_its_own() {
        let said = rerun(&["a\ncargo::rustc-cfg=x\r.tl".into()]);
        assert_eq!(said, "cargo::rerun-if-changed=a\\ncargo::rustc-cfg=x\\u000d.tl\n");
        let said = lines("warning", ["a\u{1b}[2J\tb\nc", "d"]);
        assert_eq!(said, "cargo::warning=a\\u001b[2J\\tb\\nc\ncargo::warning=d\n");
    }
}
