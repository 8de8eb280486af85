//! Cargo accepts generated code: no edition, target or default lint reports anything.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use common::{folder, schemas, sources};
use typelang_codegen::{Config, Memory, Sources, Text};

const ROOT: &str = "// LAYER 1\n\nroot#00000001 x:int = Root;";

/// Schemas with an `Object` before other values, which only the runtime's feature `reflect` can read.
const NEED_REFLECT: &[&str] = &["objects"];

/// Returns the settings that generate all schemas as modules of one crate, with some files in shards.
fn everything(text: Text, memory: Memory) -> Config {
    let mut config = Config::new();
    config.text(text).memory(memory).file_limit(10_000);
    for (name, text) in schemas() {
        if !NEED_REFLECT.contains(&&*name) {
            config.module_sources(&name, sources(&name, &text));
        }
    }
    config
}

fn root() -> Sources {
    sources("root", ROOT)
}

/// Creates a workspace with a package for each edition. Both have the same library without std; one has a
/// program with private modules, the other a program that includes the code. No target has tests to build.
fn workspace(dir: &Path) {
    let families = [
        ("api", Text::Owned, Memory::Heap),
        ("borrowed", Text::Borrowed, Memory::Heap),
        ("arena", Text::Borrowed, Memory::Arena),
    ];
    for (folder, text, memory) in families {
        let output = everything(text, memory).root_file("mod.rs").generate(&root()).unwrap();
        output.write(&dir.join("src").join(folder)).unwrap();
    }
    let included = dir.join("included");
    everything(Text::Owned, Memory::Heap)
        .format(false)
        .generate(&root())
        .unwrap()
        .write(&included)
        .unwrap();
    // Lints that demand docs do not warn about undocumented items of a schema.
    let lib = "//! A library.\n\
               #![no_std]\n#![forbid(unsafe_code)]\n#![warn(missing_docs, unreachable_pub)]\n\
               /// Owned.\npub mod api;\n/// Borrowed.\npub mod borrowed;\n/// In an arena.\npub mod arena;\n";
    fs::write(dir.join("src/lib.rs"), lib).unwrap();
    let private = "#![forbid(unsafe_code)]\nmod api;\nfn main() {}\n";
    fs::write(dir.join("src/private.rs"), private).unwrap();
    let path = quotable(&included.join("lib.rs"));
    let included =
        format!("#![forbid(unsafe_code)]\nmod api {{ include!(\"{path}\"); }}\nfn main() {{}}\n");
    fs::write(dir.join("src/included.rs"), included).unwrap();
    for (edition, program) in [("2021", "private"), ("2024", "included")] {
        let dir = dir.join(format!("e{edition}"));
        fs::create_dir_all(&dir).unwrap();
        fs::write(dir.join("Cargo.toml"), manifest(edition, program)).unwrap();
    }
    let members = "[workspace]\nmembers = [\"e2021\", \"e2024\"]\nresolver = \"3\"\n";
    fs::write(dir.join("Cargo.toml"), members).unwrap();
}

fn manifest(edition: &str, program: &str) -> String {
    let runtime = quotable(&folder("../../tl-runtime"));
    format!(
        "[package]\nname = \"e{edition}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n\
         [dependencies]\ntypelang-runtime = {{ path = \"{runtime}\", features = [\"bumpalo\"] }}\n\n\
         [lib]\npath = \"../src/lib.rs\"\ntest = false\ndoctest = false\n\n\
         [[bin]]\nname = \"{program}\"\npath = \"../src/{program}.rs\"\ntest = false\n"
    )
}

/// Escapes a path for a quoted string, on Windows too.
fn quotable(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// Runs cargo, which must succeed without warnings.
fn cargo(dir: &Path, args: &[&str]) {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(args)
        .arg("--offline")
        .current_dir(dir)
        .env("CARGO_TARGET_DIR", dir.join("target"))
        .env("RUSTFLAGS", "-Dwarnings")
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        // Nothing is rebuilt, and this data would take 400 MB.
        .env("CARGO_INCREMENTAL", "0")
        .output()
        .unwrap();
    let report = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {}:\n{report}", args.join(" "));
}

#[test]
fn compilers_and_lints_are_content() {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("contract");
    // The generated files of an earlier run must not stay; the compiled ones may.
    for folder in ["src", "included", "e2021", "e2024"] {
        _ = fs::remove_dir_all(dir.join(folder));
    }
    workspace(&dir);
    // Clippy includes the compiler's reports, so nothing is checked twice.
    cargo(&dir, &["clippy", "--workspace", "--all-targets"]);
    cargo(&dir, &["doc", "--package", "e2024", "--lib", "--no-deps"]);
}

#[test]
fn no_generated_file_needs_unsafe_code() {
    let output = everything(Text::Borrowed, Memory::Heap).generate(&root()).unwrap();
    let found: Vec<&String> = output
        .files
        .iter()
        .filter(|(_, text)| text.contains("unsafe"))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(found, Vec::<&String>::new());
}
