//! `tl decode`

use std::{fmt::Write, fs, path::Path};

use serde_json::Value;

use crate::support::{Folder, SHAPES};

/// Layer 229 and `MTProto`, as the arguments that name them.
pub(crate) fn telegram() -> Vec<String> {
    let schema = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/telegram").join(name);
        format!("--schema={}", path.display())
    };
    vec![schema("api-229.tl"), schema("mtproto.tl")]
}

pub(crate) fn vectors(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests").join(path);
    fs::read_to_string(path).unwrap()
}

/// All vectors, with the schemas that they are of.
pub(crate) fn families() -> Vec<(Vec<String>, String)> {
    let ton = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/ton").join(name);
        let schema = format!("--schema={}.tl", path.display());
        (vec![schema], vectors(&format!("vectors/ton/{name}.jsonl")))
    };
    vec![
        (telegram(), vectors("layer229/vectors/telegram-229.jsonl")),
        (telegram(), vectors("layer229/vectors/hand.jsonl")),
        ton("ton_api"),
        ton("lite_api"),
        ton("tonlib_api"),
    ]
}

/// The value with bytes instead of `$fill`.
fn filled(value: &Value) -> Value {
    match value {
        Value::Object(map) => match map.get("$fill").and_then(Value::as_u64) {
            Some(count) => {
                let digits = (0..count).fold(String::new(), |mut hex, at| {
                    write!(hex, "{:02x}", (at * 31 + 7) & 255).unwrap();
                    hex
                });
                Value::String(digits)
            }
            None => map.iter().map(|(key, value)| (key.clone(), filled(value))).collect(),
        },
        Value::Array(items) => items.iter().map(filled).collect(),
        _ => value.clone(),
    }
}

#[test]
fn a_batch_of_all_vectors_gives_their_values() {
    let folder = Folder::new("decode-vectors");
    for (schemas, rows) in families() {
        let mut args = vec!["decode", "--batch"];
        args.extend(schemas.iter().map(String::as_str));
        let ran = folder.run(&args, rows.as_bytes());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert_eq!(ran.out.lines().count(), rows.lines().count());
        for (line, row) in ran.out.lines().zip(rows.lines()) {
            let row: Value = serde_json::from_str(row).unwrap();
            let value: Value = serde_json::from_str(line).unwrap();
            assert_eq!(value, filled(&row["value"]), "{}", row["name"]);
        }
    }
}

#[test]
fn lines_are_hex_strings_or_objects() {
    let folder = Folder::new("decode-lines");
    let input = "6b18f9c4\n\n \"6b18f9c4\" \n{\"hex\": \"0x6b18f9c4\", \"n\": 1}\n{\"hex\": 1}\n00\n\"a1j5xA==\"\nzz!\n{";
    let ran = folder.run(&["decode", "--batch"], input.as_bytes());
    let config = "{\"_\":\"help.getConfig\"}";
    let expected = [
        config.to_owned(),
        config.to_owned(),
        config.to_owned(),
        r#"{"error":"an odd number of hex digits; each byte has two","line":5}"#.to_owned(),
        r#"{"error":"expected an id at byte 0, but the input ends: 4 bytes needed, 1 left","line":6}"#.to_owned(),
        r#"{"error":"expected an object at byte 0, but found the id c4f9186b, which no constructor of the type has","line":7}"#.to_owned(),
    ];
    assert_eq!(ran.status, 1);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[..5], expected[..5]);
    assert_eq!(lines.len(), 8, "{lines:#?}");
    assert!(lines[6].contains("neither hex nor base64"), "{}", lines[6]);
    assert!(lines[7].contains("invalid JSON: "), "{}", lines[7]);
    assert_eq!(ran.err, "error: 5 of 9 lines have faults\n");
    for (input, said) in [
        ("00\n", "error: 1 of 1 line has faults\n"),
        ("00\n6b18f9c4\n", "error: 1 of 2 lines has faults\n"),
    ] {
        assert_eq!(folder.run(&["decode", "--batch"], input.as_bytes()).err, said);
    }
}

/// A hundred messages of all kinds; the one at `at` begins with an id that no schema has.
fn stream(folder: &Folder, at: usize) -> Vec<u8> {
    let lines = folder.tl("random --seed 9 -n 100 --depth 3").out;
    let mut bytes = Vec::new();
    for (number, line) in lines.lines().enumerate() {
        let mut message: Vec<u8> = (0..line.len() / 2)
            .map(|byte| u8::from_str_radix(&line[2 * byte..2 * byte + 2], 16).unwrap())
            .collect();
        if number == at {
            message[..4].copy_from_slice(&[0xef, 0xbe, 0xad, 0xde]);
        }
        bytes.extend(message);
    }
    bytes
}

#[test]
fn a_stream_is_shown_up_to_what_nobody_knows() {
    let folder = Folder::new("decode-stream");
    let values = folder.tl("random --seed 9 -n 100 --depth 3 --json").out;
    folder.write("whole.bin", stream(&folder, 100));
    let whole = folder.tl("decode whole.bin");
    assert_eq!((whole.status, whole.err.as_str()), (0, ""));
    assert_eq!(whole.out, values, "all hundred");
    for at in [0, 1, 42, 99] {
        let bytes = stream(&folder, at);
        let ran = folder.run(&["decode", "-"], &bytes);
        assert_eq!(ran.status, 1);
        let before: Vec<&str> = values.lines().take(at).collect();
        assert_eq!(ran.out.lines().collect::<Vec<_>>(), before, "all before it, nothing after");
        let place = bytes.windows(4).position(|id| id == [0xef, 0xbe, 0xad, 0xde]).unwrap();
        let after = match at {
            0 => String::new(),
            1 => "after 1 value: ".to_owned(),
            _ => format!("after {at} values: "),
        };
        let expected = format!(
            "error: {after}expected an object at byte {place}, but found the id deadbeef, which no constructor of the type has\n  \
             no schema that was searched has the id deadbeef; `--schema` adds one\n  `tl explain` shows the bytes\n"
        );
        assert_eq!(ran.err, expected);
    }
}

#[test]
fn a_fault_inside_a_value_hides_it_and_has_a_path() {
    let folder = Folder::new("decode-path");
    folder.write("shapes.tl", SHAPES);
    let page = "encode --schema shapes.tl --type shapes.page -";
    let hex = folder.tl_reading(
        page,
        br#"{"shapes":[{"_":"circle","centre":{"x":1,"y":2},"radius":3}],"next":"4"}"#,
    );
    let hex = hex.out.trim();
    let ran = folder.tl(&format!("decode --schema shapes.tl {hex}{}", &hex[..hex.len() - 8]));
    assert_eq!(ran.status, 1);
    assert_eq!(ran.out.lines().count(), 1);
    assert!(ran.err.contains("after 1 value: expected long at byte "), "{}", ran.err);
    assert!(
        ran.err.contains("(`shapes.page.next`), but the input ends: 8 bytes needed, 4 left"),
        "{}",
        ran.err
    );
}

#[test]
fn types_are_named_and_forms_are_told() {
    let folder = Folder::new("decode-types");
    let long = "15c4b51c0100000001000000000000ff";
    assert_eq!(
        folder.run(&["decode", "--type", "Vector<long>", long], b"").out,
        "[\"-72057594037927935\"]\n"
    );
    let raw: Vec<u8> =
        (0..16).map(|at| u8::from_str_radix(&long[2 * at..2 * at + 2], 16).unwrap()).collect();
    let ran = folder.run(&["decode", "--type", "Vector<long>", "--from", "raw"], &raw);
    assert_eq!(ran.out, "[\"-72057594037927935\"]\n");
    let ran = folder.run(&["decode", "--type", "Vector<long>"], b"FcS1HAEAAAABAAAAAAAA/w==");
    assert_eq!(ran.out, "[\"-72057594037927935\"]\n");
    let ran = folder.run(&["decode", "--type", "vector int", "0100000007000000"], b"");
    assert_eq!(ran.out, "[7]\n");
    let ran = folder.run(&["decode", "--type", "inputPeerSelf", "6b18f9c4"], b"");
    assert_eq!(ran.status, 1);
    assert!(
        ran.err.contains("c4f9186b is the method `help.getConfig` of `Config`, in layer 230"),
        "{}",
        ran.err
    );
}

#[test]
fn strict_reading_refuses_what_nobody_writes() {
    let folder = Folder::new("decode-strict");
    folder.write("shapes.tl", "// LAYER 1\npoint flags:# x:flags.0?int = Point;\n");
    let hex = folder.tl("encode --schema shapes.tl --type point {\"flags\":2}");
    let decode = format!("decode --schema shapes.tl {}", hex.out.trim());
    assert_eq!(folder.tl(&decode).out, "{\"_\":\"point\",\"flags\":2}\n");
    let ran = folder.tl(&format!("{decode} --strict"));
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("the flag bits 0x2 are set"), "{}", ran.err);
}

#[test]
fn the_schema_is_found_among_many() {
    let folder = Folder::new("decode-guess");
    fs::create_dir_all(folder.path("all/more")).unwrap();
    let old = "// LAYER 5\nuser#00000051 id:int name:string = User;\npage#00000005 users:Vector<User> = Page;\n";
    let new = "// LAYER 6\nuser#00000061 flags:# id:long name:flags.0?string = User;\npage#00000005 users:Vector<User> = Page;\n";
    folder.write("all/5.tl", old);
    folder.write("all/more/6.tl", new);
    folder.write("all/broken.tl", "one x:Missing = One;\n");
    folder.write("all/broken.json", "{");
    folder.write("all/other.txt", "no schema");
    #[cfg(unix)]
    std::os::unix::fs::symlink("..", folder.path("all/more/loop")).unwrap();
    let value = r#"{"_":"page","users":[{"_":"user","id":"7","name":"a"}]}"#;
    let encoded = folder.run(&["encode", "--schema", "all/more/6.tl", value], b"").out;
    let ran = folder.tl(&format!("decode --guess all {}", encoded.trim()));
    assert_eq!(ran.status, 0);
    assert_eq!(ran.out, format!("{value}\n"));
    let notes: Vec<&str> = ran.err.lines().collect();
    assert!(notes[0].starts_with("note: skipped all/broken.json: "), "{}", notes[0]);
    assert!(
        notes[1].starts_with("note: skipped all/broken.tl: it has 1 error, such as: "),
        "{}",
        notes[1]
    );
    assert_eq!(
        notes[2],
        "note: 1. 6, layer 6: reads all 32 bytes, exactly: 1 value, the first a `page`"
    );
    assert!(notes[3].starts_with("note: 2. 5, layer 5: reads 12 of 32 bytes, the first a `page`; expected user at byte 12 (`page.users[0]`)"), "{}", notes[3]);
    // Cut off, nothing fits; the best is taken as far as it goes.
    let cut = &encoded.trim()[..encoded.trim().len() - 8];
    let ran = folder.tl(&format!("decode --guess all {cut}"));
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("`page.users[0].name`"), "{}", ran.err);
    let ran = folder.tl("decode --guess all 00");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains(": reads 0 of 1 byte; "), "{}", ran.err);
    for at in 10..19 {
        folder.write(&format!("all/{at}.tl"), old);
    }
    let ran = folder.tl(&format!("decode --guess all {}", encoded.trim()));
    assert!(ran.err.ends_with("note: 1 more schema fits no better\n"), "{}", ran.err);
}

#[test]
fn a_line_without_end_is_an_error() {
    let folder = Folder::new("decode-endless");
    let endless = [b"6b18f9c4\n".as_slice(), &vec![b'0'; (64 << 20) + (1 << 20)]].concat();
    for line in ["decode --batch", "encode --batch"] {
        let ran = folder.tl_reading(line, &endless);
        assert_eq!(ran.status, 2);
        let want = "error: <stdin>: cannot be read: line 2: it is longer than 64 MiB\n";
        assert_eq!(ran.err, want);
        assert_eq!(ran.out.lines().count(), 1, "what is before it is answered");
    }
}
