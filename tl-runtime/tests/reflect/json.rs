//! What JSON says, and what is wrong with it.

mod bounds;
mod memory;
mod numbers;
mod tdlib;

use typelang_parser::Dialect;
use typelang_runtime::{
    Options,
    reflect::{
        Root, Schema, TypeExpr,
        json::{Form, JsonWriter, Layout, Words, encode_text},
        walk,
    },
};

use crate::support::{logged, schema, schema_in, words};

const SMALL: &str = "
user#00000001 flags:# self:flags.0?true bot:flags.1?true info:flags.1?int id:long name:flags.2?string = User;
userEmpty#00000002 = User;
users#00000004 users:Vector<User> count:int key:bytes hash:int128 ratio:double ok:Bool = Users;
free#00000008 flags:# = Free;
box#00000010 any:Object = Box;
message#00000020 msg_id:long bytes:int body:Object = Message;
pair#00000040 first:user_id second:user_id = Pair;
user_id#00000080 value:long = UserId;
---functions---
get#00000100 id:Vector<long> = User;
later#00000200 {X:Type} seconds:int query:!X = X;
";

fn small() -> [Schema; 1] {
    [schema_in(Dialect::Telegram, SMALL)]
}

fn encoded(json: &str) -> Result<Vec<u8>, String> {
    encode_text(&small(), Root::Any, json, Form::default()).map_err(|refusal| refusal.to_string())
}

fn refused(json: &str) -> String {
    encoded(json).expect_err(json)
}

fn shown(schemas: &[Schema], root: Root<'_>, bytes: &[u8], form: Form) -> String {
    let mut json = String::new();
    let mut writer = JsonWriter::new(&mut json, schemas, form);
    walk(schemas, root, bytes, &Options::DEFAULT, &mut writer).unwrap();
    assert!(writer.is_whole());
    json
}

/// A value as JSON, whose bytes are these, in this form.
fn both_ways(json: &str, bytes: &[u8], form: Form) {
    let schemas = small();
    assert_eq!(shown(&schemas, Root::Any, bytes, form), json);
    assert_eq!(encode_text(&schemas, Root::Any, json, form).as_deref(), Ok(bytes), "{json}");
}

const USER: &str = r#"{"_":"user","self":true,"id":"-1","name":"é\"\n"}"#;

fn user() -> Vec<u8> {
    words(&[1, 5, u32::MAX, u32::MAX, 0x22a9_c304, 0x0000_000a])
}

#[test]
fn values_are_written_and_read() {
    both_ways(USER, &user(), Form::default());
    both_ways(r#"{"_":"userEmpty"}"#, &words(&[2]), Form::default());
    both_ways(
        r#"{"_":"users","users":[{"_":"userEmpty"}],"count":-2,"key":"c0ff","hash":"00112233445566778899aabbccddeeff","ratio":-0.0,"ok":true}"#,
        &[
            words(&[4, 0x1cb5_c415, 1, 2, 0xffff_fffe, 0x00ff_c002]),
            words(&[0x3322_1100, 0x7766_5544, 0xbbaa_9988, 0xffee_ddcc]),
            words(&[0, 0x8000_0000, 0x9972_75b5]),
        ]
        .concat(),
        Form::default(),
    );
    both_ways(
        r#"{"_":"later","seconds":60,"query":{"_":"get","id":["9007199254740993"]}}"#,
        &words(&[0x200, 60, 0x100, 0x1cb5_c415, 1, 1, 0x0020_0000]),
        Form::default(),
    );
    both_ways(
        r#"{"_":"pair","first":{"_":"user_id","value":"1"},"second":{"_":"user_id","value":"2"}}"#,
        &words(&[0x40, 1, 0, 2, 0]),
        Form::default(),
    );
}

#[test]
fn objects_are_of_any_type() {
    for (json, bytes) in [
        (r#"{"_":"box","any":{"_":"get","id":[]}}"#, words(&[0x10, 0x100, 0x1cb5_c415, 0])),
        (r#"{"_":"box","any":false}"#, words(&[0x10, 0xbc79_9737])),
        (
            r#"{"_":"box","any":[{"_":"userEmpty"},true]}"#,
            words(&[0x10, 0x1cb5_c415, 2, 2, 0x9972_75b5]),
        ),
        (
            r#"{"_":"message","msg_id":"1","bytes":8,"body":{"$hex":"0df0adde01000000"}}"#,
            words(&[0x20, 1, 0, 8, 0xdead_f00d, 1]),
        ),
    ] {
        both_ways(json, &bytes, Form::default());
    }
    let length = r#"{"_":"message","msg_id":1,"body":{"_":"userEmpty"}}"#;
    assert_eq!(encoded(length), Ok(words(&[0x20, 1, 0, 4, 2])), "the length is computed");
    let wrong = r#"{"_":"message","msg_id":1,"bytes":8,"body":{"_":"userEmpty"}}"#;
    assert_eq!(refused(wrong), "$.bytes: this disagrees with the length of the value, which is 4");
}

#[test]
fn words_are_computed_and_taken() {
    let of = |json: &str| encoded(json).map(|bytes| bytes[4]);
    assert_eq!(of(r#"{"_":"user","id":1}"#), Ok(0));
    assert_eq!(of(r#"{"_":"user","id":1,"bot":true,"info":5}"#), Ok(2));
    assert_eq!(of(r#"{"_":"user","id":1,"bot":false,"name":null}"#), Ok(0));
    assert_eq!(of(r#"{"_":"user","flags":16,"id":1}"#), Ok(16));
    assert_eq!(of(r#"{"_":"user","flags":17,"self":true,"id":1}"#), Ok(17));
    assert_eq!(
        refused(r#"{"_":"user","id":1,"bot":true}"#),
        "$.info: this disagrees with another field: all with bit 1 of `flags` are present, or none"
    );
    assert_eq!(
        refused(r#"{"_":"user","flags":0,"self":true,"id":1}"#),
        "$.self: this disagrees with bit 0 of the `#` that is given"
    );
    assert_eq!(
        refused(r#"{"_":"user","flags":4,"id":1}"#),
        "$.name: this disagrees with bit 2 of the `#` that is given"
    );
}

#[test]
fn words_are_shown_when_they_say_more() {
    let (user, free) = (words(&[1, 1, 7, 0]), words(&[8, 0]));
    let with = |words| Form { words, ..Form::default() };
    both_ways(r#"{"_":"user","self":true,"id":"7"}"#, &user, with(Words::Unexplained));
    both_ways(r#"{"_":"user","self":true,"id":"7"}"#, &user, with(Words::Data));
    both_ways(r#"{"_":"user","flags":1,"self":true,"id":"7"}"#, &user, with(Words::Always));
    both_ways(r#"{"_":"free"}"#, &free, with(Words::Unexplained));
    both_ways(r#"{"_":"free","flags":0}"#, &free, with(Words::Data));
    let unknown = words(&[1, 0x101, 7, 0]);
    both_ways(r#"{"_":"user","flags":257,"self":true,"id":"7"}"#, &unknown, Form::default());
    both_ways(r#"{"_":"free","flags":9}"#, &words(&[8, 9]), Form::default());
}

#[test]
fn numbers_never_lose_a_bit() {
    let id = |json: &str| {
        let bytes = encoded(&format!(r#"{{"_":"user","id":{json}}}"#))?;
        Ok(i64::from_le_bytes(bytes[8..16].try_into().unwrap()))
    };
    for (json, value) in [
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808", i64::MIN),
        ("\"-9223372036854775808\"", i64::MIN),
        ("9007199254740993", 9_007_199_254_740_993),
        ("1e3", 1000),
        ("9007199254740991.0", 9_007_199_254_740_991),
        ("-0.0", 0),
    ] {
        assert_eq!(id(json), Ok(value), "{json}");
    }
    let long = "$.id: expected a number from -9223372036854775808 to 9223372036854775807, as a decimal string";
    for json in [
        "9223372036854775808",
        "1e300",
        "1.5",
        "9007199254740992.0",
        "9007199254740993.0",
        "\"0x10\"",
        "\"+1\"",
        "\"\"",
        "\"9223372036854775808\"",
    ] {
        assert_eq!(id(json), Err(long.to_owned()), "{json}");
    }
    assert_eq!(id("true"), Err(format!("{long}, found a boolean")));
    for json in ["2147483648", "-2147483649", "0.5"] {
        let found = refused(&format!(r#"{{"_":"later","seconds":{json},"query":{{}}}}"#));
        assert_eq!(found, "$.seconds: expected a number from -2147483648 to 2147483647");
    }
    let found = refused(r#"{"_":"free","flags":4294967296}"#);
    assert_eq!(found, "$.flags: expected a number from 0 to 4294967295");
}

#[test]
fn doubles_keep_their_bits() {
    let schemas = [schema("double ? = Double; float ? = Float; d#00000001 x:double y:float = D;")];
    for bits in [
        0_u64,
        1 << 63,
        0x7ff8 << 48,
        0x7ff0 << 48,
        0xfff0 << 48,
        0x7ff8_0000_0000_0001,
        0xfff8 << 48,
        1,
        0x3fb9_9999_9999_999a,
        0x7fef_ffff_ffff_ffff,
    ] {
        let bytes =
            [words(&[1]), bits.to_le_bytes().to_vec(), 0.1_f32.to_le_bytes().to_vec()].concat();
        let json = shown(&schemas, Root::Any, &bytes, Form::default());
        let again = encode_text(&schemas, Root::Any, &json, Form::default());
        assert_eq!(again.as_deref(), Ok(&*bytes), "{json}");
    }
    for bits in [0x7fc0_0000_u32, 0x7fc0_0001, 0xffc0_0000, 0x7f80_0001, 0xff80_0000, 1] {
        let bytes = [words(&[1, 0, 0]), bits.to_le_bytes().to_vec()].concat();
        let json = shown(&schemas, Root::Any, &bytes, Form::default());
        let again = encode_text(&schemas, Root::Any, &json, Form::default());
        assert_eq!(again.as_deref(), Ok(&*bytes), "{json}");
    }
    let infinite = r#"{"_":"d","x":"inf","y":1e300}"#;
    let found = encode_text(&schemas, Root::Any, infinite, Form::default()).unwrap_err();
    assert_eq!(found.to_string(), "$.y: expected a number that a float can hold");
}

#[test]
fn what_is_wrong_has_a_path_and_a_way_out() {
    for (json, says) in [
        ("{", "$: invalid JSON: EOF while parsing an object at line 1 column 1"),
        ("", "$: invalid JSON: the text is empty"),
        ("{} 1", "$: invalid JSON: unexpected text after the value at line 1 column 4"),
        ("1", "$: expected an object, found a number"),
        ("{}", "$: the field `_` is missing"),
        (r#"{"_":7}"#, "$._: expected a name, found a number"),
        (r#"{"@type":"user"}"#, "$: unknown field `@type`; did you mean `_`?"),
        (
            r#"{"_":"usr"}"#,
            "$: `usr` is not a constructor or function of the schema; did you mean `user`?",
        ),
        (r#"{"_":"nothing"}"#, "$: `nothing` is not a constructor or function of the schema"),
        (r#"{"_":"user"}"#, "$: the field `id` is missing"),
        (r#"{"_":"user","id":"1","nmae":"a"}"#, "$: unknown field `nmae`; did you mean `name`?"),
        (r#"{"_":"user","id":"1","phone":"a"}"#, "$: unknown field `phone`"),
        (r#"{"_":"user","Id":"1","name":"a"}"#, "$: unknown field `Id`; did you mean `id`?"),
        (r#"{"_":"user","id":"1","name":5}"#, "$.name: expected text, found a number"),
        (r#"{"_":"user","id":"1","self":1}"#, "$.self: expected true, found a number"),
        (
            r#"{"_":"users","users":[{"_":"userEmpty"},{"_":"user","id":[]}]}"#,
            "$.users[1].id: expected a number from -9223372036854775808 to 9223372036854775807, as a decimal string, found an array",
        ),
        (
            r#"{"_":"users","users":[5]}"#,
            "$.users[0]: expected an object of `User`, found a number",
        ),
        (r#"{"_":"users","users":{}}"#, "$.users: expected an array, found an object"),
        (
            r#"{"_":"users","users":[{"_":"usersEmpty"}]}"#,
            "$.users[0]: `usersEmpty` is not a constructor of `User`; did you mean `userEmpty`?",
        ),
        (r#"{"_":"users","users":[{"id":"1"}]}"#, "$.users[0]: the field `_` is missing"),
        (
            r#"{"_":"users","users":[],"count":1,"key":"abc"}"#,
            "$.key: expected bytes as hex, two digits each",
        ),
        (
            r#"{"_":"users","users":[],"count":1,"key":"","hash":"00"}"#,
            "$.hash: expected 16 bytes, not 1",
        ),
        (
            r#"{"_":"later","seconds":1,"query":{"_":"user"}}"#,
            "$.query: `user` is not a function of the schema",
        ),
        (
            r#"{"_":"later","seconds":1,"query":[]}"#,
            "$.query: expected the object of a call, found an array",
        ),
        (
            r#"{"_":"box","any":{"$hex":"00"}}"#,
            "$.any: expected at least four bytes, and whole words",
        ),
    ] {
        assert_eq!(refused(json), says, "{json}");
    }
}

#[test]
fn a_type_with_one_constructor_needs_no_name() {
    let json = r#"{"_":"pair","first":{"value":"1"},"second":{"value":"2"}}"#;
    assert_eq!(encoded(json), Ok(words(&[0x40, 1, 0, 2, 0])));
    let schemas = small();
    let get = Root::boxed(&schemas, "get").unwrap();
    let bytes = encode_text(&schemas, get, r#"{"id":[]}"#, Form::default());
    assert_eq!(bytes, Ok(words(&[0x100, 0x1cb5_c415, 0])));
    let other = encode_text(&schemas, get, r#"{"_":"later"}"#, Form::default()).unwrap_err();
    assert_eq!(other.to_string(), "$: `later` is not `get`");
}

#[test]
fn names_in_several_schemas_need_their_id() {
    let schemas = [
        schema("int ? = Int; object ? = Object; message#00000001 x:int = Message;"),
        schema(
            "int ? = Int; object ? = Object; message#00000002 y:int = Message; box#00000004 any:Object own:Message = Box;",
        ),
    ];
    let bytes = words(&[4, 2, 5, 2, 6]);
    let json = shown(&schemas, Root::Any, &bytes, Form::default());
    let expected =
        r#"{"_":"box","any":{"_":"message#00000002","y":5},"own":{"_":"message","y":6}}"#;
    assert_eq!(json, expected);
    assert_eq!(encode_text(&schemas, Root::Any, &json, Form::default()), Ok(bytes));
    // Versions of one name in one schema, as in those of secret chats.
    let text = "int ? = Int; vector {t:Type} # [ t ] = Vector t; object ? = Object;\n\
                ===8===\nmessage#00000001 x:int = Message;\n===17===\nmessage#00000002 y:int = Message;\n\
                all#00000008 all:(vector Message) = All;";
    let schemas = [schema_in(Dialect::Telegram, text)];
    let bytes = words(&[8, 2, 1, 7, 2, 7]);
    let json = shown(&schemas, Root::Any, &bytes, Form::default());
    let expected =
        r#"{"_":"all","all":[{"_":"message#00000001","x":7},{"_":"message#00000002","y":7}]}"#;
    assert_eq!(json, expected);
    assert_eq!(encode_text(&schemas, Root::Any, &json, Form::default()), Ok(bytes));
    for (json, path) in
        [(r#"{"_":"message","y":7}"#, "$"), (r#"{"_":"all","all":[{"_":"message"}]}"#, "$.all[0]")]
    {
        let refusal = encode_text(&schemas, Root::Any, json, Form::default()).unwrap_err();
        let says = "`message` is the name of 2 combinators; write `message#00000001` or `message#00000002`";
        assert_eq!(refusal.to_string(), format!("{path}: {says}"));
    }
}

#[test]
fn repetitions_and_dependent_types_go_both_ways() {
    let schemas = [schema(
        "int ? = Int; vector {t:Type} # [ t ] = Vector t; tuple {t:Type} {n:#} [ t ] = Tuple t n; \
         masked {mask:#} a:mask.0?int b:mask.1?int = Masked mask; zero = Peano 0; more {n:#} less:%(Peano n) = Peano (n+1); \
         all#00000001 n:# rows:n*[ k:int v:int ] more:(n+1)*[ int ] sized:(tuple int n) fields:# part:(masked fields) = All; \
         nat#00000002 n:# peano:%(Peano n) = Nat;",
    )];
    let bytes = words(&[1, 1, 10, 11, 20, 21, 30, 2, 40]);
    let json = shown(&schemas, Root::Any, &bytes, Form::default());
    let expected = r#"{"_":"all","n":1,"rows":[{"k":10,"v":11}],"more":[20,21],"sized":{"_":"tuple","0":[30]},"fields":2,"part":{"_":"masked","b":40}}"#;
    assert_eq!(json, expected);
    let without = json.replace(r#""n":1,"#, "").replace(r#""fields":2,"#, "");
    for json in [json.as_str(), &without] {
        let again = encode_text(&schemas, Root::Any, json, Form::default());
        assert_eq!(again.as_deref(), Ok(&*bytes), "{json}");
    }
    let refused = |json: &str| {
        encode_text(&schemas, Root::Any, json, Form::default()).unwrap_err().to_string()
    };
    let short = without.replace("[20,21]", "[20]");
    assert_eq!(refused(&short), "$.more: this disagrees with what else `n` counts");
    let given = json.replace(r#""n":1,"#, r#""n":2,"#);
    assert_eq!(refused(&given), "$.rows: this disagrees with the number of items, which is 2");
    let peano = r#"{"_":"nat","n":1,"peano":{"_":"more","less":{"_":"zero"}}}"#;
    assert_eq!(encode_text(&schemas, Root::Any, peano, Form::default()), Ok(words(&[2, 1])));
    let guessed = peano.replace(r#""n":1,"#, "");
    assert_eq!(encode_text(&schemas, Root::Any, &guessed, Form::default()), Ok(words(&[2, 1])));
}

#[test]
fn lines_are_indented() {
    let form = Form { layout: Layout::Lines, ..Form::default() };
    let bytes = words(&[0x200, 60, 0x100, 0x1cb5_c415, 1, 1, 0]);
    let expected = r#"{
  "_": "later",
  "seconds": 60,
  "query": {
    "_": "get",
    "id": [
      "1"
    ]
  }
}"#;
    assert_eq!(shown(&small(), Root::Any, &bytes, form), expected);
}

#[test]
fn types_are_roots_too() {
    let schemas = small();
    let ty = TypeExpr::parse(&schemas[0], "Vector<Bool>").unwrap();
    let root = Root::Type(&schemas[0], &ty);
    let bytes = encode_text(&schemas, root, "[true,false]", Form::default()).unwrap();
    assert_eq!(bytes, words(&[0x1cb5_c415, 2, 0x9972_75b5, 0xbc79_9737]));
    assert_eq!(shown(&schemas, root, &bytes, Form::default()), "[true,false]");
}

#[test]
fn vectors_of_numbers_are_known_by_their_length() {
    let schemas = [schema_in(
        Dialect::Telegram,
        "box#00000010 any:Object = Box;\nmessage#00000020 msg_id:long bytes:int body:Object = Message;\n\
         ---functions---\ngetIds#00000001 = Vector<long>;\n",
    )];
    let known = |json: &str, bytes: &[u8]| {
        assert_eq!(shown(&schemas, Root::Any, bytes, Form::default()), json);
        assert_eq!(encode_text(&schemas, Root::Any, json, Form::default()).as_deref(), Ok(bytes));
    };
    known(
        r#"{"_":"box","any":["5","-1"]}"#,
        &words(&[0x10, 0x1cb5_c415, 2, 5, 0, u32::MAX, u32::MAX]),
    );
    known(
        r#"{"_":"message","msg_id":"0","bytes":16,"body":["5"]}"#,
        &words(&[0x20, 0, 0, 16, 0x1cb5_c415, 1, 5, 0]),
    );
    // One that begins with an id is of boxed values: nothing else is sure.
    known(
        r#"{"_":"box","any":[true,false]}"#,
        &words(&[0x10, 0x1cb5_c415, 2, 0x9972_75b5, 0xbc79_9737]),
    );
    let fault = |bytes: &[u8]| {
        logged(&schemas, Root::Any, bytes, &Options::DEFAULT).unwrap_err().1.to_string()
    };
    // No method answers with ints, and what is no whole number of longs is no vector of them.
    for bytes in [&words(&[0x10, 0x1cb5_c415, 1, 5]), &words(&[0x10, 0x1cb5_c415, 2, 5, 6, 7])] {
        assert!(
            fault(bytes).starts_with("expected an object at byte 12 (`box.any[0]`)"),
            "{}",
            fault(bytes)
        );
    }
    let ints = encode_text(&schemas, Root::Any, r#"{"_":"box","any":[5]}"#, Form::default());
    assert!(ints.unwrap_err().to_string().contains("expected an object"));
}
