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

/// A folder with the schema of TDLib that this project has, which is without its text.
fn with_td_api(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.write("td_api.tl", typelang_schema::TD_API);
    folder
}

#[test]
fn tdlibs_objects_may_be_null_without_their_text() {
    let folder = with_td_api("encode-null");
    let encode = |json: &str| {
        let ran = folder.run(&["encode", "--tdlib", "--schema", "td_api.tl", json], b"");
        if ran.status == 0 { Ok(ran.out) } else { Err(ran.err) }
    };
    let decode = |hex: &str| folder.tl(&format!("decode --tdlib --schema td_api.tl {hex}")).out;
    let absent =
        r#"{"@type":"updateNewInlineQuery","id":"1","sender_user_id":2,"query":"q","offset":""}"#;
    let null =
        absent.replacen(",\"query\"", ",\"user_location\":null,\"chat_type\":null,\"query\"", 1);
    let bytes = encode(absent).unwrap();
    assert_eq!(encode(&null).as_ref(), Ok(&bytes));
    assert_eq!(decode(&bytes), format!("{absent}\n"));
    let place = r#"{"@type":"location","latitude":1.5,"longitude":0.0,"horizontal_accuracy":0.0}"#;
    let present =
        absent.replacen(",\"query\"", &format!(",\"user_location\":{place},\"query\""), 1);
    assert_eq!(decode(&encode(&present).unwrap()), format!("{present}\n"));
    let list = r#"{"@type":"messages","total_count":1,"messages":[null]}"#;
    assert_eq!(decode(&encode(list).unwrap()), format!("{list}\n"));
    // All else has to be there.
    let said = encode(r#"{"@type":"venue","location":null}"#).unwrap_err();
    assert!(said.contains("$.location: expected "), "{said}");
    let said = encode(r#"{"@type":"messages","total_count":1}"#).unwrap_err();
    assert_eq!(said, "error: $: the field `messages` is missing\n");
}

#[test]
fn what_a_schemas_text_says_goes_before_the_table() {
    let folder = with_td_api("encode-null-text");
    let text = typelang_schema::TD_API.replacen(
        "\nlocation latitude",
        "\n//@description A place @latitude North @longitude East @horizontal_accuracy In metres\nlocation latitude",
        1,
    );
    folder.write("text.tl", text);
    let json = r#"{"@type":"messages","total_count":1,"messages":[null]}"#;
    let run = |schema| folder.run(&["encode", "--tdlib", "--schema", schema, json], b"");
    assert_eq!(run("td_api.tl").status, 0);
    let ran = run("text.tl");
    assert_eq!(ran.status, 1);
    assert!(ran.err.starts_with("error: $.messages[0]: expected "), "{}", ran.err);
}

#[test]
fn numbers_that_tdlibs_json_does_not_have_are_refused() {
    let folder = with_td_api("encode-numbers");
    let run = |words: &[&str]| folder.run(&[words, &["--schema", "td_api.tl"]].concat(), b"");
    let json = r#"{"@type":"venue","location":{"@type":"location","latitude":1.5,"longitude":0.0,"horizontal_accuracy":0.0},"title":"","address":"","provider":"","id":"","type":""}"#;
    let hex = run(&["encode", "--tdlib", json]).out.replace("000000000000f83f", "000000000000f07f");
    let ran = run(&["decode", "--tdlib", hex.trim()]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    let said = "error: $.location.latitude: inf is not a JSON number: write a finite one, or leave out `--tdlib`\n";
    assert_eq!(ran.err, said);
    let ran = run(&["decode", hex.trim()]);
    assert!(ran.status == 0 && ran.out.contains(r#""latitude":"inf""#), "{}", ran.err);
    let ran = run(&["encode", "--tdlib", &json.replace("1.5", "\"inf\"")]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.err, "error: $.location.latitude: expected a number, found a string\n");
    let batch = folder.run(
        &["decode", "--tdlib", "--batch", "--schema", "td_api.tl"],
        format!("{}\n", hex.trim()).as_bytes(),
    );
    assert!(
        batch.out.starts_with(r#"{"error":"$.location.latitude: inf is not a JSON number"#),
        "{}",
        batch.out
    );
    // Half of all random values have such a number somewhere, and others are drawn.
    let ran = run(&["random", "location", "--tdlib", "--json", "--seed", "1", "-n", "200"]);
    assert_eq!((ran.status, ran.out.lines().count()), (0, 200), "{}", ran.err);
    assert!(!ran.out.contains("\"inf\"") && !ran.out.contains("\"nan\""));
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
