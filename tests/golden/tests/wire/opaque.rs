//! Opaque values are decoded by the schema alone, under the limits of the reader, and encoded again.

use std::thread;

use typelang_golden::{
    borrowed::{enums::RichText, types as whole},
    opaque::{
        SCHEMA,
        enums::{self, Updates},
        functions::{GetUpdate, SendMedia},
        name_of, types,
    },
};
use typelang_runtime::{
    Decode, Encode, Error, ErrorKind, Function, Opaque, Options, Strictness, VECTOR,
    reflect::{
        Root,
        json::{Form, JsonWriter},
        walk,
    },
};

use super::{assert_exact, hex};

const POINT: &str = "f470fee3 01000000 02000000";
const PHOTO: &str = "aa39d5cb 07000000 00000000";
/// A page of bold text, at a point.
const PAGE: &str = "dddda10b c4ab2467 e0944674 02686900 f470fee3 01000000 02000000";
const NONE: &str = "e133b013";
/// A message with a photo, pinned.
const MESSAGE: &str = "89cb2e83 af1e2e7b 03000000 01000000 aa39d5cb 07000000 00000000";
const UPDATE_TEXT: u32 = 0xb69b_d665;
const TEXT_BOLD: u32 = 0x6724_abc4;
const TEXT_CONCAT: u32 = 0x7e62_60d7;

fn of<T: for<'de> Decode<'de>>(text: &str) -> T {
    T::from_bytes(&hex(text)).unwrap()
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

#[test]
fn each_place_of_a_value_is_exact() {
    let post = types::Post { media: Some(of(PAGE)), r#where: of(POINT), id: 9 };
    assert_exact(&post, &format!("67b4188a 01000000 {PAGE} {POINT} 09000000"));
    let bare = types::Post { media: None, ..post };
    assert_exact(&bare, &format!("67b4188a 00000000 {POINT} 09000000"));
    let short = Updates::UpdateShort(Box::new(types::UpdateShort { update: of(MESSAGE), date: 5 }));
    assert_exact(&short, &format!("c1ded478 {MESSAGE} 05000000"));
    let updates = vec![of(NONE), of(MESSAGE), of(NONE)];
    let all = Updates::Updates(Box::new(types::Updates { updates, seq: 1 }));
    assert_exact(&all, &format!("e112b27d 15c4b51c 03000000 {NONE} {MESSAGE} {NONE} 01000000"));
    assert_exact(&SendMedia { media: of(PHOTO) }, &format!("0105d199 {PHOTO}"));
    assert_exact(&of::<Opaque<enums::Update>>(MESSAGE), MESSAGE);
}

#[test]
fn a_response_may_be_opaque() {
    let update = (GetUpdate {}).read_response(&hex(MESSAGE)).unwrap();
    assert_eq!((update.name(), update.id()), (Some("updateMessage"), 0x832e_cb89));
    assert_eq!(update.as_bytes(), hex(MESSAGE));
    assert_eq!(update.into_bytes(), hex(MESSAGE));
}

#[test]
fn what_only_opaque_values_hold_is_not_generated() {
    assert_eq!(name_of(0x8a18_b467), Some("post"));
    // `updateMessage` and `textBold`
    assert_eq!((name_of(0x832e_cb89), name_of(TEXT_BOLD)), (None, None));
    let schema = SCHEMA.schema().unwrap();
    assert!(schema.named("textBold").is_some() && schema.named("message").is_some());
}

#[test]
fn they_are_types_of_modules_that_generate_them() {
    let point = whole::Point { x: 1, y: 2 };
    let kept = Opaque::<enums::Point>::new(&point).unwrap();
    assert_eq!(kept.to_bytes(), hex(POINT));
    assert_eq!(kept.decode_as::<whole::Point>(), Ok(point));
    let shallow = Options::DEFAULT.depth(0);
    assert_eq!(kept.decode_with(&shallow), Ok(whole::Point { x: 1, y: 2 }));
    let error = Opaque::<enums::Update>::new(&whole::Point { x: 1, y: 2 }).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownId { found: 0xe3fe_70f4 });
    assert!(error.to_string().starts_with("expected Update at byte 0"), "{error}");
}

#[test]
fn they_are_shown_as_if_they_were_generated() {
    let update: Opaque<enums::Update> = of(MESSAGE);
    let shown =
        "updateMessage { message: message { pinned: true, id: 1, media: mediaPhoto { id: 7 } } }";
    assert_eq!(format!("{update:?}"), shown);
    let short = types::UpdateShort { update, date: 5 };
    assert_eq!(format!("{short:?}"), format!("updateShort {{ update: {shown}, date: 5 }}"));
}

#[test]
fn they_are_json_by_the_schema_that_comes_along() {
    let short = types::UpdateShort { update: of(MESSAGE), date: 5 };
    let schemas = core::slice::from_ref(SCHEMA.schema().unwrap());
    let mut json = String::new();
    let mut writer = JsonWriter::new(&mut json, schemas, Form::default());
    walk(schemas, Root::Any, &short.to_bytes(), &Options::DEFAULT, &mut writer).unwrap();
    let media = r#"{"_":"mediaPhoto","id":"7"}"#;
    let message = format!(r#"{{"_":"message","pinned":true,"id":1,"media":{media}}}"#);
    let update = format!(r#"{{"_":"updateMessage","message":{message}}}"#);
    assert_eq!(json, format!(r#"{{"_":"updateShort","update":{update},"date":5}}"#));
}

#[test]
fn equal_values_are_equal_bytes() {
    let [a, b]: [Opaque<enums::Media>; 2] = [of(PHOTO), of(PAGE)];
    assert!(a == a.clone() && a != b);
}

#[test]
fn faults_are_those_of_generated_types() {
    // The id of the media in a message in an update.
    let mut bytes = hex(&format!("c1ded478 {MESSAGE} 05000000"));
    bytes[20] = 0;
    let error = Updates::from_bytes(&bytes).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownId { found: 0xcbd5_3900 });
    assert_eq!((error.offset(), error.path()), (20, Some("updateShort.update.message.media")));
    assert_eq!(error.expected(), "Media");
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let bits = MESSAGE.replace("03000000", "07000000");
    assert!(Opaque::<enums::Update>::from_bytes(&hex(&bits)).is_ok());
    let error = Opaque::<enums::Update>::from_bytes_with(&hex(&bits), &strict).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownFlags { bits: 4 });
    let error = Opaque::<enums::Point>::from_bytes(&hex(NONE)).unwrap_err();
    let wrong = ErrorKind::WrongId { found: 0x13b0_33e1, expected: 0xe3fe_70f4 };
    assert_eq!((error.kind(), error.expected()), (wrong, "point"));
}

/// Returns the error of decoding on a small stack.
fn refused(bytes: Vec<u8>) -> Error {
    let read = move || Updates::from_bytes(&bytes).unwrap_err();
    thread::Builder::new().stack_size(128 << 10).spawn(read).unwrap().join().unwrap()
}

#[test]
fn hostile_values_meet_the_limits() {
    let short = |update: Vec<u8>| [words(&[0x78d4_dec1]), update].concat();
    let deep = [words(&[UPDATE_TEXT]), words(&[TEXT_BOLD]).repeat(100_000)].concat();
    let error = refused(short(deep));
    assert_eq!((error.kind(), error.offset()), (ErrorKind::DepthLimit, 8 + 128 * 4));
    let claim = words(&[UPDATE_TEXT, TEXT_CONCAT, VECTOR, 1 << 31]);
    let error = refused(short(claim));
    assert_eq!(error.kind(), ErrorKind::CountTooLarge { count: 1 << 31 });
    // Elements without bytes, in one update and in many.
    let plain = [words(&[UPDATE_TEXT, 0x7446_94e0, 0, VECTOR]), words(&[1 << 31])].concat();
    assert_eq!(refused(short(plain)).kind(), ErrorKind::ElementLimit);
    let some = words(&[UPDATE_TEXT, 0x7446_94e0, 0, VECTOR, 60_000]);
    let many = [words(&[0x7db2_12e1, VECTOR, 2]), some.repeat(2), words(&[0])].concat();
    assert_eq!(refused(many.clone()).kind(), ErrorKind::ElementLimit);
    let more = Options::DEFAULT.elements(130_000);
    assert_eq!(Updates::from_bytes_with(&many, &more).unwrap().to_bytes(), many);
    for len in 0..many.len() {
        assert!(Updates::from_bytes_with(&many[..len], &more).is_err());
    }
}

#[test]
fn levels_around_a_value_count_with_those_in_it() {
    let deep = |levels: usize| {
        let plain = RichText::TextPlain(whole::TextPlain { text: "" }).to_bytes();
        [words(&[UPDATE_TEXT]), words(&[TEXT_BOLD]).repeat(levels - 1), plain, words(&[VECTOR, 0])]
            .concat()
    };
    let read = |levels, limit| {
        let options = Options::DEFAULT.depth(limit);
        Opaque::<enums::Update>::from_bytes_with(&deep(levels), &options).map(drop)
    };
    assert_eq!(read(128, 128), Ok(()));
    assert_eq!(read(129, 128).unwrap_err().kind(), ErrorKind::DepthLimit);
    assert_eq!(read(5, 4).unwrap_err().kind(), ErrorKind::DepthLimit);
}
