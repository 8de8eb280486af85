//! Tests what a build script and cargo tell each other: this program runs itself as a build script.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use typelang_codegen::Config;

/// The variables by which a build script recognizes that it is one.
const VARIABLES: [&str; 3] = ["OUT_DIR", "CARGO_MANIFEST_DIR", "NUM_JOBS"];

/// A file name that contains an instruction to cargo and a sequence that clears the terminal.
const HOSTILE: &str = "a\ncargo::rustc-env=X=\u{1b}[2J.tl";

/// The result of a run: cargo's instructions and the report.
struct Ran {
    is_done: bool,
    said: Vec<String>,
    report: String,
}

/// Creates a folder with these files.
fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("build-script-{test}"));
    _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    for (name, text) in files {
        fs::write(dir.join(name), text).unwrap();
    }
    dir
}

/// Runs one of the scripts below in `dir`, with the variables that `has` selects.
fn run(dir: &Path, script: &str, has: impl Fn(&str) -> bool) -> Ran {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", script, "--ignored", "--nocapture"]).current_dir(dir);
    for name in VARIABLES {
        match (has(name), name) {
            (false, _) => command.env_remove(name),
            (true, "OUT_DIR") => command.env(name, dir.join("out")),
            (true, _) => command.env(name, "1"),
        };
    }
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let said = text.lines().filter(|line| line.starts_with("cargo:")).map(str::to_owned).collect();
    Ran {
        is_done: output.status.success(),
        said,
        report: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
#[ignore = "the other tests run it as a build script"]
fn compiles() {
    let mut config = Config::new();
    config.module("more", &["more.tl"]).docs("docs.txt");
    config.compile(&["a.tl", "b.tl"]).unwrap();
}

#[test]
#[ignore = "the other tests run it as a build script"]
fn compiles_elsewhere() {
    let asks = env::var("ASKS").ok().map(|asks| asks == "yes");
    let mut config = Config::new();
    if let Some(asks) = asks {
        config.emit_rerun_if_changed(asks);
    }
    config.out_dir("elsewhere").compile(&["a.tl"]).unwrap();
}

const FILES: [(&str, &str); 4] =
    [("a.tl", "a = A;"), ("b.tl", "b#ABCDEF01 = B;"), ("more.tl", "c = C;"), ("docs.txt", "")];

const READ: [&str; 4] = [
    "cargo::rerun-if-changed=a.tl",
    "cargo::rerun-if-changed=b.tl",
    "cargo::rerun-if-changed=more.tl",
    "cargo::rerun-if-changed=docs.txt",
];

#[test]
fn cargo_is_told_every_file_that_was_read_and_every_warning() {
    let dir = folder("told", &FILES);
    let ran = run(&dir, "compiles", |_| true);
    assert!(ran.is_done, "{}", ran.report);
    assert_eq!(ran.said[..4], READ);
    assert!(ran.said[4].starts_with("cargo::warning=b.tl:1:2: "), "{:?}", ran.said);
    assert!(ran.said[4].ends_with("(TL0008)"), "{:?}", ran.said);
    assert!(ran.said.iter().skip(4).all(|line| line.starts_with("cargo::warning=")));
    assert!(dir.join("out/tl/lib.rs").exists() && dir.join("out/tl/more/mod.rs").exists());
}

#[test]
fn after_a_fault_cargo_is_told_all_the_same() {
    let faulty = [("a.tl", "a x:Missing = A;"), FILES[1], FILES[2], FILES[3]];
    let ran = run(&folder("fault", &faulty), "compiles", |_| true);
    assert!(!ran.is_done && ran.report.contains("a.tl:1:5"), "{}", ran.report);
    assert_eq!(ran.said, READ);
    // Cargo runs the script again once a missing file exists.
    let ran = run(&folder("absent", &FILES[1..]), "compiles", |_| true);
    let want = "a.tl: cannot be read: No such file or directory";
    assert!(!ran.is_done && (cfg!(windows) || ran.report.contains(want)), "{}", ran.report);
    assert!(ran.report.contains(", in "), "{}", ran.report);
    assert_eq!(ran.said, READ);
}

#[test]
fn all_schemas_that_cannot_be_read_are_reported() {
    let ran = run(&folder("none", &FILES[2..]), "compiles", |_| true);
    assert!(!ran.is_done, "{}", ran.report);
    for file in ["a.tl", "b.tl"] {
        assert!(ran.report.contains(&format!("{file}: cannot be read: ")), "{}", ran.report);
    }
    assert_eq!(ran.said, READ);
}

#[test]
fn outside_of_a_build_script_nothing_is_said() {
    let dir = folder("outside", &FILES);
    for missing in VARIABLES {
        let ran = run(&dir, "compiles_elsewhere", |name| name != missing);
        assert!(ran.is_done, "{}", ran.report);
        assert_eq!(ran.said, [] as [&str; 0], "{missing}");
    }
    let ran = run(&dir, "compiles", |name| name != "OUT_DIR");
    assert!(!ran.is_done && ran.report.contains("OUT_DIR is not set"), "{}", ran.report);
}

#[test]
fn what_is_asked_for_goes_before_what_is_guessed() {
    let dir = folder("asked", &FILES);
    for (asks, has, want) in [("yes", false, &READ[..1]), ("no", true, &[])] {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", "compiles_elsewhere", "--ignored", "--nocapture"]);
        command.current_dir(&dir).env("ASKS", asks);
        for name in VARIABLES {
            if has {
                command.env(name, "1")
            } else {
                command.env_remove(name)
            };
        }
        let said = String::from_utf8(command.output().unwrap().stdout).unwrap();
        let said: Vec<&str> = said.lines().filter(|line| line.starts_with("cargo:")).collect();
        assert_eq!(said, want, "{asks}");
    }
}

#[cfg(unix)]
#[test]
fn no_name_of_a_file_is_an_instruction() {
    let dir = folder("hostile", &FILES);
    fs::write(dir.join(HOSTILE), "a x:Missing = A;").unwrap();
    let ran = run(&dir, "compiles_hostile", |_| true);
    assert!(!ran.is_done);
    assert_eq!(ran.said, ["cargo::rerun-if-changed=a\\ncargo::rustc-env=X=\\u001b[2J.tl"]);
    assert!(!ran.report.contains('\u{1b}'), "{}", ran.report);
}

#[test]
#[ignore = "the other tests run it as a build script"]
fn compiles_hostile() {
    Config::new().compile(&[HOSTILE]).unwrap();
}
