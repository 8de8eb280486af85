//! Text as editors save it: in another encoding than UTF-8, and after a byte order mark.

use crate::support::{Folder, SHAPES};

/// Text in Latin-1.
const LATIN1: &[u8] = b"// one\n// caf\xe9\n";

#[test]
fn a_file_in_another_encoding_is_2_and_its_place_is_told() {
    let folder = Folder::new("text-latin1");
    for name in ["latin1.tl", "latin1.json", "latin1.txt", "ids.allow"] {
        folder.write(name, LATIN1);
    }
    std::fs::create_dir(folder.path("ok")).unwrap();
    folder.write("ok/shapes.tl", SHAPES);
    for line in [
        "check latin1.tl",
        "check --fix latin1.tl",
        "convert --to json latin1.tl",
        "convert --to tl latin1.json",
        "cost --only one latin1.tl",
        "decode --schema latin1.tl 00",
        "diff latin1.tl ok/shapes.tl",
        "diff ok/shapes.tl latin1.json",
        "docs latin1.tl --out out",
        "docs ok/shapes.tl --docs latin1.txt --out out",
        "dump --stage syntax latin1.tl",
        "dump --stage plan latin1.json",
        "encode --schema latin1.json {}",
        "encode latin1.json",
        "explain --schema latin1.tl 00",
        "fmt latin1.tl",
        "generate latin1.tl --out out",
        "generate ok/shapes.tl --docs latin1.txt --out out",
        "id latin1.tl",
        "merge ok/shapes.tl latin1.tl",
        "mock --script latin1.txt",
        "random --schema latin1.tl One",
        "show point --schema latin1.tl",
        "translate --from ok/shapes.tl --read json latin1.txt",
        "translate --from ok/shapes.tl --to latin1.tl 00",
        "translate --from latin1.json 00",
    ] {
        let name = line.split_whitespace().find(|word| word.starts_with("latin1")).unwrap();
        let ran = folder.tl(line);
        let said = "cannot be read: not UTF-8 at byte 13, in line 2; save it as UTF-8";
        let said = format!("error: {name}: {said}\n");
        // `tl generate` names the flag that asks for the file.
        assert_eq!((ran.status, ran.err.replacen("--docs ", "", 1)), (2, said), "{line}");
        assert!(!folder.path("out").exists(), "{line} wrote something");
    }
    folder.write("shapes.tl", SHAPES);
    let ran = folder.tl("check --ids shapes.tl");
    assert!(ran.err.starts_with("error: ids.allow: cannot be read: not UTF-8 "), "{}", ran.err);
    assert_eq!(ran.status, 2);
}

#[test]
fn a_schema_in_another_encoding_is_passed_over_by_a_guess() {
    let folder = Folder::new("text-guess");
    std::fs::create_dir(folder.path("schemas")).unwrap();
    folder.write("schemas/latin1.tl", LATIN1);
    folder.write("schemas/shapes.tl", SHAPES);
    let value =
        folder.tl("encode --schema schemas/shapes.tl {\"_\":\"point\",\"x\":1,\"y\":2}").out;
    let ran = folder.tl(&format!("decode --guess schemas {value}"));
    assert_eq!(ran.out, "{\"_\":\"point\",\"x\":1,\"y\":2}\n");
    let note = "skipped schemas/latin1.tl: cannot be read: not UTF-8 at byte 13";
    assert!(ran.err.contains(note), "{}", ran.err);
}

/// Text after a byte order mark.
fn marked(text: &str) -> String {
    format!("\u{feff}{text}")
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_value() {
    let folder = Folder::new("text-mark");
    let (json, hex) = ("{\"_\":\"help.getConfig\"}\n", "6b18f9c4\n");
    folder.write("value.json", marked(json));
    folder.write("value.hex", marked(hex));
    folder.write("value.b64", marked("axj5xA==\n"));
    folder.write("hexes.jsonl", marked("\"6b18f9c4\"\n"));
    let to_json = ["decode", "decode --from hex", "decode --batch", "translate --write json"];
    let to_hex = ["encode", "translate --write hex --read json", "translate --write hex"];
    for (commands, text, want) in [(&to_json[..], hex, json), (&to_hex, json, hex)] {
        for command in commands {
            let layers = if command.starts_with("translate") { " --from layer:230" } else { "" };
            let ran = folder.tl_reading(&format!("{command}{layers}"), marked(text).as_bytes());
            assert_eq!((ran.err.as_str(), ran.out.as_str()), ("", want), "{command}");
        }
    }
    for (line, want) in [
        ("encode value.json", hex),
        ("encode --batch value.json", "\"6b18f9c4\"\n"),
        ("decode value.hex", json),
        ("decode value.b64", json),
        ("decode --batch hexes.jsonl", json),
        ("decode \u{feff}6b18f9c4", json),
        ("encode \u{feff}{\"_\":\"help.getConfig\"}", hex),
        ("encode --method help.getConfig --params \u{feff}{}", hex),
    ] {
        let ran = folder.tl(line);
        assert_eq!((ran.err.as_str(), ran.out.as_str()), ("", want), "{line}");
    }
    let ran = folder.tl("explain value.hex");
    assert!(ran.out.starts_with("000000  6b18f9c4 "), "{}{}", ran.out, ran.err);
}

#[test]
fn bytes_that_begin_like_a_byte_order_mark_are_bytes() {
    let folder = Folder::new("text-raw");
    folder.write("my.tl", "a#01bfbbef x:int = A;\n");
    folder.write("a.bin", b"\xef\xbb\xbf\x01\x07\0\0\0");
    let ran = folder.tl("decode --schema my.tl a.bin");
    assert_eq!((ran.err.as_str(), ran.out.as_str()), ("", "{\"_\":\"a\",\"x\":7}\n"));
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_file() {
    let folder = Folder::new("text-files");
    folder.write("shapes.tl", SHAPES);
    let json = folder.tl("convert --to json shapes.tl").out;
    for name in ["schema.json", "schema.txt"] {
        folder.write(name, marked(&json));
        let ran = folder.tl(&format!("convert --to json {name}"));
        assert_eq!((ran.err.as_str(), &ran.out), ("", &json), "{name}");
    }
    folder.write("ids.allow", marked("one#00000001\n"));
    folder.write("ids.tl", "one#00000001 = One;\n");
    let ran = folder.tl("check --ids ids.tl --deny warnings");
    assert_eq!(ran.status, 0, "{}", ran.err);
    std::fs::create_dir(folder.path("facts")).unwrap();
    folder.write("facts/errors.tsv", marked("shapes.add\t400\tSHAPE_INVALID\tdocs\n"));
    folder
        .write("tl.toml", marked("schemas = [\"shapes.tl\"]\nfacts = \"facts\"\nout = \"out\"\n"));
    let ran = folder.tl("generate");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    folder.write("log.md", marked("## Layer 1\n\nOld.\n"));
    let ran = folder.tl("diff shapes.tl ids.tl --changelog log.md");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(
        folder.read("log.md").ends_with("\n\n## Layer 1\n\nOld.\n"),
        "{}",
        folder.read("log.md")
    );
}
