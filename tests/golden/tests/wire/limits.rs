//! Limits count the same in generated code and in a walk, and bound everything that is allocated.

use std::{fmt::Write as _, hint::black_box};

use allocation_counter::measure;
use typelang_golden::limits::{SCHEMA, types};
use typelang_runtime::{
    Decode, Encode, ErrorKind, Options,
    reflect::{Ended, Event, FaultKind, Piece, Root, walk},
};

use super::hex;

/// Returns the smallest limit of elements under which the bytes are accepted.
fn least_limit(accepts: impl Fn(&Options) -> Result<(), ErrorKind>) -> usize {
    (0..3000).find(|limit| accepts(&Options::DEFAULT.elements(*limit)).is_ok()).unwrap()
}

fn walked(bytes: &[u8], options: &Options) -> Result<(), ErrorKind> {
    let schemas = core::slice::from_ref(SCHEMA.schema().unwrap());
    let mut ignore = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), core::convert::Infallible>(());
    match walk(schemas, Root::Any, bytes, options, &mut ignore) {
        Ok(_) => Ok(()),
        Err(Ended::Fault(fault)) => match fault.kind() {
            FaultKind::Wire(kind) => Err(kind),
            other => panic!("{other}"),
        },
        Err(Ended::Stop(never)) => match never {},
    }
}

#[track_caller]
fn counts<T: for<'de> Decode<'de>>(bytes: &str, elements: usize) {
    let bytes = hex(bytes);
    let read = |options: &Options| match T::from_bytes_with(&bytes, options) {
        Ok(_) => Ok(()),
        Err(error) => Err(error.kind()),
    };
    assert_eq!(least_limit(read), elements);
    assert_eq!(least_limit(|options| walked(&bytes, options)), elements);
    if let Some(less) = elements.checked_sub(1) {
        let options = Options::DEFAULT.elements(less);
        assert_eq!(read(&options), Err(ErrorKind::ElementLimit));
        assert_eq!(walked(&bytes, &options), Err(ErrorKind::ElementLimit));
    }
}

#[test]
fn generated_code_counts_elements_as_a_walk_does() {
    // Each `z4` is 2 + 4 + 8 + 16 + 1 values with parts.
    counts::<types::Zs>("02000000 00000000", 31);
    counts::<types::Zs>("02000000 03000000", 3 + 4 * 31);
    counts::<types::Few>("03000000 01000000 02000000", 4 + 16 + 2);
    counts::<types::Row>("06000000", 1 + 16);
    counts::<types::Rows>("07000000", 1 + 16 + 16 + 16 * 16);
    // A constant leaves out all parts of an `idle`, which a walk does not know.
    counts::<types::Idles>("0d000000 03000000", 3 + 3);
    counts::<types::Columns>(
        "08000000 02000000 01000000 02000000 00000000 00000000 00000000 00000000",
        6,
    );
}

#[test]
fn values_without_bytes_end_by_the_limit() {
    let error = types::Bare::from_bytes(&hex("04000000")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ElementLimit);
    assert_eq!(walked(&hex("04000000"), &Options::DEFAULT), Err(ErrorKind::ElementLimit));
    let error = types::Zs::from_bytes(&hex("02000000 00100000")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ElementLimit);
    // Elements of nested arrays are not read if the bytes cannot hold them.
    let error = types::Boxed::from_bytes(&hex("05000000")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CountTooLarge { count: 16 });
}

#[track_caller]
fn assert_within_limit<T: for<'de> Decode<'de>>(bytes: &[u8]) -> u64 {
    let info = measure(|| drop(black_box(T::from_bytes(black_box(bytes)))));
    let limit = 16 * bytes.len() as u64 + (1 << 20);
    assert!(info.bytes_max <= limit, "{} bytes held for {}", info.bytes_max, bytes.len());
    info.bytes_max
}

#[test]
fn rows_and_records_are_counted() {
    let count = 200_000_u32;
    let mut columns = [8_u32.to_le_bytes(), count.to_le_bytes()].concat();
    columns.resize(8 + 12 * count as usize, 0);
    assert_within_limit::<types::Columns>(&columns);
    let options = Options::DEFAULT.memory(count as usize * (4 + 24 + 24 + 56));
    assert!(types::Columns::from_bytes_with(&columns, &options).is_ok());
    let options = Options::DEFAULT.memory(count as usize * (4 + 24 + 24 + 56) - 1);
    let error = types::Columns::from_bytes_with(&columns, &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MemoryLimit);
    // A record takes 272 bytes in memory for 52 on the wire.
    let wide = [&9_u32.to_le_bytes()[..], &1_u32.to_le_bytes(), &[0; 52]].concat();
    let mut wides = [10_u32, 0x1cb5_c415, 100_000].map(u32::to_le_bytes).concat();
    wides.extend(wide.repeat(100_000));
    let held = assert_within_limit::<types::Wides>(&wides);
    let least = usize::try_from(held).unwrap();
    let read = |limit| types::Wides::from_bytes_with(&wides, &Options::DEFAULT.memory(limit));
    assert!(read(least).is_ok() && read(least - 1).is_err(), "all that is held is counted");
    // The path of a fault is found when the value is no longer held.
    let end = wides.len() - wide.len();
    wides[end..][..4].fill(0xff);
    assert!(assert_within_limit::<types::Wides>(&wides) <= held);
    let error = types::Wides::from_bytes(&wides).unwrap_err();
    assert!(error.to_string().contains("99999"), "{error} has no path");
}

/// The memory of a value decoded from JSON, and its limit.
#[track_caller]
fn assert_json_within_limit(field: &str, item: &str, count: usize) {
    let mut json = String::from("{");
    for name in ["opts", "ints", "longs", "texts"] {
        let items = if name == field { vec![item; count].join(",") } else { String::new() };
        write!(json, r#""{name}":[{items}],"#).unwrap();
    }
    json.pop();
    json.push('}');
    let limit = 16 * json.len() as u64 + 128 * 1024;
    let taken = |info: allocation_counter::AllocationInfo| {
        assert!(info.bytes_max <= limit, "{item}: {} bytes for {}", info.bytes_max, json.len());
    };
    taken(measure(|| {
        _ = black_box(serde_json::from_str::<types::Many>(black_box(&json)));
    }));
    taken(measure(|| {
        _ = black_box(serde_json::from_slice::<types::Many>(black_box(json.as_bytes())));
    }));
    taken(measure(|| {
        _ = black_box(serde_json::from_reader::<_, types::Many>(black_box(json.as_bytes())));
    }));
    if let Ok(value) = serde_json::from_str::<types::Many>(&json) {
        taken(measure(|| drop(black_box(serde_json::to_string(black_box(&value))))));
    }
}

#[test]
fn json_of_generated_types_is_bounded_by_its_text() {
    for count in [8_193, 16_385] {
        for (field, item) in [
            ("opts", "{}"),
            ("opts", r#"{"a":""}"#),
            ("opts", r#"{"_":"opts"}"#),
            ("ints", "[]"),
            ("ints", "[0]"),
            ("ints", "[0,0,0,0,0,0]"),
            ("longs", "0"),
            ("longs", r#""1""#),
            ("texts", r#""""#),
            ("texts", r#""abcdefgh""#),
            ("texts", r#""\n\n""#),
            ("texts", "{}"),
            ("texts", r#"{"a":{"b":[]}}"#),
        ] {
            assert_json_within_limit(field, item, count);
        }
    }
}

#[test]
fn honest_lists_are_read_from_json() {
    let opts = vec![types::Opts { a: Some("text".to_owned()), ..types::Opts::default() }; 10_000];
    let (ints, longs, texts) = (vec![vec![1]; 10_000], vec![], vec![]);
    let many = types::Many { opts, ints, longs, texts };
    let json = serde_json::to_string(&many).unwrap();
    assert_eq!(serde_json::from_str::<types::Many>(&json).unwrap().to_bytes(), many.to_bytes());
}
