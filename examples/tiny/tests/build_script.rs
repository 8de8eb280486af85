//! Tests what the example's build script reports to cargo and to you.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The folder that cargo gave the script, which also has the script's output.
fn run_dir() -> &'static Path {
    Path::new(env!("OUT_DIR")).parent().unwrap()
}

/// The script itself: the newest that cargo built.
fn script() -> PathBuf {
    let dirs = fs::read_dir(run_dir().parent().unwrap()).unwrap();
    dirs.map(|entry| entry.unwrap().path())
        .filter(|dir| dir.file_name().unwrap().to_string_lossy().starts_with("tiny-"))
        .map(|dir| dir.join(format!("build-script-build{}", env::consts::EXE_SUFFIX)))
        .filter(|script| script.exists())
        .max_by_key(|script| script.metadata().unwrap().modified().unwrap())
        .expect("a script, because cargo ran one")
}

/// Runs the script as cargo would, in a folder with this schema.
fn run(test: &str, schema: &str) -> Output {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(dir.join("schema")).unwrap();
    fs::write(dir.join("schema/shapes.tl"), schema).unwrap();
    Command::new(script())
        .current_dir(&dir)
        .env("OUT_DIR", dir.join("out"))
        .env("CARGO_MANIFEST_DIR", &dir)
        .env("NUM_JOBS", "1")
        .output()
        .unwrap()
}

/// Cargo runs the script again if one of these files changes, and only then.
#[test]
fn it_names_the_files_that_it_read() {
    let said = fs::read_to_string(run_dir().join("output")).unwrap();
    assert_eq!(said, "cargo::rerun-if-changed=schema/shapes.tl\n");
}

#[test]
fn a_fault_fails_the_build_with_a_report() {
    let output = run("faulty", "point x:int y:int = Point;\ncircle centre:Poin = Shape;\n");
    assert!(!output.status.success());
    let report = String::from_utf8(output.stderr).unwrap();
    let wanted =
        ["Error: ", "error[TL", "schema/shapes.tl:2:15", "circle centre:Poin = Shape;", "^^^^ "];
    for part in wanted {
        assert!(report.contains(part), "{part}\n{report}");
    }
    assert!(report.contains("`Point`"), "it says what to write instead:\n{report}");
    // Otherwise cargo would not notice that the schema is fixed.
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said, "cargo::rerun-if-changed=schema/shapes.tl\n");
}

#[test]
fn a_warning_is_cargos_and_fails_nothing() {
    let output = run("suspicious", "one#ABCDEF01 = One;\n");
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("cargo::warning=schema/shapes.tl:1:"), "it says where:\n{said}");
}
