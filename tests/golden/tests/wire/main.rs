//! The bytes of the generated modules, worked out by hand from the rules of the wire format.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

/// Returns whether a type has a trait: an associated constant of its own comes before one of a trait.
macro_rules! implements {
    ($ty:ty: $($bound:tt)+) => {{
        struct Probe<T>(core::marker::PhantomData<T>);
        #[allow(dead_code, reason = "one of the two constants is used")]
        trait Otherwise {
            const IS_IT: bool = false;
        }
        impl<T> Otherwise for Probe<T> {}
        #[allow(dead_code, reason = "one of the two constants is used")]
        impl<T: $($bound)+> Probe<T> {
            const IS_IT: bool = true;
        }
        Probe::<$ty>::IS_IT
    }};
}

mod arena;
mod arena_library;
mod arena_numbers;
mod arena_router;
mod arena_unknown;
mod bare;
mod borrowed;
mod boxed;
mod constants;
mod conversions;
mod debug;
mod docs;
mod facts;
mod faults;
mod flag_words;
mod flags;
mod foreign;
mod free_words;
mod hashes;
mod kept_bits;
mod kept_bits_of;
mod layers;
mod library;
mod limits;
mod locals;
mod many_values;
mod namespaces;
mod nulls;
mod numbers;
mod objects;
mod only;
mod opaque;
mod opaque_borrowed;
mod optional_parts;
mod optional_parts_in_arena;
mod other_text;
mod parameters;
mod prelude;
mod primitives;
mod recursion;
mod repetitions;
mod requests;
mod responses;
mod rows;
mod serde;
mod shapes;
mod shared_bits;
mod sizes;
mod strict;
mod ton;
mod unknown;
mod vectors;
mod vk;
mod wrappers;

use core::fmt::Debug;

use typelang_runtime::{
    Decode, DisagreementKind, Embedded, Encode, ErrorKind, Function, Options, Strictness,
    reflect::{Ended, Event, FaultKind, Piece, Root, walk},
};

/// Parses bytes in hex; blanks are ignored.
fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text.chars().filter_map(|char| char.to_digit(16)).collect();
    assert!(digits.len().is_multiple_of(8), "{text} is not a whole number of words");
    digits.chunks(2).map(|pair| u8::try_from(pair[0] << 4 | pair[1]).unwrap()).collect()
}

/// Formats numbers as words of the wire.
fn words(numbers: &[u32]) -> String {
    numbers.iter().map(|number| id(*number)).collect()
}

/// Formats an id as bytes in hex.
fn id(id: u32) -> String {
    format!("{:08x}", id.swap_bytes())
}

/// Asserts that `value` is encoded as `bytes` and decoded from them, strictly too, and that nothing shorter
/// or longer is accepted.
#[track_caller]
fn assert_exact<T>(value: &T, bytes: &str)
where
    T: for<'de> Decode<'de> + Encode + PartialEq + Debug,
{
    assert_eq!(value.to_bytes(), hex(bytes), "{value:?}");
    assert_eq!(value.encoded_len(), hex(bytes).len());
    assert_agrees(value, bytes);
}

/// Asserts that encoding a value fails at this path for this reason; buffers stay as they were.
fn assert_refused<T: Encode + Debug>(value: &T, path: &str, kind: DisagreementKind) {
    let refusal = value.try_to_bytes().expect_err("the value disagrees with itself");
    assert_eq!((refusal.path().as_str(), refusal.kind()), (path, kind), "{value:?}");
    let mut buffer = vec![9];
    assert_eq!(value.try_encode_into(&mut buffer), Err(refusal));
    assert_eq!(buffer, [9]);
}

/// Asserts that strict options refuse these bits of a number, which have no meaning, in decoders and in
/// walks.
fn assert_unused<T>(schema: &Embedded, bytes: &[u8], bits: u32, offset: usize)
where
    T: for<'de> Decode<'de> + Debug,
{
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let error = T::from_bytes_with(bytes, &strict).expect_err("the bits say nothing");
    assert_eq!((error.kind(), error.offset()), (ErrorKind::UnusedNumber { bits }, offset));
    let schemas = core::slice::from_ref(schema.schema().expect("it can be read"));
    let mut ignore = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), core::convert::Infallible>(());
    let walked = walk(schemas, Root::Any, bytes, &strict, &mut ignore);
    let Err(Ended::Fault(fault)) = walked else { panic!("the walk takes {bytes:x?}") };
    assert_eq!(fault.kind(), FaultKind::Wire(error.kind()));
    assert_eq!(fault.offset(), offset as u64);
}

/// The number of items differs from what another part says.
fn count(expected: u32, found: usize) -> DisagreementKind {
    DisagreementKind::Count { expected, found }
}

/// The presence of a field differs from what another part says.
fn presence(bit: u8, found: bool) -> DisagreementKind {
    DisagreementKind::Presence { bit, found }
}

/// Like [`assert_exact`], for values whose parts might disagree.
fn assert_agrees<T>(value: &T, bytes: &str)
where
    T: for<'de> Decode<'de> + Encode + PartialEq + Debug,
{
    let bytes = hex(bytes);
    assert_eq!(value.try_to_bytes().as_ref(), Ok(&bytes), "{value:?}");
    let mut buffer = vec![9];
    assert_eq!(value.try_encode_into(&mut buffer), Ok(()));
    assert_eq!(buffer[1..], bytes);
    assert_eq!(T::from_bytes(&bytes).as_ref(), Ok(value));
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    assert_eq!(T::from_bytes_with(&bytes, &strict).as_ref(), Ok(value));
    for len in 0..bytes.len() {
        assert!(T::from_bytes(&bytes[..len]).is_err(), "{len} bytes are enough for {value:?}");
    }
    assert!(T::from_bytes(&[bytes.as_slice(), &[0; 4]].concat()).is_err());
}

/// Compiles if `F` returns `R`.
const fn returns<F: Function<Response = R>, R>() {}
