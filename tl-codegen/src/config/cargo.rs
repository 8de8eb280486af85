//! What a build script and cargo tell each other.

use std::{
    env,
    io::{self, Write},
    path::PathBuf,
};

/// Whether this is a build script, which cargo listens to.
pub(super) fn in_build_script() -> bool {
    env::var_os("OUT_DIR").is_some()
        && env::var_os("CARGO_MANIFEST_DIR").is_some()
        && env::var_os("NUM_JOBS").is_some()
}

/// Cargo reads these lines from a build script's standard output.
pub(super) fn tell_cargo(read: &[PathBuf]) {
    let mut out = io::stdout().lock();
    for path in read {
        // A broken pipe means that nobody wants to know.
        _ = writeln!(out, "cargo::rerun-if-changed={}", path.display());
    }
}

/// Cargo shows these lines when the build script has run.
pub(super) fn warn(warnings: &[String]) {
    let mut out = io::stdout().lock();
    for warning in warnings {
        _ = writeln!(out, "cargo::warning={warning}");
    }
}
