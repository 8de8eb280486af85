//! What a new program waits for: `cargo check` from nothing, its registry crates downloaded, build scripts and all
//! dependencies included.

use std::{error::Error, fmt::Write, fs, num::NonZero, path::Path, time::Duration};

use nix::sys::{
    resource::{UsageWho, getrusage},
    time::TimeValLike,
};
use typelang_codegen::Config;

use super::{
    cargo,
    clients::{OURS, PEER, write},
    run,
};
use crate::{at, root};

/// A way to Telegram's API.
#[derive(Clone, Copy, Debug)]
struct Way {
    name: &'static str,
    folder: &'static str,
    prepare: fn(&Path) -> Result<(), Box<dyn Error>>,
}

/// The peer comes first.
const WAYS: [Way; 4] = [
    Way { name: "grammers-tl-types", folder: "peer", prepare: peer },
    Way { name: "typelang-telegram, ready-made", folder: "ready", prepare: ready },
    Way { name: "a part, by a build script", folder: "script", prepare: script },
    Way { name: "the same part, committed", folder: "committed", prepare: committed },
];

/// Measures in turns, and returns the table of medians.
pub(super) fn table(runs: NonZero<usize>) -> Result<String, Box<dyn Error>> {
    let dir = root().join("target/compile-cost/cold");
    for way in WAYS {
        let program = dir.join(way.folder);
        (way.prepare)(&program)?;
        run(cargo(&program)?.args(["fetch"]))?;
    }
    let mut seconds = WAYS.map(|_| Vec::new());
    for _ in 0..runs.get() {
        for (way, seconds) in WAYS.iter().zip(&mut seconds) {
            seconds.push(check(&dir.join(way.folder))?);
        }
    }
    let medians = seconds.map(|mut all| {
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    });
    let mut table = String::from("| | CPU, s | : peer |\n|---|---|---|\n");
    for (way, seconds) in WAYS.iter().zip(medians) {
        let ratio = seconds / medians[0];
        _ = writeln!(table, "| {} | {seconds:.1} | {ratio:.2} |", way.name);
    }
    Ok(table)
}

/// Checks a program from nothing, and returns the CPU time.
fn check(program: &Path) -> Result<f64, Box<dyn Error>> {
    let target = program.join("target");
    if target.exists() {
        fs::remove_dir_all(&target).map_err(at(&target))?;
    }
    let before = spent()?;
    run(cargo(program)?.args(["check", "--offline"]))?;
    Ok(spent()?.saturating_sub(before).as_secs_f64())
}

/// The CPU time of all programs that have ended.
fn spent() -> Result<Duration, Box<dyn Error>> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(Duration::from_micros(micros.unsigned_abs()))
}

fn peer(program: &Path) -> Result<(), Box<dyn Error>> {
    manifest(program, "grammers-tl-types = \"=0.11.0\"\n", "")?;
    main(program, PEER)
}

fn ready(program: &Path) -> Result<(), Box<dyn Error>> {
    let telegram = format!("typelang-telegram = {{ path = {} }}\n", quoted(root()));
    manifest(program, &(telegram + &runtime("")), "")?;
    main(program, OURS)
}

/// As the guide's chapter on build scripts has it.
fn script(program: &Path) -> Result<(), Box<dyn Error>> {
    let codegen =
        format!("typelang-codegen = {{ path = {} }}\n", quoted(&root().join("tl-codegen")));
    manifest(program, &runtime(", features = [\"reflect\"]"), &codegen)?;
    let build = format!(
        "fn main() -> Result<(), typelang_codegen::Error> {{\n    typelang_codegen::Config::new()\n        \
         .only([\"messages.sendMessage\"])\n        .opaque([\"Update\", \"MessageMedia\"])\n        \
         .compile(&[{}])?;\n    Ok(())\n}}\n",
        quoted(&api())
    );
    write(program, "build.rs", &build)?;
    let module = "mod telegram {\n    typelang_runtime::include_tl!();\n}\nuse telegram::{";
    main(program, &OURS.replace("use typelang_telegram::{", module))
}

fn committed(program: &Path) -> Result<(), Box<dyn Error>> {
    manifest(program, &runtime(", features = [\"reflect\"]"), "")?;
    let mut config = Config::new();
    config.only(["messages.sendMessage"]).opaque(["Update", "MessageMedia"]);
    config.out_dir(program.join("src/telegram")).root_file("mod.rs").compile(&[api()])?;
    main(program, &OURS.replace("use typelang_telegram::{", "mod telegram;\nuse telegram::{"))
}

fn api() -> std::path::PathBuf {
    root().join("schema/telegram/api.tl")
}

/// A path as a string of Rust or TOML.
fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display().to_string().escape_default())
}

fn runtime(features: &str) -> String {
    format!("typelang-runtime = {{ path = {}{features} }}\n", quoted(&root().join("tl-runtime")))
}

fn manifest(program: &Path, dependencies: &str, build: &str) -> Result<(), Box<dyn Error>> {
    let text = format!(
        "[package]\nname = \"new-program\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n\
         [build-dependencies]\n{build}\n[workspace]\n"
    );
    write(program, "Cargo.toml", &text)
}

fn main(program: &Path, source: &str) -> Result<(), Box<dyn Error>> {
    write(&program.join("src"), "main.rs", source)
}
