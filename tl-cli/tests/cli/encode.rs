//! `tl encode`

use serde_json::Value;

use crate::{decode::families, support::Folder};

#[test]
fn a_batch_of_all_vectors_gives_their_bytes() {
    let folder = Folder::new("encode-vectors");
    for (schemas, rows) in families() {
        let mut args = vec!["encode", "--batch"];
        args.extend(schemas.iter().map(String::as_str));
        let rows: Vec<Value> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
        // As they are, and the values alone.
        let whole: Vec<String> = rows.iter().map(Value::to_string).collect();
        let values: Vec<String> = rows.iter().map(|row| row["value"].to_string()).collect();
        for input in [whole, values] {
            let ran = folder.run(&args, input.join("\n").as_bytes());
            assert_eq!((ran.status, ran.err.as_str()), (0, ""));
            assert_eq!(ran.out.lines().count(), rows.len());
            for (line, row) in ran.out.lines().zip(&rows) {
                assert_eq!(line, row["hex"].to_string(), "{}", row["name"]);
            }
        }
    }
}

#[test]
fn a_call_is_a_method_and_its_fields() {
    let folder = Folder::new("encode-call");
    let params = r#"{"api_id":12345,"device_model":"Rust","system_version":"Linux","app_version":"0.1",
        "system_lang_code":"en","lang_pack":"","lang_code":"en","query":{"_":"help.getConfig"}}"#;
    let ran = folder.run(&["encode", "--method", "initConnection", "--params", params], b"");
    let expected = "a95ecdc100000000393000000452757374000000054c696e7578000003302e3102656e000000000002656e006b18f9c4\n";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, expected, ""));
    let ran = folder.tl("encode --method help.getConfig");
    assert_eq!(ran.out, "6b18f9c4\n");
    for (params, says) in [
        ("{}", "error: $: the field `api_id` is missing\n"),
        (r#"{"api":1}"#, "error: $: unknown field `api`; did you mean `api_id`?\n"),
    ] {
        let ran = folder.run(&["encode", "--method", "initConnection", "--params", params], b"");
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (1, "", says));
    }
    let ran = folder.run(&["encode", "--method", "user"], b"");
    assert_eq!((ran.status, ran.err.as_str()), (2, "error: the schema has no method `user`\n"));
}

#[test]
fn json_comes_from_an_argument_a_file_or_the_input() {
    let folder = Folder::new("encode-input");
    let json = r#"{"_": "help.getConfig"}"#;
    folder.write("call.json", json);
    for (args, input) in [
        (&["encode", json][..], ""),
        (&["encode", "call.json"], ""),
        (&["encode"], json),
        (&["encode", "-"], json),
    ] {
        let ran = folder.run(args, input.as_bytes());
        assert_eq!((ran.status, ran.out.as_str()), (0, "6b18f9c4\n"), "{}", ran.err);
    }
    assert_eq!(folder.run(&["encode", "--to", "base64", json], b"").out, "axj5xA==\n");
    let raw = r#"{"_":"help.getConfig"}"#;
    assert_eq!(folder.run(&["encode", "--to", "raw", "--type", "int", "97"], b"").out, "a\0\0\0");
    assert_eq!(folder.run(&["encode", raw, "--type", "help.getConfig"], b"").out, "6b18f9c4\n");
    let ran = folder.run(&["encode", "--type", "Vector<int>", "[1,2]"], b"");
    assert_eq!(ran.out, "15c4b51c020000000100000002000000\n");
    assert_eq!(folder.tl("encode absent.json").status, 2);
}

#[test]
fn what_is_wrong_has_a_path() {
    let folder = Folder::new("encode-wrong");
    for (json, says) in [
        (
            r#"{"_":"messages.sendMessage","peer":{"_":"inputPeerUsr"}}"#,
            "$.peer: `inputPeerUsr` is not a constructor of `InputPeer`; did you mean `inputPeerUser`?",
        ),
        (
            r#"{"_":"help.getConfg"}"#,
            "$: `help.getConfg` is not a constructor or function of the schema; did you mean `help.getConfig`?",
        ),
        (
            r#"{"_":"users.getUsers","id":[{"_":"inputUserSelf"},{"_":"inputUser","user_id":1.5,"access_hash":"0"}]}"#,
            "$.id[1].user_id: expected a number from -9223372036854775808 to 9223372036854775807, as a decimal string",
        ),
        ("{", "$: invalid JSON: EOF while parsing an object at line 1 column 1"),
    ] {
        let ran = folder.run(&["encode", json], b"");
        assert_eq!((ran.status, ran.out.as_str(), ran.err), (1, "", format!("error: {says}\n")));
    }
    let ran =
        folder.run(&["encode", "--batch"], b"{\"_\":\"help.getConfig\"}\n{\"_\":\"no\"}\n7\n");
    assert_eq!(ran.status, 1);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], "\"6b18f9c4\"");
    assert!(
        lines[1].starts_with(r#"{"error":"$: `no` is not a constructor or function of the schema"#),
        "{}",
        lines[1]
    );
    assert!(lines[1].ends_with(r#","line":2}"#), "{}", lines[1]);
    assert_eq!(lines.len(), 3);
}

#[test]
fn tdlibs_form_is_read_and_written() {
    let folder = Folder::new("encode-tdlib");
    folder.write("td.tl", "double ? = Double; string ? = String; int32 = Int32; int53 = Int53; int64 = Int64; bytes = Bytes; boolFalse = Bool; boolTrue = Bool; vector {t:Type} # [ t ] = Vector t;\nerror code:int32 message:string = Error;\nfile id:int53 size:int64 data:bytes = File;\n---functions---\ngetFile id:int53 = File;\n");
    let json = r#"{"@type":"file","id":7,"size":"9","data":"//4="}"#;
    let encoded = folder.run(&["encode", "--tdlib", "--schema", "td.tl", json], b"").out;
    let ran = folder.tl(&format!("decode --tdlib --schema td.tl {}", encoded.trim()));
    assert_eq!(ran.out, format!("{json}\n"), "{}", ran.err);
}

#[test]
fn a_name_of_several_layers_takes_an_id() {
    let folder = Folder::new("encode-layers");
    folder.write("chat.tl", "===8===\nnote#00000001 x:int = Note;\n===17===\nnote#00000002 x:int y:int = Note;\n---functions---\nsend#00000003 x:int = Note;\n===45===\nsend#00000004 = Note;\n");
    let encode = |more: &[&str]| {
        let ran = folder.run(&[&["encode", "--schema", "chat.tl"], more].concat(), b"");
        if ran.status == 0 { ran.out } else { ran.err }
    };
    let several = "`note` is the name of 2 combinators; write `note#00000001` or `note#00000002`";
    assert_eq!(encode(&["--type", "note", r#"{"x":7}"#]), format!("error: {several}\n"));
    assert_eq!(encode(&["--type", "note#00000001", r#"{"x":7}"#]), "0100000007000000\n");
    assert_eq!(encode(&["--type", "note#2", r#"{"x":7,"y":8}"#]), "020000000700000008000000\n");
    assert_eq!(encode(&["--method", "send#4"]), "04000000\n");
    assert!(encode(&["--method", "send"]).contains("`send#00000003` or `send#00000004`"));
    assert!(encode(&["--method", "note#1"]).contains("the schema has no method `note#1`"));
}
