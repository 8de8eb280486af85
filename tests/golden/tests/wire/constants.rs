//! Numbers on which nothing depends, because constants leave the fields out.

use typelang_golden::constants::{
    SCHEMA,
    types::{
        All, Behind2, Bits, Counted2, Given1, Inner, Kept0, None as Nothing, Part1, Part2, There,
    },
};
use typelang_runtime::{
    Decode, Encode, ErrorKind, FreeBits, Options, Strictness,
    reflect::{Ended, Event, FaultKind, Piece, Root, walk},
};

use super::{assert_exact, hex, words};

/// Asserts that strict options refuse the words, in a decoder and in a walk, and that other options read them
/// as `value`.
#[track_caller]
fn assert_idle<T>(numbers: &[u32], value: &T)
where
    T: for<'de> Decode<'de> + Encode + PartialEq + core::fmt::Debug,
{
    let bytes = hex(&words(numbers));
    assert_eq!(T::from_bytes(&bytes).as_ref(), Ok(value));
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let error = T::from_bytes_with(&bytes, &strict).expect_err("the bits say nothing");
    let is_of_bits = |kind: &ErrorKind| {
        matches!(kind, ErrorKind::UnknownFlags { .. } | ErrorKind::UnusedNumber { .. })
    };
    assert!(is_of_bits(&error.kind()), "{error}");
    let schemas = core::slice::from_ref(SCHEMA.schema().expect("it can be read"));
    let mut ignore = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), core::convert::Infallible>(());
    let walked = walk(schemas, Root::Any, &bytes, &strict, &mut ignore);
    let Err(Ended::Fault(fault)) = walked else { panic!("the walk takes {bytes:x?}") };
    assert!(matches!(fault.kind(), FaultKind::Wire(kind) if is_of_bits(&kind)), "{fault:?}");
}

#[test]
fn bits_of_fields_that_a_constant_leaves_out_say_nothing() {
    let value = All {
        with: Part1 { x: Inner { a: Some(5), b: None }, y: None },
        without: Part2 { y: Some(6) },
    };
    assert_exact(&value, &words(&[7, 2, 1, 1, 5, 2, 2, 6]));
    assert_idle(&[7, 2, 1, 1, 5, 2, 0b1010, 6], &value);
}

#[test]
fn a_number_is_nothing_if_a_constant_leaves_out_all_that_depends_on_it() {
    let value = Nothing { n: Counted2, b: Behind2 { w: Some(8) } };
    assert_exact(&value, &words(&[8, 3, 0, 4, 1, 8]));
    assert_idle(&[8, 3, 1, 4, 1, 8], &value);
    // Bit 2 of `f` says that `n` is present, but no remaining field determines `n`.
    assert_idle(&[8, 3, 0, 4, 0b101, 0, 8], &value);
    assert_idle(&[8, 3, 0, 4, 0b101, 7, 8], &value);
}

#[test]
fn a_constant_says_that_a_number_is_there_whatever_it_is() {
    for (v, numbers) in [(Vec::new(), [9, 5, 0].as_slice()), (vec![7], &[9, 5, 1, 7])] {
        assert_exact(&There { n: Given1 { v } }, &words(numbers));
        let bytes = hex(&words(numbers));
        let strict = Options::DEFAULT.strictness(Strictness::Strict);
        let schemas = core::slice::from_ref(SCHEMA.schema().expect("it can be read"));
        let mut ignore = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), core::convert::Infallible>(());
        assert_eq!(walk(schemas, Root::Any, &bytes, &strict, &mut ignore), Ok(bytes.len()));
    }
}

#[test]
fn kept_bits_are_those_on_which_nothing_may_depend() {
    let k = Kept0 { f: FreeBits::from_bits_truncate(u32::MAX), y: None };
    let value = Bits { k };
    assert_exact(&value, &words(&[10, 6, 0xffff_fff4]));
    assert_idle(&[10, 6, 0xffff_fffd], &value);
}
