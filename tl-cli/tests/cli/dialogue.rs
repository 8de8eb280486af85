//! `--batch` as a co-process, `decode --first` and `--color`.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};

use crate::support::Folder;

#[test]
fn a_batch_answers_before_the_input_ends() {
    for (args, question, answer) in [
        (["decode", "--batch"], "6b18f9c4", "{\"_\":\"help.getConfig\"}\n"),
        (["encode", "--batch"], "{\"_\":\"help.getConfig\"}", "\"6b18f9c4\"\n"),
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tl"))
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut questions = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap());
        for _ in 0..3 {
            writeln!(questions, "{question}").unwrap();
            let mut line = String::new();
            answers.read_line(&mut line).unwrap();
            assert_eq!(line, answer);
        }
        drop(questions);
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn the_first_value_is_enough() {
    let folder = Folder::new("dialogue-first");
    let rest = "6b18f9c4ffffffff";
    let ran = folder.tl(&format!("decode --first {rest}"));
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out, "{\"_\":\"help.getConfig\"}\n");
    assert_eq!(folder.tl(&format!("decode {rest}")).status, 1);
    // A value that is cut off is none.
    assert_eq!(folder.tl("decode --first 6b18").status, 1);
    assert_eq!(folder.tl(&format!("decode --first --batch {rest}")).status, 2);
}

#[test]
fn color_is_as_asked_for() {
    let folder = Folder::new("dialogue-color");
    folder.write("a.tl", "one x:Missing = One;\n");
    let is_coloured = |line: &str| {
        let ran = folder.shell(line);
        ran.err.contains('\u{1b}') || ran.out.contains('\u{1b}')
    };
    for (line, coloured) in [
        ("tl check a.tl", false),
        ("tl check a.tl --color always", true),
        ("NO_COLOR=1 tl check a.tl --color always", true),
        ("CLICOLOR_FORCE=1 tl check a.tl", true),
        ("CLICOLOR_FORCE=1 tl --color never check a.tl", false),
        ("CLICOLOR_FORCE=1 NO_COLOR=1 tl check a.tl", false),
        ("tl explain 6b18f9c4", false),
        ("tl explain 6b18f9c4 --color always", true),
        ("CLICOLOR_FORCE=1 tl explain 6b18f9c4 --color never", false),
    ] {
        assert_eq!(is_coloured(line), coloured, "{line}");
    }
}
