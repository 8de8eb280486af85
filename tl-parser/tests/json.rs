//! Tests of Telegram's JSON form.
#![cfg(feature = "json")]

use typelang_parser::{
    Checked, Options, Sources, check,
    json::{Malformed, read, write},
    tlo,
};

fn checked(text: &str) -> Checked {
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    let found = check(&sources, &Options::default());
    assert_eq!(found.diagnostics, [], "{text}");
    found
}

const SCHEMA: &str = "\
vector#1cb5c415 {t:Type} # [ t ] = Vector t;
boolFalse#bc799737 = Bool;
boolTrue#997275b5 = Bool;
geoPoint#b2a2f663 flags:# long:double lat:double access_hash:long accuracy_radius:flags.0?int = GeoPoint;
---functions---
invokeWithLayer#da9b0d0d {X:Type} layer:int query:!X = X;
users.getPoints#0d91a548 id:Vector<long> = Vector<GeoPoint>;
";

const JSON: &str = concat!(
    r#"{"constructors":["#,
    r#"{"id":"481674261","predicate":"vector","params":[],"type":"Vector t"},"#,
    r#"{"id":"-1132882121","predicate":"boolFalse","params":[],"type":"Bool"},"#,
    r#"{"id":"-1720552011","predicate":"boolTrue","params":[],"type":"Bool"},"#,
    r##"{"id":"-1297942941","predicate":"geoPoint","params":[{"name":"flags","type":"#"},"##,
    r#"{"name":"long","type":"double"},{"name":"lat","type":"double"},"#,
    r#"{"name":"access_hash","type":"long"},{"name":"accuracy_radius","type":"flags.0?int"}],"#,
    r#""type":"GeoPoint"}],"methods":["#,
    r#"{"id":"-627372787","method":"invokeWithLayer","params":[{"name":"layer","type":"int"},"#,
    r#"{"name":"query","type":"!X"}],"type":"X"},"#,
    r#"{"id":"227648840","method":"users.getPoints","params":["#,
    r#"{"name":"id","type":"Vector<long>"}],"type":"Vector<GeoPoint>"}]}"#,
    "\n"
);

#[test]
fn it_is_written_as_published() {
    assert_eq!(write(&checked(SCHEMA).schema), JSON);
}

#[test]
fn it_is_read_as_text() {
    assert_eq!(read(JSON).unwrap(), SCHEMA);
}

#[test]
fn both_ways_give_the_same_schema() {
    let schema = checked(SCHEMA).schema;
    let again = checked(&read(&write(&schema)).unwrap()).schema;
    assert_eq!(tlo::write(&again), tlo::write(&schema));
}

#[test]
fn layers_are_kept() {
    let text = "===8===\na#00000001 = A;\n===17===\na#00000002 x:int = A;\n---functions---\n";
    let json = write(&checked(text).schema);
    assert!(json.contains(r#""type":"A","layer":17}"#), "{json}");
    assert_eq!(read(&json).unwrap(), text);
}

#[test]
fn ids_are_strings_or_numbers_with_or_without_a_sign() {
    for id in ["\"-1\"", "-1", "4294967295", "\"4294967295\""] {
        let json = format!(
            r#"{{"constructors":[{{"id":{id},"predicate":"a","params":[],"type":"A"}}],"methods":[]}}"#
        );
        assert_eq!(read(&json).unwrap(), "a#ffffffff = A;\n---functions---\n");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let error = |json: &str| {
        let Malformed { path, message } = read(json).unwrap_err();
        format!("{path}: {message}")
    };
    assert_eq!(error(r#"{"constructors":[]}"#), "methods: expected a list");
    let item = |item: &str| error(&format!(r#"{{"constructors":[{item}],"methods":[]}}"#));
    assert_eq!(
        item(r#"{"id":"4294967296","predicate":"a","params":[],"type":"A"}"#),
        "constructors[0].id: expected a number of 32 bits"
    );
    assert_eq!(
        item(r#"{"id":"1","predicate":"a","params":[{"name":"x"}],"type":"A"}"#),
        "constructors[0].params[0].type: expected a string"
    );
    assert_eq!(
        item(r#"{"id":"1","predicate":"a","params":[],"type":"A; b = B"}"#),
        "constructors[0].type: not TL"
    );
    assert!(read("{").unwrap_err().path.is_empty());
}

#[test]
fn a_type_after_an_exclamation_mark_is_no_variable() {
    let schema = "boolTrue#997275b5 = Bool;\n---functions---\nf#00000001 query:!Bool = Bool;\n";
    assert_eq!(read(&write(&checked(schema).schema)).unwrap(), schema);
}
