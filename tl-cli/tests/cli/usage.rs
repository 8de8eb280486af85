//! What is not about schemas: help, wrong usage, files that cannot be read.

use std::{
    fs,
    io::Read,
    num::NonZero,
    process::{Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
    thread,
};

use crate::support::{Folder, SHAPES};

/// The commands whose examples run as they are. Others take minutes, a repository or a network.
const COMMANDS: [&str; 18] = [
    "generate",
    "check",
    "id",
    "fmt",
    "convert",
    "cost",
    "dump",
    "encode",
    "decode",
    "explain",
    "random",
    "schema",
    "completions",
    "man",
    "init",
    "show",
    "merge",
    "translate",
];

#[test]
fn help_is_no_failure_and_tells_the_exit_status() {
    let folder = Folder::new("usage-help");
    let ran = folder.tl("--help");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("Exit status: 0 done, 1 faults"), "{}", ran.out);
    for command in COMMANDS {
        let ran = folder.tl(&format!("{command} --help"));
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains("Examples:\n"), "{}", ran.out);
    }
}

#[test]
fn examples_in_help_work() {
    let (next, count) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        while let Some(command) = COMMANDS.get(next.fetch_add(1, Relaxed)) {
            count.fetch_add(run_examples(command), Relaxed);
        }
    };
    // The commands do not depend on each other, and some generate the whole layer.
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(work);
        }
    });
    let count = count.into_inner();
    assert!(count > 30, "{count} examples");
}

/// Runs the examples of a command in a folder that has all their files, and returns how many there are.
fn run_examples(command: &str) -> usize {
    let folder = folder_of_examples(command);
    let help = folder.tl(&format!("{command} --help")).out;
    let (_, examples) = help.split_once("Examples:\n").unwrap();
    let line =
        |line: &str| Some(line.strip_prefix("  ")?.to_owned()).filter(|it| !it.starts_with(' '));
    let lines = examples.lines().map_while(|it| (!it.is_empty()).then_some(it)).filter_map(line);
    let lines: Vec<String> = lines.filter(|line| !line.starts_with("curl ")).collect();
    for line in &lines {
        let ran = folder.shell(line);
        assert_eq!(ran.status, 0, "{line}\n{}{}", ran.out, ran.err);
    }
    lines.len()
}

fn folder_of_examples(command: &str) -> Folder {
    let folder = Folder::new(&format!("usage-examples-{command}"));
    for name in ["api.tl", "my.tl", "mine.tl", "old.tl"] {
        folder.write(name, SHAPES);
    }
    folder.write("ton_api.tl", "ping#61578e14 = Ping;\n");
    folder.write("lite_api.tl", "time now:int = Time;\n");
    folder.write("td_api.tl", "ok#e4c123d6 = Ok;\nboolTrue#997275b5 = Bool;\n");
    for dir in ["schema", "schemas", "src"] {
        fs::create_dir(folder.path(dir)).unwrap();
    }
    folder.write("schema/my.tl", SHAPES);
    folder.write("schemas/shapes.tl", SHAPES);
    folder.write("additions.tl", "---functions---\nmine.add point:int = Bool;\n");
    let older = concat!(env!("CARGO_MANIFEST_DIR"), "/../schema/telegram/api-224.tl");
    fs::copy(older, folder.path("api-224.tl")).unwrap();
    folder.write("update.bin", [0x6b, 0x18, 0xf9, 0xc4]);
    folder.write("values.jsonl", "{\"_\":\"help.getConfig\"}\n");
    folder.write("frames.jsonl", "\"6b18f9c4\"\n");
    folder.write("capture.bin", [0x6b, 0x18, 0xf9, 0xc4]);
    folder.write("unknown.bin", "6b18f9c4");
    folder.write("reply.bin", "15c4b51c00000000");
    folder.write("list.hex", "15c4b51c00000000");
    folder
}

#[test]
fn wrong_usage_is_2() {
    let folder = Folder::new("usage-wrong");
    folder.write("shapes.tl", SHAPES);
    for line in [
        "",
        "frobnicate",
        "check",
        "check shapes.tl --dialect klingon",
        "check --explain",
        "check --explain TL9999",
        "check --explain TL0101 shapes.tl",
        "check shapes.tl --format xml",
        "check shapes.tl --deny TL0101",
        "check shapes.tl --allow warnings",
        "check shapes.tl --deny TL0249 --allow TL0249",
        "id --rule mine",
        "fmt",
        "convert shapes.tl",
        "convert shapes.tl --to xml",
        "convert shapes.tl --to json --date 1",
        "convert shapes.tl shapes.tl --to json",
        "dump shapes.tl",
        "dump --stage soup shapes.tl",
        "encode --method nothing",
        "encode --params {}",
        "encode --batch --to raw",
        "encode --method help.getConfig --type User",
        "decode --type Nothing 00",
        "decode --guess . --schema shapes.tl 00",
        "explain --from octal 00",
        "random Nothing",
        "random --json --to raw",
        "generate shapes.tl",
        "generate --out out --module other=shapes.tl",
        "generate shapes.tl --out out --module other",
        "generate shapes.tl --out out --module types=shapes.tl",
        "generate shapes.tl --out out --crate 2fast",
        "generate shapes.tl --out out --runtime somewhere",
    ] {
        let ran = folder.tl(line);
        assert_eq!(ran.status, 2, "{line}: {}{}", ran.out, ran.err);
        assert!(!ran.err.is_empty(), "{line}");
        assert!(!folder.path("out").exists(), "{line} wrote something");
    }
}

#[test]
fn files_that_cannot_be_read_are_2_and_named() {
    let folder = Folder::new("usage-io");
    for line in [
        "check absent.tl",
        "generate absent.tl --out out",
        "dump --stage plan absent.tl",
        "id absent.tl",
        "fmt absent.tl",
        "convert --to json absent.tl",
        "decode --schema absent.tl 00000000",
        "encode --schema absent.tl {}",
    ] {
        let ran = folder.tl(line);
        assert_eq!(ran.status, 2, "{line}");
        assert!(ran.err.starts_with("error: absent.tl: "), "{}", ran.err);
    }
}

#[test]
fn an_argument_that_is_neither_file_nor_value_is_told() {
    let folder = Folder::new("usage-literal");
    for (command, name) in [
        ("decode", "hex or base64"),
        ("explain", "hex or base64"),
        ("encode", "JSON"),
        ("translate --from layer:229 --to layer:230", "JSON, hex or base64"),
    ] {
        let ran = folder.tl(&format!("{command} nothing"));
        assert_eq!(ran.status, 2, "{command}: {}", ran.err);
        assert!(ran.err.starts_with("error: nothing: cannot be opened: "), "{}", ran.err);
        assert!(ran.err.ends_with(&format!(", and it is not {name} either\n")), "{}", ran.err);
        let words: Vec<&str> = command.split(' ').chain([""]).collect();
        let ran = folder.run(&words, b"");
        let said = format!("error: the argument is empty; pass {name} or a file\n");
        assert_eq!((ran.status, ran.err), (2, said), "{command}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_2() {
    let folder = Folder::new("usage-out");
    folder.write("shapes.tl", SHAPES);
    folder.write("out", "a file where the folder would be");
    let ran = folder.tl("generate shapes.tl --out out");
    assert_eq!(ran.status, 2, "{}", ran.err);
    assert!(ran.err.starts_with("error: out"), "{}", ran.err);
    assert!(ran.err.contains("`out` is not a folder: choose another one"), "{}", ran.err);
}

#[test]
fn a_reader_who_stops_reading_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tl"))
        .args(["dump", "--stage", "syntax"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
