//! Runs the fuzz targets on the kept inputs and on the project's small schemas.

use std::{
    fs,
    panic::catch_unwind,
    path::{Path, PathBuf},
};

use typelang_fuzz::TARGETS;

/// Folders with schemas of other tests.
const SCHEMAS: [&str; 2] = ["../tests/golden/schemas", "../tl-parser/tests/ui"];

/// Returns the files of a folder, sorted by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is in the repository");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    paths
}

/// Runs a target on all files, and reports those on which it fails.
fn run(name: &str, paths: &[PathBuf]) {
    let (_, target) = TARGETS.iter().find(|(of, _)| *of == name).expect("the target exists");
    assert!(paths.len() > 10, "{name} has {} inputs", paths.len());
    let fails = |path: &&PathBuf| {
        let data = fs::read(path).expect("a file that can be read");
        catch_unwind(|| target(&data)).is_err()
    };
    let failed: Vec<_> = paths.iter().filter(fails).collect();
    assert!(failed.is_empty(), "{name} fails on {failed:#?}");
}

fn corpus(name: &str) {
    run(name, &files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name)));
}

fn schemas(name: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = SCHEMAS.iter().flat_map(|folder| files(&root.join(folder)));
    run(name, &all.collect::<Vec<_>>());
}

/// Defines a test for each target, so that they run in parallel.
macro_rules! targets {
    ($($name:ident)*) => {
        $(#[test] fn $name() { corpus(stringify!($name)); })*

        #[test]
        fn every_target_is_run() {
            let names: Vec<_> = TARGETS.iter().map(|(name, _)| *name).collect();
            assert_eq!(names, [$(stringify!($name)),*]);
        }
    };
}

targets!(parse fmt check report tlo json generate decode telegram mtproto reflect layers mock);

#[test]
fn schemas_of_other_tests() {
    for name in ["parse", "fmt", "check", "report", "generate"] {
        schemas(name);
    }
}
