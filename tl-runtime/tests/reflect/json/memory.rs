//! What JSON takes in memory on its way to bytes: no more than 16 times its length, bytes included.

use allocation_counter::measure;
use serde_json::Value;
use std::hint::black_box;
use typelang_runtime::reflect::{
    Root, Schema, TypeExpr,
    json::{Form, encode, encode_text},
};

use crate::support::schema;

/// Beside the factor: small values, names of fields, messages.
const SLACK: u64 = 16 * 1024;

fn shapes() -> [Schema; 1] {
    [schema(
        "int ? = Int; long ? = Long; double ? = Double; string ? = String; bytes ? = Bytes; true = True; \
         vector {t:Type} # [ t ] = Vector t; \
         opts#00000001 flags:# a:flags.0?int b:flags.1?int c:flags.2?Opts = Opts; \
         word#00000100 a:# b:# = Word; words#00000200 a:# b:# c:# d:# e:# f:# g:# h:# = Words; name#00000003 n:string = Name; blob#00000008 b:bytes = Blob; \
         cons#00000010 head:int tail:List = List; nil#00000020 = List;",
    )]
}

#[track_caller]
fn assert_bounded(what: &str, ty: &str, json: &str) {
    let schemas = shapes();
    let ty = TypeExpr::parse(&schemas[0], ty).unwrap();
    let root = Root::Type(&schemas[0], &ty);
    let limit = 16 * json.len() as u64 + SLACK;
    let info = measure(|| {
        _ = black_box(encode_text(&schemas, root, black_box(json), Form::default()));
    });
    assert!(info.bytes_max <= limit, "{what}: {} bytes for {}", info.bytes_max, json.len());
    let Ok(value) = serde_json::from_str::<Value>(json) else { return };
    let info = measure(|| {
        _ = black_box(encode(&schemas, root, black_box(&value), Form::default()));
    });
    assert!(info.bytes_max <= limit, "{what}: {} bytes for {}", info.bytes_max, json.len());
}

/// A list of `count` equal items, just long enough for the vector to have doubled its memory.
fn list(item: &str, count: usize) -> String {
    format!("[{}]", vec![item; count].join(","))
}

/// Counts around a power of two, behind which a vector doubles.
const COUNTS: [usize; 3] = [5_000, 8_193, 16_385];

#[test]
fn lists_of_the_smallest_values() {
    for count in COUNTS {
        for (ty, item) in [
            ("Vector<int>", "0"),
            ("Vector<long>", "0"),
            ("Vector<long>", r#""1""#),
            ("Vector<double>", "0"),
            ("Vector<double>", "1e9"),
            ("Vector<string>", r#""""#),
            ("Vector<bytes>", r#""""#),
            ("Vector<Vector<int>>", "[]"),
            ("Vector<Vector<Vector<long>>>", "[[]]"),
            ("Vector<Opts>", "{}"),
            ("Vector<Word>", "{}"),
            ("Vector<Words>", "{}"),
            ("Vector<Opts>", r#"{"a":1}"#),
            ("Vector<Opts>", r#"{"c":{"c":{}}}"#),
            ("Vector<List>", r#"{"_":"nil"}"#),
            ("Vector<true>", "true"),
        ] {
            assert_bounded(item, ty, &list(item, count));
        }
    }
}

#[test]
fn what_is_no_value_takes_no_more() {
    for count in COUNTS {
        for item in ["null", "{}", "[]", "[[[[]]]]", r#"{"":0}"#, "1e1", r#"{"a":{"b":{}}}"#] {
            assert_bounded(item, "Vector<string>", &list(item, count));
            assert_bounded(item, "Vector<int>", &list(item, count));
        }
    }
    let keys: Vec<String> = (0..20_000).map(|at| format!("\"{at:x}\":0")).collect();
    let keys = format!("{{{}}}", keys.join(","));
    assert_bounded("keys", "Opts", &keys);
    assert_bounded("keys in a list", "Vector<Opts>", &format!("[{keys}]"));
    assert_bounded("a key", "Opts", &format!(r#"{{"{}":0}}"#, "k".repeat(1 << 18)));
    assert_bounded("a name", "List", &format!(r#"{{"_":"{}"}}"#, "n".repeat(1 << 18)));
    assert_bounded("the same key", "Opts", &format!(r#"{{"{0}":0,"{0}":0}}"#, "k".repeat(1 << 18)));
    assert_bounded("depth", "Opts", &"[".repeat(1 << 18));
    let nests = list(&format!("{}{}", "[".repeat(300), "]".repeat(300)), 300);
    assert_bounded("nests", "Vector<int>", &nests);
}

#[test]
fn long_scalars() {
    let text = |inside: &str, count: usize| format!(r#"{{"n":"{}"}}"#, inside.repeat(count));
    for count in [50_000, (1 << 16) + 1] {
        assert_bounded("text", "Name", &text("abcd", count));
        assert_bounded("two letters", "Name", &text("é", count));
        assert_bounded("escapes", "Name", &text(r"\n", count));
        assert_bounded("escapes of units", "Name", &text(r"\u00e9", count));
        assert_bounded("hex", "Blob", &format!(r#"{{"b":"{}"}}"#, "0f".repeat(count)));
        assert_bounded("digits", "Vector<double>", &format!("[{}]", "1".repeat(count)));
        assert_bounded("a fraction", "Vector<double>", &format!("[0.{}]", "1".repeat(count)));
        assert_bounded("digits of a long", "Vector<long>", &format!("[\"{}\"]", "1".repeat(count)));
    }
}

#[test]
fn deep_values() {
    let deep = format!("{}{{}}{}", r#"{"c":"#.repeat(150), "}".repeat(150));
    assert_bounded("options", "Vector<Opts>", &list(&deep, 200));
    let cons = r#"{"_":"cons","head":0,"tail":"#;
    let deep = format!(r#"{}{{"_":"nil"}}{}"#, cons.repeat(150), "}".repeat(150));
    assert_bounded("a list", "Vector<List>", &list(&deep, 100));
}
