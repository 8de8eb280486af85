//! TDLib's form of JSON.

use typelang_parser::{Dialect, Options as Settings, Sources, check, nullable, tlo};
use typelang_runtime::{
    Options,
    reflect::{
        Ended, Root, Schema,
        json::{
            Fills, Form, JsonWriter, Layout, Style, UnknownFields, Unwritable, Words, encode_text,
        },
        walk,
    },
};

use super::shown;
use crate::support::schema_in;

const FORM: Form = Form {
    style: Style::Tdlib,
    words: Words::Unexplained,
    layout: Layout::Line,
    fills: Fills::Refused,
    unknown: UnknownFields::Refused,
};

/// A schema whose lists may hold null.
fn routes() -> [Schema; 1] {
    let text = "double ? = Double; string ? = String; int32 = Int32; int53 = Int53; int64 = Int64; bytes = Bytes; \
                boolFalse = Bool; boolTrue = Bool; vector {t:Type} # [ t ] = Vector t;\n\
                //@description A place @at Where @id Number\nplace#00000001 at:double id:int53 = Place;\n\
                //@description A route @start The start; may be null @stops Stops; items may be null\n\
                route#00000002 start:place stops:vector<place> = Route;\n";
    let mut sources = Sources::new();
    sources.add("routes.tl", text);
    let settings = Settings { dialect: Some(Dialect::Tdlib), ..Settings::default() };
    let mut schema = check(&sources, &settings).schema;
    let fields = nullable::Nullable::from_docs(&schema);
    nullable::declare(&mut schema, &fields);
    [Schema::from_tlo(&tlo::write(&schema)).unwrap()]
}

#[test]
fn tdlibs_form_has_its_own_names() {
    let text = "double ? = Double; string ? = String; int32 = Int32; int53 = Int53; int64 = Int64; bytes = Bytes; \
                boolFalse = Bool; boolTrue = Bool; vector {t:Type} # [ t ] = Vector t; \
                chat id:int53 order:int64 title:string photo:bytes is:Bool all:vector<int32> = Chat;";
    let schemas = [schema_in(Dialect::Tdlib, text)];
    let json = r#"{"@type":"chat","id":-9007199254740991,"order":"9223372036854775807","title":"a","photo":"//4=","is":false,"all":[1]}"#;
    let bytes = encode_text(&schemas, Root::Any, json, FORM).unwrap();
    assert_eq!(shown(&schemas, Root::Any, &bytes, FORM), json);
    let extra = json.replacen(',', r#","@extra":{"any":1},"#, 1);
    assert_eq!(encode_text(&schemas, Root::Any, &extra, FORM), Ok(bytes));
}

/// The JSON of a route, with a number in its second stop.
fn route(at: &str) -> String {
    let place = format!(r#"{{"@type":"place","at":{at},"id":7}}"#);
    format!(r#"{{"@type":"route","stops":[null,{place}]}}"#)
}

/// Why the bytes are not written in a form.
fn refusal(schemas: &[Schema], bytes: &[u8], form: Form) -> Option<Unwritable> {
    let mut json = String::new();
    let mut writer = JsonWriter::new(&mut json, schemas, form);
    match walk(schemas, Root::Any, bytes, &Options::DEFAULT, &mut writer) {
        Ok(_) => None,
        Err(Ended::Stop(refused)) => Some(refused),
        Err(Ended::Fault(fault)) => panic!("{fault}"),
    }
}

#[test]
fn absent_and_null_read_the_same_and_null_is_left_out() {
    let schemas = routes();
    let absent = route("1.5");
    let null = absent.replacen("\"stops\"", "\"start\":null,\"stops\"", 1);
    let bytes = encode_text(&schemas, Root::Any, &absent, FORM).unwrap();
    assert_eq!(encode_text(&schemas, Root::Any, &null, FORM).as_ref(), Ok(&bytes));
    assert_eq!(shown(&schemas, Root::Any, &bytes, FORM), absent);
    let place = r#"{"@type":"place","at":0.0,"id":0}"#;
    let present = null.replacen("null", place, 1);
    let bytes = encode_text(&schemas, Root::Any, &present, FORM).unwrap();
    assert_eq!(shown(&schemas, Root::Any, &bytes, FORM), present);
    let missing = encode_text(&schemas, Root::Any, r#"{"@type":"route"}"#, FORM).unwrap_err();
    assert_eq!(missing.to_string(), "$: the field `stops` is missing");
    let null = encode_text(&schemas, Root::Any, r#"{"@type":"route","stops":null}"#, FORM);
    assert!(null.unwrap_err().to_string().starts_with("$.stops: expected "));
}

#[test]
fn numbers_that_the_form_does_not_have_are_refused_with_their_path() {
    let schemas = routes();
    let bytes = encode_text(&schemas, Root::Any, &route("1.5"), FORM).unwrap();
    let with = |from: [u8; 8], to: [u8; 8]| {
        let at = bytes.windows(8).position(|part| part == from).unwrap();
        [&bytes[..at], &to, &bytes[at + 8..]].concat()
    };
    for (number, name) in [(f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf"), (f64::NAN, "nan")] {
        let bytes = with(1.5_f64.to_le_bytes(), number.to_le_bytes());
        let refused = refusal(&schemas, &bytes, FORM).unwrap();
        let Unwritable::Number { path, value, .. } = &refused else { panic!("{refused}") };
        assert_eq!((path.as_str(), value.as_str()), ("$.stops[1].at", name));
        let said = format!("$.stops[1].at: {name} is not a JSON number: write a finite one");
        assert_eq!(refused.to_string(), said);
        // TL-JSON has text for them.
        assert_eq!(refusal(&schemas, &bytes, Form::default()), None);
    }
    let many = with(7_i64.to_le_bytes(), (1_i64 << 53).to_le_bytes());
    let refused = refusal(&schemas, &many, FORM).unwrap().to_string();
    assert!(refused.starts_with("$.stops[1].id: 9007199254740992 is not an `int53`"), "{refused}");
    let most = with(7_i64.to_le_bytes(), ((1_i64 << 53) - 1).to_le_bytes());
    assert_eq!(refusal(&schemas, &most, FORM), None);
    let text = encode_text(&schemas, Root::Any, &route("\"inf\""), FORM).unwrap_err();
    assert_eq!(text.to_string(), "$.stops[1].at: expected a number, found a string");
}
