//! Arguments and files as a hostile user picks them: each error says what is wrong, where, and what to do.

use crate::support::{Folder, SHAPES};

const NO_JSON: &str = "a schema in JSON is an object with the lists `constructors` and `methods`";

fn folder(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.write("shapes.tl", SHAPES);
    for name in ["empty.tl", "empty.json", "empty.tlo", "empty.bin"] {
        folder.write(name, "");
    }
    folder.write("list.json", "[]");
    folder.write("lines.tlo", "no schema at all");
    for name in ["dir", "dir.tl", "dir.json"] {
        std::fs::create_dir(folder.path(name)).unwrap();
    }
    folder
}

#[test]
fn all_schemas_that_cannot_be_read_are_told_at_once() {
    let folder = Folder::new("hostile-unreadable");
    folder.write("a.tl", b"a = A;\ncaf\xe9");
    folder.write("b.tl", "b = B;");
    folder.write("c.tlo", "");
    let lines = [
        "a.tl: cannot be read: not UTF-8 at byte 10, in line 2; save it as UTF-8",
        "none.tl: cannot be read: ",
        "c.tlo: not a compiled schema: at byte 0",
    ];
    for command in ["check", "docs --out out", "generate --out out", "merge"] {
        let ran = folder.tl(&format!("{command} a.tl none.tl b.tl c.tlo"));
        assert_eq!(ran.status, 2, "{command}: {}", ran.err);
        let err = ran.err.strip_prefix("error: ").unwrap();
        assert_eq!(err.lines().count(), lines.len(), "{command}: {err}");
        assert!(err.lines().zip(lines).all(|(is, said)| is.starts_with(said)), "{command}: {err}");
    }
    let ran = folder.tl("check --fix none.tl c.tlo b.tl");
    let said = "\nc.tlo is not written in TL; `tl convert --to tl` converts it\n";
    assert_eq!(ran.status, 2);
    assert!(ran.err.starts_with("error: none.tl: ") && ran.err.ends_with(said), "{}", ran.err);
    let ran = folder.tl("fmt none.tl b.tl more.tl");
    assert!(ran.err.contains("error: none.tl: ") && ran.err.contains("\nmore.tl: "), "{}", ran.err);
    // Faults of compiled schemas alone are faults of a schema.
    folder.write("d.tlo", "");
    assert_eq!(folder.tl("check c.tlo d.tlo").status, 1);
}

#[test]
fn folders_are_no_files_and_files_no_folders() {
    let folder = folder("hostile-folders");
    for line in [
        "check dir.tl",
        "convert --to tl dir.json",
        "decode dir",
        "decode --batch dir",
        "decode --schema dir.tl 00",
        "diff shapes.tl dir",
        "docs shapes.tl --docs dir --out out",
        "encode dir",
        "explain dir",
        "fmt dir",
        "generate dir.tl --out out",
        "generate shapes.tl --docs dir --out out",
        "id dir.tl",
        "init dir",
        "merge shapes.tl dir",
        "mock --script dir",
        "translate --from shapes.tl dir",
    ] {
        let ran = folder.tl(line);
        assert_eq!(ran.status, 2, "{line}: {}", ran.err);
        // `tl generate` names the flag that asks for the file.
        let err = ran.err.replacen("--docs ", "", 1);
        assert!(err.starts_with("error: dir"), "{line}: {}", ran.err);
        assert!(ran.err.ends_with("; name a file in it\n"), "{line}: {}", ran.err);
    }
    for line in ["docs shapes.tl --out shapes.tl", "man --out shapes.tl"] {
        let ran = folder.tl(line);
        assert_eq!(ran.status, 2, "{line}: {}", ran.err);
        assert!(ran.err.starts_with("error: shapes.tl: cannot be "), "{line}: {}", ran.err);
        assert!(ran.err.ends_with("; name a folder\n"), "{line}: {}", ran.err);
    }
}

#[test]
fn what_is_no_schema_is_told_with_a_remedy() {
    let folder = folder("hostile-schemas");
    for (name, start, remedy) in [
        ("empty.json", "EOF while parsing a value", NO_JSON),
        ("list.json", "constructors: expected a list", NO_JSON),
        ("empty.tlo", "not a compiled schema: at byte 0", "`tl convert --to tlo` writes one"),
        ("lines.tlo", "not a compiled schema: at byte 0", "`tl convert --to tlo` writes one"),
    ] {
        for command in ["check", "convert --to tl", "id", "diff shapes.tl", "dump --stage plan"] {
            let ran = folder.tl(&format!("{command} {name}"));
            assert_eq!(ran.status, 1, "{command} {name}: {}", ran.err);
            assert!(ran.err.starts_with(&format!("error: {name}: {start}")), "{}", ran.err);
            assert!(ran.err.ends_with(&format!("; {remedy}\n")), "{}", ran.err);
        }
    }
}

#[test]
fn what_is_no_value_is_told_with_a_remedy() {
    let folder = folder("hostile-values");
    let odd = "<argument>: cannot be read: an odd number of hex digits; each byte has two";
    for (line, status, said) in [
        ("decode 6b18f9c", 2, odd),
        ("explain 6b18f9c", 2, odd),
        ("decode AP+hB", 2, "<argument>: cannot be read: the base64 is cut off; pass all of it"),
        ("explain #ff", 1, "no schema that was searched has the id 000000ff; `--schema` adds one"),
        ("encode null", 1, "$: expected an object, found null"),
        (
            "random --schema empty.tl --seed 1",
            2,
            "the schema has no finite value; name one with `--schema` that has",
        ),
    ] {
        let ran = folder.tl(line);
        assert_eq!((ran.status, ran.err), (status, format!("error: {said}\n")), "{line}");
    }
    let ran = folder.tl("translate --from shapes.tl deadbeef");
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.err.ends_with("of the type has\n  `tl explain` shows the bytes\n"), "{}", ran.err);
    for command in ["decode --batch 6b18f9c4", "encode --batch 5"] {
        let ran = folder.tl(command);
        assert_eq!(ran.status, 2, "{command}");
        let end = "; pass a file of lines, or pipe them in\n";
        assert!(ran.err.ends_with(end), "{command}: {}", ran.err);
    }
}

#[test]
fn settings_are_told_with_their_place() {
    let folder = folder("hostile-settings");
    for (text, said) in [
        ("[", "tl.toml:1:2: "),
        ("layer = 230\nnope = 1\n", "tl.toml:2:1: unknown key `nope`"),
        ("layer = -1\n", "tl.toml: `layer` is not a layer number; write one such as `layer = 230`"),
    ] {
        folder.write("tl.toml", text);
        let ran = folder.tl("update");
        assert_eq!(ran.status, 2, "{text}: {}", ran.err);
        assert!(ran.err.starts_with(&format!("error: {said}")), "{}", ran.err);
    }
    std::fs::remove_file(folder.path("tl.toml")).unwrap();
    let ran = folder.tl("generate --out out --module a=");
    assert_eq!(ran.status, 2, "{}", ran.err);
    assert!(ran.err.contains("expected NAME=FILE"), "{}", ran.err);
}

#[cfg(feature = "mock")]
#[test]
fn a_mock_that_cannot_work_does_not_start() {
    let folder = folder("hostile-mock");
    let ran = folder.tl("mock --record dir --stop-after 0");
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.starts_with("error: dir: cannot be written: "), "{}", ran.err);
    let ran = folder.tl("mock --key shapes.tl --stop-after 0");
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.ends_with("; `openssl genrsa -traditional` writes one\n"), "{}", ran.err);
}
