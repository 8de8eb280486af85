//! Values of the library's own types and their exact bytes, both ways.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::fmt::Debug;
use typelang_runtime::{
    Decode, Encode, ErrorKind, Object, Options, Reader, Strictness, Writer, tl::same,
};

/// The value is written as `hex`, read back from it strictly, and no part of `hex` is a value.
#[track_caller]
fn check<T: Encode + for<'de> Decode<'de> + Debug>(value: &T, hex: &str) {
    let expected = unhex(hex);
    assert_eq!(value.to_bytes(), expected);
    assert_eq!(value.encoded_len(), expected.len());
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let read = T::from_bytes_with(&expected, &strict).unwrap();
    assert!(same(&read, value), "{read:?} is not {value:?}");
    assert!(T::MIN_LEN <= expected.len());
    for len in 0..expected.len() {
        let error = T::from_bytes(&expected[..len]).unwrap_err();
        assert!(error.offset() <= len);
    }
    let more = [&expected[..], &[1, 2]].concat();
    let (_, rest) = T::from_prefix(&more).unwrap();
    assert_eq!(rest, [1, 2]);
}

fn unhex(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    let pairs = digits.chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

#[test]
fn numbers() {
    check(&5_i32, "05000000");
    check(&-1_i32, "ffffffff");
    check(&i32::MAX, "ffffff7f");
    check(&u32::MAX, "ffffffff");
    check(&-2_i64, "feffffff ffffffff");
    check(&0x0102_0304_0506_0708_i64, "08070605 04030201");
    check(&1.0_f64, "00000000 0000f03f");
    check(&-0.0_f64, "00000000 00000080");
    check(&std::f64::consts::PI, "182d4454 fb210940");
    check(&f64::NAN, "00000000 0000f87f");
    check(&f64::from_bits(0x7ff4_0000_0000_0001), "01000000 0000f47f");
    check(&std::f32::consts::PI, "db0f4940");
}

#[test]
fn raw_integers_keep_their_order() {
    let hex = "00010203 04050607 08090a0b 0c0d0e0f 10111213 14151617 18191a1b 1c1d1e1f";
    let bytes: [u8; 32] = std::array::from_fn(|i| u8::try_from(i).unwrap());
    check::<[u8; 16]>(bytes.first_chunk().unwrap(), &hex[..35]);
    check(&bytes, hex);
    check::<[u8; 64]>([bytes; 2].as_flattened().first_chunk().unwrap(), &hex.repeat(2));
}

#[test]
fn bool_is_boxed() {
    check(&true, "b5757299");
    check(&false, "379779bc");
    let error = bool::from_bytes(&1_i32.to_bytes()).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::UnknownId { found: 1 }, 0));
}

#[test]
fn strings() {
    check(&String::new(), "00000000");
    check(&"a".to_owned(), "01610000");
    check(&"abc".to_owned(), "03616263");
    check(&"abcd".to_owned(), "04616263 64000000");
    check(&"Telegram".to_owned(), "0854656c 65677261 6d000000");
    check(&"é".to_owned(), "02c3a900");
    check(&vec![0xde_u8, 0xad, 0xbe, 0xef], "04deadbe ef000000");
}

#[test]
fn string_lengths_have_three_forms() {
    let head = |len: usize| vec![b'x'; len].to_bytes();
    assert_eq!(head(253)[..4], [0xfd, b'x', b'x', b'x']);
    assert_eq!(head(254)[..4], [0xfe, 0xfe, 0, 0]);
    assert_eq!(head(256)[..4], [0xfe, 0, 1, 0]);
    assert_eq!(head(0xff_ffff)[..4], [0xfe, 0xff, 0xff, 0xff]);
    assert_eq!(head(0x100_0000)[..9], [0xff, 0, 0, 0, 1, 0, 0, 0, b'x']);
    assert_eq!(head(0x100_0001)[..9], [0xff, 1, 0, 0, 1, 0, 0, 0, b'x']);
    for (len, whole) in [(253, 256), (254, 260), (255, 260), (256, 260), (257, 264)] {
        assert_eq!(head(len).len(), whole);
    }
    assert_eq!(head(0xff_ffff).len(), 16_777_220);
    assert_eq!(head(0x100_0000).len(), 16_777_224);
    assert_eq!(head(0x100_0001).len(), 16_777_228);
}

#[test]
fn strings_are_the_same_whatever_room_the_vector_has() {
    for len in 0..=260_usize {
        let text: Vec<u8> = (1..=u8::MAX).cycle().take(len).collect();
        let bytes = text.to_bytes();
        assert_eq!(bytes.len() % 4, 0);
        for room in 0..len + 9 {
            let mut out = Vec::with_capacity(room + 2);
            out.extend([7, 8]);
            text.encode_into(&mut out);
            assert_eq!(out[..2], [7, 8]);
            assert_eq!(out[2..], bytes, "{len} bytes, room for {room}");
        }
    }
}

#[test]
fn strings_of_every_length_come_back() {
    let data: Vec<u8> = (0..=250).cycle().take(0x100_0005).collect();
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    for len in (0..1100).chain([65_535, 65_536, 0xff_ffff, 0x100_0000, 0x100_0003]) {
        let value = &data[..len];
        let bytes = value.to_bytes();
        assert_eq!(bytes.len(), value.encoded_len());
        assert_eq!(bytes.len() % 4, 0);
        assert_eq!(<&[u8]>::from_bytes_with(&bytes, &strict), Ok(value));
        assert!(<&[u8]>::from_bytes(&bytes[..bytes.len() - 1]).is_err());
        // A vector with room to spare takes another path than one without.
        let mut roomy = Vec::with_capacity(bytes.len() + 64);
        value.encode_into(&mut roomy);
        assert_eq!(roomy, bytes);
        let mut slice = vec![7; bytes.len()];
        assert_eq!(value.encode_to_slice(&mut slice), Ok(bytes.len()));
        assert_eq!(slice, bytes);
    }
}

#[test]
fn vectors() {
    check(&vec![1_i32, 2, 3], "15c4b51c 03000000 01000000 02000000 03000000");
    check(&Vec::<i64>::new(), "15c4b51c 00000000");
    check(&vec!["a".to_owned(), "bcde".to_owned()], "15c4b51c 02000000 01610000 04626364 65000000");
    check(&vec![true, false], "15c4b51c 02000000 b5757299 379779bc");
    check(
        &vec![vec![1_i32], vec![]],
        "15c4b51c 02000000 15c4b51c 01000000 01000000 15c4b51c 00000000",
    );
    check(&vec![[7_u8; 16]], "15c4b51c 01000000 07070707 07070707 07070707 07070707");
}

#[test]
fn bare_vectors_and_elements() {
    let rows = vec![vec![1_i32], vec![]];
    let mut out = Writer::new();
    out.bare_vector_with(&rows, |out, row| out.bare_vector(row));
    let bytes = out.into_bytes();
    assert_eq!(bytes, unhex("02000000 01000000 01000000 00000000"));
    let mut reader = Reader::new(&bytes);
    assert_eq!(reader.bare_vector_with(4, Reader::bare_vector::<i32>), rows);
    assert_eq!(reader.finish(), Ok(()));

    let mut out = Writer::new();
    out.vector_with(&rows, |out, row| out.bare_vector(row));
    let boxed = out.into_bytes();
    assert_eq!(boxed, unhex("15c4b51c 02000000 01000000 01000000 00000000"));
    let mut reader = Reader::new(&boxed);
    assert_eq!(reader.vector_with(4, Reader::bare_vector::<i32>), rows);
    assert_eq!(reader.finish(), Ok(()));
}

#[test]
fn repetitions_have_no_count() {
    let rows = [(1, "a".to_owned()), (2, "b".to_owned())];
    let mut out = Writer::new();
    out.repeat_with(&rows, |out, (k, v)| {
        out.int(*k);
        out.string(v);
    });
    let bytes = out.into_bytes();
    assert_eq!(bytes, unhex("01000000 01610000 02000000 01620000"));
    let mut reader = Reader::new(&bytes);
    assert_eq!(reader.repeat_with(2, 8, |reader| (reader.int(), reader.string())), rows);
    assert_eq!(reader.finish(), Ok(()));
    let mut reader = Reader::new(&bytes);
    assert_eq!(reader.repeat::<i64>(3), [0_i64; 0]);
    let kind = reader.finish().unwrap_err().kind();
    assert_eq!(kind, ErrorKind::CountTooLarge { count: 3 });
}

#[test]
fn long_vectors_of_numbers_come_back() {
    for len in [0, 1, 64, 65, 511, 512, 513, 1024, 1025] {
        let longs: Vec<i64> = (0..len).map(|i| i * -0x0123_4567_89ab).collect();
        assert_eq!(Vec::<i64>::from_bytes(&longs.to_bytes()), Ok(longs.clone()));
        let mut one_by_one = Writer::new();
        one_by_one.vector_with(&longs, |out, long| out.long(*long));
        assert_eq!(one_by_one.as_bytes(), longs.to_bytes());
        let hashes: Vec<[u8; 32]> = (0..=250).cycle().take(longs.len()).map(|i| [i; 32]).collect();
        assert_eq!(Vec::<[u8; 32]>::from_bytes(&hashes.to_bytes()), Ok(hashes));
    }
}

#[test]
fn text_and_bytes_are_borrowed_from_the_input() {
    let bytes = vec!["ab", "c"].to_bytes();
    let texts = Vec::<&str>::from_bytes(&bytes).unwrap();
    assert_eq!(texts, ["ab", "c"]);
    assert!(bytes.as_ptr_range().contains(&texts[0].as_ptr()));
}

#[test]
fn objects_take_the_rest_or_their_size() {
    let rest = [true.to_bytes(), 1_i32.to_bytes()].concat();
    let object = Object::from_bytes(&rest).unwrap();
    assert_eq!((object.id(), object.len()), (0x9972_75b5, 8));
    assert_eq!(object.to_bytes(), rest);
    assert!(Object::from_bytes(&rest[..3]).is_err());

    let mut reader = Reader::new(&rest);
    assert_eq!(reader.sized_object(4).decode_as::<bool>(), Ok(true));
    assert_eq!(reader.int(), 1);
    for length in [-1, 0, 3, 6, 12] {
        let mut reader = Reader::new(&rest);
        assert_eq!(reader.sized_object(length), Object::default());
        assert!(reader.failed(), "{length}");
    }
}
