//! TON's schemas as `build.rs` generated them, and the types for each vector.

use typelang_runtime::{Decode, Encode, Error, Options, Strictness};

/// The generated schemas, one module each.
pub mod api {
    typelang_runtime::include_tl!();
}

use api::{lite_api, ton_api, tonlib_api};

/// Decodes all of the bytes as one type and encodes the value again.
pub type RoundTrip = fn(&[u8]) -> Result<Vec<u8>, Error>;

include!(concat!(env!("OUT_DIR"), "/rows.rs"));

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
