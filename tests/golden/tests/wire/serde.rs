//! serde's traits: TL-JSON in human-readable formats, bytes in binary formats.

use ::serde::de::{DeserializeOwned, IntoDeserializer, value};
use serde_json::{Value, json};
use typelang_golden::{
    borrowed,
    serde::{enums, functions, types},
};
use typelang_runtime::{Decode, Encode, Object, serde::Serialize};

fn shape() -> enums::Shape {
    let points = vec![types::Point { x: -1, y: i64::MIN }, types::Point { x: 1, y: 1 << 53 | 1 }];
    enums::Shape::Polygon(Box::new(types::Polygon {
        points,
        tag: vec![0, 0xff],
        key: [7; 16],
        ok: false,
    }))
}

/// Asserts that the value is this JSON, as text and in memory, and that both become the value again.
#[track_caller]
fn both_ways<T: Encode + Serialize + DeserializeOwned>(value: &T, json: &Value) {
    assert_eq!(serde_json::to_value(value).unwrap(), *json);
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), *json);
    for back in [serde_json::from_str::<T>(&text), serde_json::from_value(json.clone())] {
        assert_eq!(back.unwrap().try_to_bytes(), value.try_to_bytes());
    }
}

#[test]
fn a_value_is_its_tl_json() {
    let polygon = json!({
        "_": "polygon",
        "points": [
            {"_": "point", "x": -1, "y": "-9223372036854775808"},
            {"_": "point", "x": 1, "y": "9007199254740993"},
        ],
        "tag": "00ff",
        "key": "07070707070707070707070707070707",
        "ok": false,
    });
    both_ways(&shape(), &polygon);
    let enums::Shape::Polygon(alone) = shape() else { panic!("a polygon") };
    both_ways(&*alone, &polygon);
    let call = functions::Later { seconds: 3, query: functions::Draw { shape: shape() } };
    let draw = json!({"_": "draw", "shape": polygon});
    both_ways(&call, &json!({"_": "later", "seconds": 3, "query": draw}));
    both_ways(&enums::Shape::Nowhere, &json!({"_": "nowhere"}));
    // serde's own types: lists, options, maps of them.
    let list = vec![Some(enums::Shape::Nowhere), None];
    assert_eq!(serde_json::to_value(&list).unwrap(), json!([{"_": "nowhere"}, null]));
}

#[test]
fn numbers_that_json_has_none_for_are_text() {
    for (radius, json) in [(f64::NAN, "nan"), (f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf")] {
        let centre = types::Point { x: 0, y: 0 };
        let circle = types::Circle { filled: true, centre, radius: Some(radius) };
        let centre = json!({"_": "point", "x": 0, "y": "0"});
        both_ways(
            &circle,
            &json!({"_": "circle", "filled": true, "centre": centre, "radius": json}),
        );
    }
}

#[test]
fn a_types_arguments_are_those_of_the_type() {
    let here = enums::MaybeInt::Some(types::SomeInt { value: 5 });
    let there = enums::MaybeShape::Some(Box::new(types::SomeShape { value: shape() }));
    let some = |value: Value| json!({"_": "some", "value": value});
    both_ways(&here, &some(json!(5)));
    both_ways(&types::SomeInt { value: 5 }, &some(json!(5)));
    let shape = serde_json::to_value(shape()).unwrap();
    both_ways(&there, &some(shape.clone()));
    let found = types::Found { here, there };
    both_ways(&found, &json!({"_": "found", "here": some(json!(5)), "there": some(shape)}));
}

#[test]
fn what_numbers_elsewhere_decide_is_written_within_others() {
    let items = vec![types::SizedItems { x: 1, y: Some(2) }];
    let row = types::Row { sized: types::Sized { items } };
    both_ways(
        &row,
        &json!({"_": "row", "n": 1, "sized": {"_": "sized", "items": [{"x": 1, "y": 2}]}}),
    );
}

#[test]
fn what_disagrees_is_refused_with_its_place() {
    let items = vec![types::SizedItems { x: 1, y: None }];
    let row = types::Row { sized: types::Sized { items } };
    let refusal = serde_json::to_value(&row).unwrap_err().to_string();
    assert!(refusal.starts_with("`sized.items[0].y` is unset, but"), "{refusal}");
    assert_eq!(
        format!("{row:?}"),
        "Row { sized: Sized { items: [SizedItems { x: 1, y: None }] } }"
    );
}

#[test]
fn keys_come_in_any_order_and_names_that_are_known_may_be_missing() {
    let point: types::Point = serde_json::from_str(r#"{"y":"2","x":1}"#).unwrap();
    assert_eq!(point, types::Point { x: 1, y: 2 });
    let text = r#"{"ok":true,"key":"00000000000000000000000000000000","points":[{"y":1,"x":1}],"tag":"","_":"polygon"}"#;
    let shape: enums::Shape = serde_json::from_str(text).unwrap();
    assert!(matches!(shape, enums::Shape::Polygon(polygon) if polygon.points.len() == 1));
    // Any self-describing format works, not only JSON.
    let fields = [("y", 2_i64), ("x", 1)].into_iter();
    let fields = value::MapDeserializer::<_, value::Error>::new(fields);
    let point = ::serde::Deserialize::deserialize(fields.into_deserializer());
    assert_eq!(point, Ok(types::Point { x: 1, y: 2 }));
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let refused =
        |json: Value| serde_json::from_value::<enums::Shape>(json).unwrap_err().to_string();
    assert_eq!(refused(json!({"_": "square"})), "$: `square` is not a constructor of `Shape`");
    assert_eq!(refused(json!({})), "$: the field `_` is missing");
    assert_eq!(refused(json!(7)), "$: expected an object of `Shape`, found a number");
    let circle =
        |centre: Value| json!({"_": "group", "shapes": [{"_": "circle", "centre": centre}]});
    for (centre, fault) in [
        (json!({"x": 1, "y": "1", "z": 1}), ": unknown field `z`"),
        (json!({"x": 1}), ": the field `y` is missing"),
        (
            json!({"x": "1", "y": 1}),
            ".x: expected a number from -2147483648 to 2147483647, found a string",
        ),
        (
            json!({"x": 2_147_483_648_u32, "y": 1}),
            ".x: expected a number from -2147483648 to 2147483647",
        ),
    ] {
        assert_eq!(refused(circle(centre)), format!("$.shapes[0].centre{fault}"));
    }
    let twice = serde_json::from_str::<types::Point>(r#"{"x":1,"x":2,"y":"3"}"#).unwrap_err();
    assert_eq!(twice.to_string(), "the key `x` occurs twice at line 1 column 21");
}

#[test]
fn what_nests_too_deep_is_refused_both_ways() {
    let mut shape = enums::Shape::Nowhere;
    for _ in 0..200 {
        shape = enums::Shape::Group(types::Group { shapes: vec![shape] });
    }
    let error = serde_json::to_string(&shape).unwrap_err().to_string();
    assert!(error.ends_with("values nest deeper than the limit"), "{error}");
    let mut json = json!({"_": "nowhere"});
    for _ in 0..200 {
        json = json!({"_": "group", "shapes": [json]});
    }
    let error = serde_json::from_value::<enums::Shape>(json).unwrap_err().to_string();
    assert_eq!(error, "it nests deeper than 320 levels");
}

#[test]
fn formats_for_machines_have_the_bytes() {
    let mut cbor = Vec::new();
    ciborium::into_writer(&shape(), &mut cbor).unwrap();
    assert!(cbor.ends_with(&shape().to_bytes()));
    let back: enums::Shape = ciborium::from_reader(cbor.as_slice()).unwrap();
    assert_eq!(back, shape());
    let packed = postcard::to_allocvec(&(shape(), 7_u8)).unwrap();
    assert_eq!(packed.len(), shape().encoded_len() + 2);
    assert_eq!(postcard::from_bytes(&packed), Ok((shape(), 7_u8)));
    let cut = postcard::to_allocvec(&serde_bytes(&shape().to_bytes()[4..])).unwrap();
    assert!(postcard::from_bytes::<enums::Shape>(&cut).is_err());
}

/// Bytes as a binary format has them.
fn serde_bytes(bytes: &[u8]) -> impl Serialize {
    // What serde says of `&[u8]` is a list of numbers; a length and the bytes in postcard all the same.
    bytes.to_vec()
}

#[test]
fn text_that_is_borrowed_is_written() {
    let name = borrowed::types::Name { text: "Ann" };
    assert_eq!(serde_json::to_string(&name).unwrap(), r#"{"_":"name","text":"Ann"}"#);
    let call =
        borrowed::functions::InvokeAfter { tag: "a", query: borrowed::functions::GetChat {} };
    let json = r#"{"_":"invokeAfter","tag":"a","query":{"_":"getChat"}}"#;
    assert_eq!(serde_json::to_string(&call).unwrap(), json);
    let point: borrowed::types::Point = serde_json::from_str(r#"{"x":1,"y":2}"#).unwrap();
    assert_eq!((point.x, point.y), (1, 2));
}

#[test]
fn objects_are_of_any_type_of_the_schema() {
    let any = types::Any { object: Object::new(&shape()) };
    both_ways(&any, &json!({"_": "any", "object": serde_json::to_value(shape()).unwrap()}));
    let unknown = types::Any { object: Object::from_vec(vec![1, 2, 3, 4]) };
    let error = serde_json::to_string(&unknown).unwrap_err().to_string();
    let path = "expected an object at byte 4 (`any.object`)";
    assert!(error.starts_with(path), "{error}");
    assert!(types::Any::from_bytes(&unknown.to_bytes()).is_ok());
}
