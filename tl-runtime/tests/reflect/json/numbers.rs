//! Numbers that become JSON and come back with the same bits, and what is no number.

use std::{
    num::NonZero,
    sync::atomic::{AtomicU32, Ordering::Relaxed},
    thread,
};

use serde_json::Value;
use typelang_runtime::{
    Options,
    reflect::{
        Root, Schema,
        json::{Form, JsonWriter, encode, encode_text},
        walk,
    },
};

use crate::support::schema;

const NUMBER: &str = "$serde_json::private::Number";

fn points() -> [Schema; 1] {
    [schema(
        "float ? = Float; double ? = Double; int ? = Int; long ? = Long; \
         pt#00000001 x:float = Pt; pd#00000002 x:double = Pd; pi#00000003 x:int = Pi; pl#00000004 x:long = Pl; \
         vector#1cb5c415 {t:Type} # [ t ] = Vector t; ps#00000005 x:Vector<float> = Ps;",
    )]
}

/// The bits of a number that was written as JSON and read again.
fn again<const N: usize>(schemas: &[Schema], id: u32, bits: [u8; N], json: &mut String) -> [u8; N] {
    let bytes = [&id.to_le_bytes()[..], &bits].concat();
    json.clear();
    let mut writer = JsonWriter::new(json, schemas, Form::default());
    walk(schemas, Root::Any, &bytes, &Options::DEFAULT, &mut writer).unwrap();
    let read = encode_text(schemas, Root::Any, json, Form::default()).expect(json);
    read[4..].try_into().unwrap()
}

fn float_survives(schemas: &[Schema], bits: u32, json: &mut String) {
    let read = u32::from_le_bytes(again(schemas, 1, bits.to_le_bytes(), json));
    assert_eq!(read, bits, "{bits:08x} became {read:08x} by {json}");
}

fn double_survives(schemas: &[Schema], bits: u64, json: &mut String) {
    let read = u64::from_le_bytes(again(schemas, 2, bits.to_le_bytes(), json));
    assert_eq!(read, bits, "{bits:016x} became {read:016x} by {json}");
}

#[test]
fn floats_of_all_exponents_survive() {
    let (schemas, mut json) = (points(), String::new());
    // Twice rounded, the first is its neighbour.
    for bits in [0x15ae_43fd, 0x0000_0001, 0x007f_ffff, 0x0080_0000, 0x7f7f_ffff, 0x7f80_0000] {
        for bits in [bits, bits | 1 << 31] {
            float_survives(&schemas, bits, &mut json);
        }
    }
    for exponent in 0..=255_u32 {
        for fraction in [0, 1, 2, 0x40_0000, 0x3f_ffff, 0x7f_ffff, 0x2e_43fd, 0x12_3456] {
            float_survives(&schemas, exponent << 23 | fraction, &mut json);
        }
    }
    let mut bits = 1_u32;
    for _ in 0..20_000 {
        bits = bits.wrapping_mul(0x0019_660d).wrapping_add(0x3c6e_f35f);
        float_survives(&schemas, bits, &mut json);
    }
}

/// The number of floats in one vector. Most of the time then goes into the floats.
const AT_ONCE: u32 = 1 << 12;

/// Writes the floats that begin with these bits as JSON, and reads them again.
fn floats_survive(schemas: &[Schema], from: u32, json: &mut String) {
    let floats = from..=from + (AT_ONCE - 1);
    let head = [5_u32, 0x1cb5_c415, AT_ONCE];
    let bytes: Vec<u8> = head.into_iter().chain(floats).flat_map(u32::to_le_bytes).collect();
    json.clear();
    let mut writer = JsonWriter::new(json, schemas, Form::default());
    walk(schemas, Root::Any, &bytes, &Options::DEFAULT, &mut writer).unwrap();
    let read = encode_text(schemas, Root::Any, json, Form::default()).unwrap();
    if read != bytes {
        (0..AT_ONCE).for_each(|at| float_survives(schemas, from + at, json));
        panic!("the floats from {from:08x} survive only one by one");
    }
}

#[test]
#[ignore = "takes a quarter of an hour of one core with `--release`"]
fn all_floats_survive() {
    let next = AtomicU32::new(0);
    let work = || {
        let (schemas, mut json) = (points(), String::new());
        let mut done = 0_u32;
        loop {
            let block = next.fetch_add(1, Relaxed);
            let Some(from) = block.checked_mul(AT_ONCE) else { return done };
            floats_survive(&schemas, from, &mut json);
            done += 1;
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let blocks: u32 = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert_eq!(u64::from(blocks) * u64::from(AT_ONCE), 1 << 32);
}

#[test]
fn doubles_of_all_exponents_survive() {
    let (schemas, mut json) = (points(), String::new());
    for exponent in 0..=2047_u64 {
        for fraction in [0, 1, 1 << 51, (1 << 52) - 1, 0x5_0123_4567_89ab] {
            double_survives(&schemas, exponent << 52 | fraction, &mut json);
            double_survives(&schemas, 1 << 63 | exponent << 52 | fraction, &mut json);
        }
    }
    let mut bits = 1_u64;
    for _ in 0..5_000 {
        bits = bits.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        double_survives(&schemas, bits, &mut json);
    }
}

/// The bits that a float has by its text.
fn float(text: &str) -> u32 {
    let json = format!(r#"{{"_":"pt","x":{text}}}"#);
    let bytes = encode_text(&points(), Root::Any, &json, Form::default()).expect(&json);
    u32::from_le_bytes(bytes[4..].try_into().unwrap())
}

#[test]
fn the_shortest_text_of_a_float_is_that_float_whoever_wrote_it() {
    assert_eq!(float("7.038531e-26"), 0x15ae_43fd);
    assert_eq!(float("-7.038531e-26"), 0x95ae_43fd);
    // A double in the middle that is no float's shortest text goes to the even one, and others to the nearest.
    assert_eq!(float("1.000000059604644775390625"), 0x3f80_0000);
    assert_eq!(float("1.000000178813934326171875"), 0x3f80_0002);
    assert_eq!(float("1.0000001"), 0x3f80_0001);
    assert_eq!(float("1e-46"), 0);
    assert_eq!(float("1e-45"), 1);
    assert_eq!(float("3"), 0x4040_0000);
    assert_eq!(float("18446744073709551615"), 0x5f80_0000);
    let refused = encode_text(&points(), Root::Any, r#"{"_":"pt","x":1e39}"#, Form::default());
    assert!(refused.unwrap_err().to_string().ends_with("a number that a float can hold"));
}

#[test]
fn integers_are_read_whole() {
    let read = |name: &str, text: &str| {
        let json = format!(r#"{{"_":"{name}","x":{text}}}"#);
        encode_text(&points(), Root::Any, &json, Form::default()).map(|bytes| bytes[4..].to_vec())
    };
    for value in [0, 1, 127, 128, 16_383, 16_384, i64::MAX, -1, -128, -129, i64::MIN] {
        assert_eq!(read("pl", &value.to_string()), Ok(value.to_le_bytes().to_vec()));
    }
    assert!(read("pl", "9223372036854775808").is_err());
    assert!(read("pl", "1e3").is_ok() && read("pl", "1.5").is_err() && read("pi", "1e10").is_err());
    assert_eq!(read("pi", "2e3"), Ok(2000_i32.to_le_bytes().to_vec()));
    assert_eq!(read("pd", "-0"), Ok((-0.0_f64).to_le_bytes().to_vec()));
    assert_eq!(read("pd", "18446744073709551615"), Ok((2_f64).powi(64).to_le_bytes().to_vec()));
}

#[test]
fn an_object_with_the_key_of_a_number_is_an_object() {
    for text in [r#""1""#, "1", r#""\u0031""#, "null", "{}"] {
        let json = format!(r#"{{"_":"pi","x":{{"{NUMBER}":{text}}}}}"#);
        let refusal = encode_text(&points(), Root::Any, &json, Form::default()).unwrap_err();
        assert!(refusal.to_string().ends_with("found an object"), "{refusal}");
        let value: Value = serde_json::from_str(&json).unwrap();
        let refusal = encode(&points(), Root::Any, &value, Form::default()).unwrap_err();
        assert!(refusal.to_string().ends_with("found an object"), "{refusal}");
    }
}
