//! TON's schemas as `build.rs` generated them, and the types for each vector.

use typelang_runtime::{Bump, Decode, Encode, Error, Options, Strictness};

/// The generated schemas, one module each.
pub mod api {
    typelang_runtime::include_tl!();
}

/// The generated schemas with all parts of a value in one arena.
pub mod arena {
    include!(concat!(env!("OUT_DIR"), "/arena/lib.rs"));
}

use api::{lite_api, ton_api, tonlib_api};

/// Decodes all of the bytes as one type and encodes the value again.
pub type RoundTrip = fn(&[u8]) -> Result<Vec<u8>, Error>;

/// The round trip through a type whose values lie in an arena, with text in the input and in the arena.
macro_rules! arena {
    ($name:ident, $type:ty) => {
        fn $name(bytes: &[u8]) -> Result<Vec<u8>, Error> {
            let (options, arena) = (Options::DEFAULT.strictness(Strictness::Strict), Bump::new());
            let value = <$type>::from_bytes_in_with(bytes, &arena, &options)?;
            Ok(in_arena(value, <$type>::copied_in(bytes, &arena)?))
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/rows.rs"));

/// Returns the bytes of a value that was read twice.
fn in_arena<T: Encode + PartialEq>(value: T, copied: T) -> Vec<u8> {
    assert!(value == copied, "a value is equal to its copy");
    value.to_bytes()
}

fn round_trip<T: for<'de> Decode<'de> + Encode + PartialEq + Clone>(
    bytes: &[u8],
) -> Result<Vec<u8>, Error> {
    let value = T::from_bytes(bytes)?;
    // Bits on which no field depends are data, so a strict reader accepts them too.
    let options = Options::DEFAULT.strictness(Strictness::Strict);
    let strict = T::from_bytes_with(bytes, &options)?;
    assert!(value == strict && value == value.clone(), "a value equals itself");
    let again = value.to_bytes();
    assert_eq!(again.len(), value.encoded_len(), "the length is known before");
    Ok(again)
}
