//! `tl convert`

use crate::support::{Folder, SHAPES};

const JSON: &str = concat!(
    r#"{"constructors":[{"id":"-1132882121","predicate":"boolFalse","params":[],"type":"Bool"},"#,
    r#"{"id":"-1720552011","predicate":"boolTrue","params":[],"type":"Bool"}],"#,
    r#""methods":[{"id":"-878758099","method":"invokeAfterMsg","params":"#,
    r#"[{"name":"msg_id","type":"long"},{"name":"query","type":"!X"}],"type":"X"}]}"#,
    "\n"
);
const TL: &str = "\
boolFalse#bc799737 = Bool;
boolTrue#997275b5 = Bool;
---functions---
invokeAfterMsg#cb9f372d {X:Type} msg_id:long query:!X = X;
";

#[test]
fn json_is_telegrams_published_form() {
    let folder = Folder::new("convert-json");
    folder.write("some.tl", TL);
    let ran = folder.tl("convert --to json some.tl");
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, JSON, ""));
    folder.write("some.json", JSON);
    let ran = folder.tl("convert --to tl some.json");
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, TL, ""));
}

#[test]
fn the_compiled_form_is_read_and_written_again() {
    let folder = Folder::new("convert-tlo");
    folder.write("shapes.tl", SHAPES);
    let ran = folder.tl("convert --to tlo shapes.tl -o shapes.tlo");
    assert_eq!(ran.status, 0);
    assert_eq!(ran.out, "shapes.tlo: 4 constructors, 3 methods, layer 7\n");
    let compiled = folder.bytes("shapes.tlo");
    assert_eq!(compiled[..12], *b"\xe2\x9b\x2f\x3a\0\0\0\0\0\0\0\0");
    assert_eq!(folder.tl("convert --to tl shapes.tlo -o back.tl").status, 0);
    assert!(
        folder.read("back.tl").contains("later#") && folder.read("back.tl").contains("{X:Type}")
    );
    for input in ["shapes.tlo", "back.tl"] {
        assert_eq!(folder.tl(&format!("convert --to tlo {input} -o again.tlo")).status, 0);
        assert_eq!(folder.bytes("again.tlo"), compiled, "{input}");
    }
    folder.tl("convert --to tlo --date 16909060 shapes.tl -o dated.tlo");
    let mut dated = folder.bytes("dated.tlo");
    assert_eq!(dated[8..12], [4, 3, 2, 1]);
    dated[8..12].fill(0);
    assert_eq!(dated, compiled, "only the date differs");
}

#[test]
fn the_form_is_told_by_the_name_or_the_content_or_the_user() {
    let folder = Folder::new("convert-form");
    assert_eq!(folder.tl_reading("convert --to tl -", JSON.as_bytes()).out, TL);
    assert_eq!(folder.tl_reading("convert --to json -", TL.as_bytes()).out, JSON);
    folder.write("some.tl", TL);
    folder.tl("convert --to tlo some.tl -o some.tlo");
    let compiled = folder.bytes("some.tlo");
    assert_eq!(folder.tl_reading("convert --to tl -", &compiled).status, 0);
    folder.write("named.tl", JSON);
    assert_eq!(folder.tl("convert --to tl named.tl").status, 1);
    assert_eq!(folder.tl("convert --from json --to tl named.tl").out, TL);
}

#[test]
fn tl_keeps_what_only_tl_has() {
    let folder = Folder::new("convert-tl");
    let text = "// LAYER 7\n// a comment\npoint x:int y:int = Point;\n";
    assert_eq!(folder.tl_reading("convert --to tl -", text.as_bytes()).out, text);
}

#[test]
fn what_is_lost_is_said() {
    let folder = Folder::new("convert-lost");
    let text = "// LAYER 7\n//@description Any\nint ? = Int;\npair {t:Type} x:t y:t = Pair t; // two\n\
                ---functions---\n@read get {X:Type} query:!X = X;\n";
    folder.write("some.tl", text);
    let ran = folder.tl("convert --dialect vk --to json some.tl -o out");
    assert_eq!(
        ran.err,
        "note: JSON does not hold the layer 7, 2 comments, 1 annotation, 1 predefined type, 1 variable in braces\n"
    );
    let ran = folder.tl("convert --dialect vk --to tlo some.tl -o out");
    assert_eq!(
        ran.err,
        "note: the compiled form does not hold the layer 7, 2 comments, 1 annotation\n"
    );
    let ran = folder.tl_reading("convert --to json -", b"a {t u:Type} x:t y:u = A t u;");
    assert_eq!(ran.err, "note: JSON does not hold 2 variables in braces\n");
}

#[test]
fn faults_are_reported_and_nothing_is_written() {
    let folder = Folder::new("convert-faults");
    folder.write("one.tl", "one x:Missing = One;\n");
    folder.write("cut.json", &JSON[..100]);
    folder.write("list.json", "{\"constructors\":{}}");
    folder.write("cut.tlo", b"\xe2\x9b\x2f\x3a\0\0\0\0");
    folder.write("unknown.json", JSON.replace("\"long\"", "\"Missing\""));
    for (input, says) in [
        ("one.tl", "one.tl:1:7"),
        ("cut.json", "error: cut.json: "),
        (
            "list.json",
            "error: list.json: constructors: expected a list; a schema in JSON is an object with the lists `constructors` and `methods`\n",
        ),
        (
            "cut.tlo",
            "error: cut.tlo: not a compiled schema: at byte 8: unexpected end of the bytes; `tl convert --to tlo` writes one\n",
        ),
        ("unknown.json", "unknown.json (as TL):4:"),
    ] {
        for to in ["tl", "json", "tlo"] {
            let ran = folder.tl(&format!("convert --to {to} {input} -o out"));
            assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{input}");
            assert!(ran.err.contains(says), "{input}: {}", ran.err);
            assert!(!folder.path("out").exists(), "{input}");
        }
    }
    folder.write("some.tl", TL);
    let ran = folder.tl("convert --to json some.tl -o absent/out");
    assert_eq!(ran.status, 2);
    assert!(ran.err.starts_with("error: absent/out: "), "{}", ran.err);
}
