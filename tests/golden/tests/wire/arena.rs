//! Values whose every part lies in one arena.

use core::fmt::Debug;
use std::collections::HashSet;

use allocation_counter::measure;
use typelang_golden::arena::{
    SCHEMA,
    enums::{Media, Number, Page, RichText, Shape},
    functions::{GetPoint, GetUsers, InvokeAfter},
    types::{
        Answer, Bold, Circle, Concat, Holder, Large, Many, Narrow, Next, PageLong, Plain, Point,
        Polygon, User, Wide,
    },
};
use typelang_parser::{Options as Settings, Sources, check, tlo};
use typelang_runtime::{
    BorrowingFunction, Bump, Decode, Encode, ErrorKind, Layers, ObjectRef, Opaque, Options,
    Strictness, reflect::Schema,
};

use super::hex;

const POLYGON: Polygon<'_> = Polygon { points: &[Point { x: 1, y: 2 }], names: &["a"] };

const USER: User<'_> = User {
    id: 7,
    name: Some("Ann"),
    photo: Some(&[1, 2]),
    shape: Some(Shape::Polygon(&POLYGON)),
    tags: Some(&[&[1, 2], &[]]),
    keys: &[[5; 16]],
    marks: &[1.5],
};

const USER_BYTES: &str = "0c000000 0f000000 07000000 00000000 03416e6e 02010200
    03000000 15c4b51c 01000000 01000000 01000000 02000000 01000000 01610000
    15c4b51c 02000000 15c4b51c 02000000 01000000 02000000 15c4b51c 00000000
    15c4b51c 01000000 05050505 05050505 05050505 05050505 15c4b51c 01000000 00000000 0000f83f";

/// Asserts that `value` is encoded as `bytes` and decoded from them, and that nothing shorter is accepted.
#[track_caller]
pub(super) fn assert_exact<'a, T>(value: &T, bytes: &str, arena: &'a Bump)
where
    T: Decode<'a> + Encode + PartialEq + Debug + Copy,
{
    let bytes = hex(bytes);
    assert_eq!(value.try_to_bytes().as_ref(), Ok(&bytes), "{value:?}");
    assert_eq!(T::copied_in(&bytes, arena).as_ref(), Ok(value));
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    assert_eq!(T::copied_in_with(&bytes, arena, &strict).as_ref(), Ok(value));
    for len in 0..bytes.len() {
        assert!(T::copied_in(&bytes[..len], arena).is_err(), "{len} bytes are enough");
    }
    let longer = [&bytes[..], &[0; 4]].concat();
    let error = T::copied_in(&longer, arena).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TrailingBytes { count: 4 });
}

#[test]
fn what_holds_slices_and_references_is_exact() {
    let arena = &Bump::new();
    assert_exact(&USER, USER_BYTES, arena);
    let bytes = hex(USER_BYTES);
    let user = User::from_bytes_in(&bytes, arena).unwrap();
    let name = user.name.unwrap();
    assert_eq!(name.as_bytes().as_ptr_range(), bytes[17..20].as_ptr_range(), "in the input");
    assert_exact(&Shape::Empty, "04000000", arena);
    let none = User::new(9, &[], &[]);
    assert_exact(
        &none,
        "0c000000 00000000 09000000 00000000 15c4b51c 00000000 15c4b51c 00000000",
        arena,
    );
}

#[test]
fn recursive_values_are_exact() {
    let arena = &Bump::new();
    let plain = RichText::Plain(Plain { text: "a" });
    let bold = RichText::Bold(&Bold { text: plain });
    let texts = [plain, bold];
    let concat = RichText::Concat(Concat { texts: &texts });
    let bytes = "0a000000 15c4b51c 02000000 08000000 01610000 09000000 08000000 01610000";
    assert_exact(&concat, bytes, arena);
    let last = Next { next: None, value: 2 };
    let first = Next { next: Some(&last), value: 1 };
    assert_exact(&first, "0b000000 01000000 0b000000 00000000 02000000 01000000", arena);
}

#[test]
fn large_parts_are_behind_references() {
    let arena = &Bump::new();
    let wide = Wide { a: [3; 32] };
    let holder = Holder { number: Number::Wide(&wide) };
    assert_exact(&holder, &format!("07000000 06000000 {}", "03030303".repeat(8)), arena);
    let holder = Holder { number: Number::from(Narrow { a: 1 }) };
    assert_exact(&holder, "07000000 05000000 01000000", arena);
    let zeros = format!("0e000000 {}", "00000000".repeat(17));
    let bytes = hex(&zeros);
    let large = Large::from_bytes_in(&bytes, arena).unwrap();
    let long = PageLong { id: 1, notes: &["n"], large: &large };
    let page = Page::from(&long);
    let bytes = format!("11000000 01000000 00000000 15c4b51c 01000000 016e0000 {zeros}");
    assert_exact(&page, &bytes, arena);
    assert_eq!(page.id(), 1);
}

/// Values of one bit that are too many for a tuple.
#[test]
fn records_are_exact() {
    let arena = &Bump::new();
    assert_exact(&Many::default(), "0d000000 00000000", arena);
    let numbers = super::words(&(1..13).collect::<Vec<u32>>());
    let bytes = hex(&format!("0d000000 01000000 {numbers} 01780000"));
    let many = Many::from_bytes_in(&bytes, arena).unwrap();
    assert_eq!(many.to_bytes(), bytes);
    assert_eq!(many.clone(), many);
}

#[test]
fn values_of_no_part_elsewhere_need_no_arena() {
    let point = Point { x: 1, y: 2 };
    assert_eq!(Point::from_bytes(&point.to_bytes()), Ok(point));
    assert_eq!(Shape::default(), Shape::Empty);
}

#[test]
fn conversions_refer_and_copy() {
    let circle = Circle { center: Point { x: 1, y: 1 }, radius: 0.5 };
    let shapes = [Shape::from(circle), Shape::from(&POLYGON)];
    assert_eq!(shapes[0].as_circle().copied(), Some(circle));
    // What is behind a reference outlives the enum, and is copied.
    let polygon: Option<&'static Polygon<'static>> = Shape::from(&POLYGON).as_polygon();
    assert_eq!(polygon.copied(), Some(POLYGON));
    assert_eq!(shapes[0].as_polygon(), None);
    // `Copy`, and equal by their bytes; `NaN` equals itself.
    let same = shapes;
    assert_eq!(same, shapes);
    let strange = Shape::from(Circle { radius: f64::NAN, ..circle });
    assert_eq!(strange, strange);
    let set: HashSet<Shape<'_>> = [shapes[0], shapes[1], same[0], strange].into();
    assert_eq!(set.len(), 3);
}

#[test]
fn values_are_shown_and_serialized_as_others() {
    assert_eq!(
        format!("{POLYGON:?}"),
        "polygon { points: [point { x: 1, y: 2 }], names: [\"a\"] }"
    );
    let json = serde_json::to_string(&POLYGON).unwrap();
    assert_eq!(json, r#"{"_":"polygon","points":[{"_":"point","x":1,"y":2}],"names":["a"]}"#);
}

#[test]
fn calls_hold_what_the_caller_has_and_read_replies_into_the_arena() {
    let ids = [7, 8];
    let call = InvokeAfter { ids: &[1], query: GetUsers { ids: &ids } };
    let mut bytes = Vec::with_capacity(256);
    assert_eq!(measure(|| call.encode_into(&mut bytes)).count_total, 0);
    let want = "22000000 15c4b51c 01000000 01000000 00000000
                20000000 15c4b51c 02000000 07000000 00000000 08000000 00000000";
    assert_eq!(bytes, hex(want));
    let arena = Bump::new();
    let again = InvokeAfter::<GetUsers<'_>>::from_bytes_in(&bytes, &arena).unwrap();
    assert_eq!(again, call);
    let reply = hex(&format!("15c4b51c 01000000 {USER_BYTES}"));
    assert_eq!(call.read_response_in(&reply, &arena), Ok(&[USER][..]));
    let point = hex("01000000 01000000 02000000");
    assert_eq!(GetPoint.read_response(&point), Ok(Point { x: 1, y: 2 }));
}

#[test]
fn opaque_values_and_objects_lie_in_the_input() {
    let arena = Bump::new();
    let bytes = hex("14000000 12000000 01000000 00000000 04000000");
    let answer = Answer::from_bytes_in(&bytes, &arena).unwrap();
    assert_eq!(answer.media.as_bytes(), hex("12000000 01000000 00000000"));
    assert_eq!(answer.result.as_bytes().as_ptr_range(), bytes[16..].as_ptr_range());
    let copy: Opaque<Media, &[u8]> = answer.media;
    assert_eq!(Answer { media: copy, result: ObjectRef::new(&hex("04000000")) }, answer);
}

/// The next layer's polygons have a colour; its other types are not needed.
const NEWER: &str = "point#00000001 x:int y:int = Point;
polygon#00000031 flags:# points:Vector<Point> names:vector<string> colour:flags.0?int = Shape;
shapeEmpty#00000004 = Shape;
---functions---
getShape#00000032 = Shape;";

#[test]
fn values_of_other_layers_are_translated_into_the_arena() {
    let mut sources = Sources::new();
    sources.add("newer.tl", NEWER);
    let newer = check(&sources, &Settings::default()).schema;
    let newer = Schema::from_tlo(&tlo::write(&newer)).unwrap();
    let (layers, arena) = (Layers::new(&SCHEMA, 1).unwrap().with(2, newer), Bump::new());
    let want = Shape::from(&POLYGON);
    let bytes = "15c4b51c 01000000 01000000 01000000 02000000 01000000 01610000";
    let own = hex(&format!("03000000 {bytes}"));
    assert_eq!(layers.copied_in::<Shape<'_>>(&own, &arena).unwrap(), want);
    let other = hex(&format!("31000000 00000000 {bytes}"));
    assert_eq!(layers.copied_in::<Shape<'_>>(&other, &arena).unwrap(), want);
    let reply = hex("15c4b51c 00000000");
    let users = layers.copied_response_in(&GetUsers { ids: &[] }, &reply, &arena).unwrap();
    assert_eq!(users, []);
    let error = layers.copied_in::<Shape<'_>>(&hex("63000000"), &arena).unwrap_err();
    assert_eq!(error.error().kind(), ErrorKind::UnknownId { found: 0x63 });
}

#[test]
fn faults_have_paths() {
    let mut bytes = hex(USER_BYTES);
    bytes[17] = 0xff;
    let error = User::from_bytes_in(&bytes, &Bump::new()).unwrap_err();
    assert_eq!((error.kind(), error.path()), (ErrorKind::InvalidUtf8, Some("user.name")));
}
