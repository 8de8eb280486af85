//! Layer 229 as `build.rs` generated it, and the types that the bytes of vectors and of random values go through.

use typelang_runtime::{
    Decode, Encode, Error, Options, Strictness,
    reflect::{Malformed, Schema},
    serde::{Deserialize, Serialize},
};

/// The generated layer.
pub mod api {
    typelang_runtime::include_tl!();
}

/// The generated layer with text that is borrowed.
pub mod borrowed {
    include!(concat!(env!("OUT_DIR"), "/borrowed/lib.rs"));
}

/// What sending a message needs of the layer, updates and media being kept as bytes.
pub mod subset {
    include!(concat!(env!("OUT_DIR"), "/subset/lib.rs"));
}

/// Decodes all of the bytes as one type and encodes the value again.
pub type RoundTrip = fn(&[u8]) -> Result<Vec<u8>, Error>;

/// Decodes all of the bytes as one type and takes the value through serde, as JSON, which must come back the same.
pub type JsonTrip = fn(&[u8]) -> Result<String, String>;

/// The round trip through a type that borrows.
macro_rules! borrowed {
    ($name:ident, $type:ty) => {
        fn $name(bytes: &[u8]) -> Result<Vec<u8>, Error> {
            let options = Options::DEFAULT.strictness(Strictness::Strict);
            <$type>::from_bytes_with(bytes, &options).map(|value| value.to_bytes())
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/rows.rs"));
include!(concat!(env!("OUT_DIR"), "/combinators.rs"));

/// The layer's schemas in compiled form: the API's, and MTProto's.
const COMPILED: [&[u8]; 2] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/api.tlo")),
    include_bytes!(concat!(env!("OUT_DIR"), "/mtproto.tlo")),
];

/// What was generated for a combinator.
#[derive(Clone, Copy, Debug)]
pub struct Generated {
    /// The combinator's id.
    pub id: u32,
    /// Whether a value takes all bytes that there are: it ends in a query or an object that may be any.
    pub is_open: bool,
    /// What its bytes must go through.
    pub trips: &'static [RoundTrip],
    /// The same types with their text borrowed.
    pub borrowed: &'static [RoundTrip],
    /// The types that implement serde's traits, through JSON.
    pub jsons: &'static [JsonTrip],
}

impl Generated {
    /// What was generated for the combinator with this id; none for what is predefined.
    pub fn find(id: u32) -> Option<&'static Self> {
        let found = GENERATED.binary_search_by_key(&id, |generated| generated.id);
        found.ok().map(|at| &GENERATED[at])
    }
}

/// The layer's schemas, read from their compiled form.
pub fn schemas() -> Result<Vec<Schema>, Malformed> {
    COMPILED.iter().map(|compiled| Schema::from_tlo(compiled)).collect()
}

fn round_trip<T: for<'de> Decode<'de> + Encode + PartialEq + Clone>(
    bytes: &[u8],
) -> Result<Vec<u8>, Error> {
    let value = T::from_bytes(bytes)?;
    let options = Options::DEFAULT.strictness(Strictness::Strict);
    let strict = T::from_bytes_with(bytes, &options)?;
    assert!(value == strict && value == value.clone(), "a value equals itself");
    let again = value.to_bytes();
    assert_eq!(again.len(), value.encoded_len(), "the length is known before");
    Ok(again)
}

fn json_trip<T>(bytes: &[u8]) -> Result<String, String>
where
    T: for<'de> Decode<'de> + Encode + Serialize + for<'de> Deserialize<'de>,
{
    let value = T::from_bytes(bytes).map_err(|error| error.to_string())?;
    let text = serde_json::to_string(&value).map_err(|error| error.to_string())?;
    let again: T = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    if again.to_bytes() == bytes { Ok(text) } else { Err(format!("{text} becomes other bytes")) }
}
