//! Nesting: what is legal fits a small stack, and what is not is an error.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod stand_ins;

use stand_ins::{
    enums::RichText,
    types::{TextBold, TextConcat},
};
use std::thread;
use typelang_runtime::{Combinator, Decode, Encode, Error, ErrorKind, Options, VECTOR};

/// `textBold` around `textBold`, `depth` times, around `textEmpty`.
fn nested(depth: usize) -> Vec<u8> {
    let mut bytes = TextBold::ID.to_le_bytes().repeat(depth);
    bytes.extend(RichText::Empty.to_bytes());
    bytes
}

/// Decodes on a thread whose stack has `stack` bytes.
fn decode(bytes: Vec<u8>, options: Options, stack: usize) -> Result<RichText, Error> {
    let run = move || RichText::from_bytes_with(&bytes, &options);
    thread::Builder::new().stack_size(stack).spawn(run).unwrap().join().unwrap()
}

#[test]
fn depth_is_counted_in_values() {
    let options = Options::DEFAULT.depth(3);
    assert!(RichText::from_bytes_with(&nested(2), &options).is_ok());
    let error = RichText::from_bytes_with(&nested(3), &options).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::DepthLimit, 12));
    // Depth is given back: values side by side do not add up.
    let texts = vec![TextBold { text: RichText::Empty }; 5];
    let texts = texts.into_iter().map(|bold| RichText::Bold(Box::new(bold))).collect();
    let flat = RichText::Concat(Box::new(TextConcat { texts }));
    assert_eq!(RichText::from_bytes_with(&flat.to_bytes(), &options), Ok(flat));
}

#[test]
fn deepest_legal_value_fits_a_quarter_of_the_stack() {
    let text = decode(nested(127), Options::DEFAULT, 512 * 1024).unwrap();
    assert_eq!(text.to_bytes(), nested(127));
}

#[test]
fn hundred_thousand_levels_are_an_error() {
    let error = decode(nested(100_000), Options::DEFAULT, 512 * 1024).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::DepthLimit, 128 * 4));
    let level = [TextConcat::ID, VECTOR, 1].map(u32::to_le_bytes);
    let error = decode(level.as_flattened().repeat(100_000), Options::DEFAULT, 512 * 1024);
    assert_eq!(error.unwrap_err().kind(), ErrorKind::DepthLimit);
}
