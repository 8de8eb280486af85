//! `tl translate`

use crate::support::Folder;

const OLD: &str = "a#00000001 flags:# x:int gone:flags.0?string media:flags.1?M = A; m#00000002 = M; n#00000003 = M;";
const NEW: &str = "a#00000011 flags:# media:flags.0?M x:long = A; m#00000002 = M;";
const NEWER: &str = "a#00000021 x:long y:int = A;";

fn folder(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.write("old.tl", OLD);
    folder.write("new.tl", NEW);
    folder.write("newer.tl", NEWER);
    folder
}

#[test]
fn bytes_become_bytes_and_json_becomes_json() {
    let folder = folder("translate-forms");
    let (bytes, made) =
        ("01000000020000000700000002000000", "1100000001000000020000000700000000000000");
    let ran = folder.run(&["translate", "--from", "old.tl", "--to", "new.tl", bytes], b"");
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, &*format!("{made}\n"), ""));
    let json = r#"{"_":"a","x":7,"media":{"_":"m"}}"#;
    let ran = folder.run(&["translate", "--from", "old.tl", "--to", "new.tl", json], b"");
    let expected = "{\"_\":\"a\",\"media\":{\"_\":\"m\"},\"x\":\"7\"}\n";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, expected, ""));
    let line = "translate --from old.tl --to new.tl --write json --type A";
    assert_eq!(folder.tl_reading(line, bytes.as_bytes()).out, expected);
    let line = "translate --from old.tl --to new.tl --write base64 -";
    assert_eq!(folder.tl_reading(line, json.as_bytes()).out, "EQAAAAEAAAACAAAABwAAAAAAAAA=\n");
}

#[test]
fn losses_are_warnings_and_may_be_refused() {
    let folder = folder("translate-losses");
    let json = r#"{"_":"a","x":7,"gone":"now","media":{"_":"n"}}"#;
    let losses = "warning: a.gone: dropped, because the new schema has no such field\n\
        warning: a.media: unset, because the new schema has no counterpart of `n`\n";
    let ran = folder.run(&["translate", "--from", "old.tl", "--to", "new.tl", json], b"");
    assert_eq!((ran.status, ran.out.as_str()), (0, "{\"_\":\"a\",\"x\":\"7\"}\n"));
    assert_eq!(ran.err, losses);
    let args = ["translate", "--from", "old.tl", "--to", "new.tl", "--lossless", json];
    let ran = folder.run(&args, b"");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with(losses) && ran.err.contains("would be lost"), "{}", ran.err);
}

#[test]
fn new_required_fields_are_filled_if_asked() {
    let folder = folder("translate-fill");
    let json = r#"{"_":"a","x":7}"#;
    let ran = folder.run(&["translate", "--from", "old.tl", "--to", "newer.tl", json], b"");
    let says = "error: a.y: the new field is required and has no value\n";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (1, "", says));
    let args = ["translate", "--from", "old.tl", "--to", "newer.tl", "--fill", json];
    let ran = folder.run(&args, b"");
    assert_eq!((ran.status, ran.out.as_str()), (0, "{\"_\":\"a\",\"x\":\"7\",\"y\":0}\n"));
}

#[test]
fn a_layer_is_built_in_or_a_file() {
    let folder = folder("translate-layers");
    let api = concat!(env!("CARGO_MANIFEST_DIR"), "/../schema/telegram/api-224.tl");
    let json = r#"{"_":"inputPeerUser","user_id":"1","access_hash":"2"}"#;
    let ran = folder.run(&["translate", "--from", api, "--to", "230", json], b"");
    assert_eq!((ran.status, ran.out.trim_end(), ran.err.as_str()), (0, json, ""));
    let ran = folder.run(&["translate", "--from", "224", json], b"");
    assert_eq!((ran.status, ran.out.trim_end(), ran.err.as_str()), (0, json, ""));
    let ran = folder.run(&["translate", "--from", "217", json], b"");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("the nearest are 216 and 218"), "{}", ran.err);
}

#[test]
fn what_is_no_value_is_an_error() {
    let folder = folder("translate-faults");
    for input in ["00000000", r#"{"_":"b"}"#, "0100000000000000"] {
        let ran = folder.run(&["translate", "--from", "old.tl", "--to", "new.tl", input], b"");
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{input}");
        assert!(ran.err.starts_with("error: "), "{}", ran.err);
    }
}
