//! Tests the form of examples, and which values are refused. The package `typelang-examples` tests that they
//! compile.

use typelang_codegen::{Config, ExampleValue, Examples, Sources};

const SCHEMA: &str = "
inputPeerEmpty = InputPeer;
inputPeerUser user_id:long access_hash:long = InputPeer;
tuple flags:# bot:flags.0?true a:flags.0?int b:flags.0?string = Tuple;
columns n:# a:n*[ int ] b:n*[ string ] = Columns;
word mode:# x:mode.1?int = Word;
option text:string = Option;
single ids:1*[ int ] = Single;
---functions---
help.get = Bool;
send flags:# silent:flags.5?true peer:InputPeer text:string reply:flags.0?int date:flags.1?int send_as:flags.2?InputPeer = Bool;
invoke {X:Type} layer:int query:!X = X;
";

fn examples() -> Examples {
    let mut sources = Sources::new();
    sources.add("some.tl", SCHEMA);
    Examples::new(Config::new().keep_flag_bits("word"), &sources, "my::api")
        .expect("the schema is sound")
}

fn object(constructor: &str, fields: &[(&str, ExampleValue)]) -> ExampleValue {
    ExampleValue::Object { constructor: constructor.to_owned(), fields: given(fields) }
}

fn given(fields: &[(&str, ExampleValue)]) -> Vec<(String, ExampleValue)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

fn text(text: &str) -> ExampleValue {
    ExampleValue::Text(text.to_owned())
}

#[test]
fn required_arguments_are_given_to_new() {
    let fields = given(&[("peer", object("inputPeerEmpty", &[])), ("text", text("Hi"))]);
    let example = examples().call("send", &fields).unwrap();
    assert_eq!(example.expression, r#"Send::new(InputPeer::Empty, "Hi".to_owned())"#);
    let uses = "use typelang_runtime::Encode;\nuse my::api::{enums::InputPeer, functions::Send};\n";
    assert_eq!(example.uses, uses);
}

#[test]
fn optional_fields_are_named_and_the_others_are_defaults() {
    let peer = [("user_id", ExampleValue::Int(5)), ("access_hash", ExampleValue::Int(-6))];
    let fields = given(&[
        ("silent", ExampleValue::Bool(true)),
        ("peer", object("inputPeerUser", &peer)),
        ("text", text("")),
    ]);
    let want = "\
Send {
    silent: true,
    peer: InputPeer::User(InputPeerUser {
        user_id: 5,
        access_hash: -6,
    }),
    text: String::new(),
    ..Send::default()
}";
    assert_eq!(examples().call("send", &fields).unwrap().expression, want);
}

#[test]
fn wrappers_hold_the_call_and_bits_that_are_false_are_unset() {
    let peer = object("inputPeerEmpty", &[]);
    let send = [("peer", peer), ("text", text("Hi")), ("silent", ExampleValue::Bool(false))];
    let fields = given(&[("layer", ExampleValue::Int(1)), ("query", object("send", &send))]);
    let example = examples().call("invoke", &fields).unwrap();
    let want = "\
Invoke {
    layer: 1,
    query: Send::new(InputPeer::Empty, \"Hi\".to_owned()),
}";
    assert_eq!(example.expression, want);
}

#[test]
fn items_with_a_name_of_the_prelude_are_named_by_their_module() {
    let example = examples().value("option", &given(&[("text", text("x"))])).unwrap();
    assert_eq!(example.expression, "types::Option {\n    text: \"x\".to_owned(),\n}");
    assert_eq!(example.uses, "use typelang_runtime::Encode;\nuse my::api::types;\n");
}

#[test]
fn bits_that_no_field_determines_are_given_without_the_others() {
    let fields = given(&[("mode", ExampleValue::Int(7)), ("x", ExampleValue::Int(1))]);
    let example = examples().value("word", &fields).unwrap();
    let want = "Word {\n    mode: FreeBits::from_bits_truncate(5),\n    x: Some(1),\n}";
    assert_eq!(example.expression, want);
}

#[test]
fn values_that_do_not_fit_are_refused_with_their_place() {
    let all = examples();
    let refused = |name: &str, fields: &[(&str, ExampleValue)]| {
        let result = all.call(name, &given(fields)).or_else(|_| all.value(name, &given(fields)));
        result.unwrap_err().to_string()
    };
    assert_eq!(refused("sned", &[]), "there is no constructor `sned`");
    let call = |name: &str, fields: &[(&str, ExampleValue)]| {
        all.call(name, &given(fields)).unwrap_err().to_string()
    };
    let peer = || ("peer", object("inputPeerEmpty", &[]));
    assert_eq!(call("send", &[peer()]), "send: `text` is required");
    assert_eq!(
        call("send", &[peer(), ("text", ExampleValue::Int(1))]),
        "send: text: expected text"
    );
    let unknown = [peer(), ("text", text("")), ("tetx", text(""))];
    assert_eq!(call("send", &unknown), "send: there is no field `tetx`");
    let wrong = [("peer", object("tuple", &[])), ("text", text(""))];
    assert_eq!(call("send", &wrong), "send: peer: `tuple` is not a constructor of `InputPeer`");
    let large = [("peer", object("inputPeerUser", &[("user_id", text("1"))])), ("text", text(""))];
    assert_eq!(call("send", &large), "send: peer: inputPeerUser: user_id: expected a number");
    let query = [("layer", ExampleValue::Int(1 << 31)), ("query", object("help.get", &[]))];
    assert_eq!(call("invoke", &query), "invoke: layer: expected a number of 32 bits");
    assert_eq!(
        refused("tuple", &[("a", ExampleValue::Int(1))]),
        "tuple: `a`, `b` are present together or not at all"
    );
    assert_eq!(
        refused("tuple", &[("bot", ExampleValue::Bool(true))]),
        "tuple: bot: fields that share its bit set it, but they are all absent"
    );
    assert_eq!(
        refused("single", &[("ids", ExampleValue::Int(1))]),
        "single: ids: expected a vector of 1 value"
    );
    let columns = [
        ("a", ExampleValue::Vector(vec![ExampleValue::Int(1)])),
        ("b", ExampleValue::Vector(Vec::new())),
    ];
    assert_eq!(
        refused("columns", &columns),
        "columns: `a`, `b` must be vectors of the same length"
    );
}

#[test]
fn a_root_that_is_no_path_is_refused() {
    let error = Examples::new(&Config::new(), &Sources::new(), "my api").unwrap_err();
    let want = "`my api` is not a path; write one such as `typelang_telegram`";
    assert_eq!(error.to_string(), want);
}
