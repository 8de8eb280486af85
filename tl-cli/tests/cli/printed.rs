//! Nothing that is read moves the terminal: control characters are escaped by every way out.

use std::fs;

use crate::support::{Folder, Ran};

/// ESC, BEL, DEL, the one-character CSI, a carriage return, and a mark that turns text around.
const HOSTILE: &str = "\u{1b}[2J\u{7}\u{7f}\u{9b}2J\r\u{202e}";

/// Fails when a terminal would obey a character, and tells what was printed.
fn is_safe(ran: &Ran) -> String {
    let all = format!("{}{}", ran.out, ran.err);
    let hidden = |char: char| {
        char.is_control() && char != '\n' && char != '\t'
            || ('\u{202a}'..='\u{202e}').contains(&char)
    };
    assert!(!all.contains(hidden), "{all:?}");
    all
}

#[test]
fn values_are_escaped() {
    let folder = Folder::new("printed-values");
    folder.write("a.tl", "note text:string = Note;\n");
    let json = format!("{{\"_\":\"note\",\"text\":{}}}", serde_json::to_string(HOSTILE).unwrap());
    let hex = folder.run(&["encode", "--schema", "a.tl", &json], b"").out;
    let hex = hex.trim();
    let shown = is_safe(&folder.run(&["decode", "--schema", "a.tl", hex], b""));
    // The escapes are JSON's: the value is the same.
    let value: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(value["text"], HOSTILE);
    let batch = folder.run(&["decode", "--schema", "a.tl", "--batch"], hex.as_bytes());
    assert_eq!(is_safe(&batch), shown);
    assert!(is_safe(&folder.run(&["explain", "--schema", "a.tl", hex], b"")).contains("\\u{1b}"));
}

#[test]
fn what_is_wrong_with_json_is_escaped() {
    let folder = Folder::new("printed-json");
    folder.write("a.tl", "note text:string = Note;\n");
    let name = serde_json::to_string(HOSTILE).unwrap();
    for json in [
        format!("{{\"_\":{name}}}"),
        format!("{{\"_\":\"note\",\"text\":\"\",{name}:1}}"),
        format!("{{\"_\":\"note\",\"text\":[{name}]}}"),
        HOSTILE.to_owned(),
    ] {
        let ran = folder.run(&["encode", "--schema", "a.tl", "-"], json.as_bytes());
        assert_eq!(ran.status, 1, "{json}");
        is_safe(&ran);
        is_safe(&folder.run(&["encode", "--schema", "a.tl", "--batch"], json.as_bytes()));
    }
}

#[test]
fn names_from_the_command_line_are_escaped() {
    let folder = Folder::new("printed-arguments");
    folder.write("a.tl", "note text:string = Note;\n");
    for args in [
        ["decode", "--schema", "a.tl", "--type", HOSTILE, "00"].as_slice(),
        &["encode", "--schema", "a.tl", "--method", HOSTILE],
        &["check", HOSTILE],
        &["id", HOSTILE],
        &["fmt", HOSTILE],
        &["generate", "a.tl", "--out", "out", "--only", HOSTILE],
        &["generate", "a.tl", "--out", "out", "--docs", HOSTILE],
        &["generate", "a.tl", "--out", "out", "--derive", &format!(".={HOSTILE}")],
        &["generate", "a.tl", "--out", "out", "--root-file", HOSTILE],
        &["convert", "--to", HOSTILE, "a.tl"],
        &[HOSTILE],
    ] {
        let ran = folder.run(args, b"");
        assert_ne!(ran.status, 0, "{args:?}");
        assert!(is_safe(&ran).contains("\\u009b2J"), "{args:?}: {}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_are_escaped() {
    let folder = Folder::new("printed-files");
    let name = |end: &str| format!("{HOSTILE}.{end}");
    folder.write(&name("tl"), "x#ABCDEF01 a:Missing = X;\n");
    for args in [
        ["check", &name("tl")].as_slice(),
        &["dump", "--stage", "syntax", &name("tl")],
        &["fmt", "--check", &name("tl")],
        &["convert", "--to", "json", &name("tl")],
        &["generate", &name("tl"), "--out", "out"],
        &["decode", "--schema", &name("tl"), "00"],
    ] {
        let ran = folder.run(args, b"");
        assert!(is_safe(&ran).contains("\\u001b[2J"), "{args:?}: {}", ran.err);
    }
    folder.write("a.tl", "note text:string = Note;\n");
    let ran = folder.run(&["generate", "a.tl", "--out", HOSTILE], b"");
    assert_eq!(ran.status, 0);
    is_safe(&ran);
    fs::write(folder.path(HOSTILE).join("schema.tlo"), "damaged").unwrap();
    is_safe(&folder.run(&["generate", "a.tl", "--out", HOSTILE, "--check"], b""));
    is_safe(&folder.run(&["convert", "--to", "tlo", "a.tl", "-o", &name("tlo")], b""));
}

#[test]
fn the_schemas_text_is_escaped_in_reports_and_stays_in_data() {
    let folder = Folder::new("printed-schema");
    // Line ends of their own would divide the line.
    let hostile = HOSTILE.replace('\r', "");
    let faulty = format!("// {hostile}\nx{hostile} a:in{hostile} = X; // {hostile}\n");
    folder.write("a.tl", &faulty);
    folder.write("b.tl", format!("/// {hostile}\nx  a:int = X; // {hostile}\n"));
    folder.write("docs.txt", format!("[{hostile}]\n[y{hostile}]\n"));
    folder.write("ids.allow", format!("{hostile}\n"));
    for line in [
        "check a.tl",
        "check --ids b.tl",
        "check --format json a.tl",
        "dump --stage syntax a.tl b.tl",
        "dump --stage schema b.tl",
        "fmt --check b.tl",
        "id a.tl",
        "generate a.tl --out out",
        "generate b.tl --out out --docs docs.txt",
    ] {
        is_safe(&folder.tl(line));
    }
    // A program gets the bytes.
    let formatted = folder.tl_reading("fmt -", format!("x  = X; // {hostile}\n").as_bytes());
    assert_eq!(formatted.out, format!("x = X; // {hostile}\n"));
}
