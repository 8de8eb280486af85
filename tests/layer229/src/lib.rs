//! Layer 229 as `build.rs` generated it, and the types for the bytes of vectors and random values.

use typelang_runtime::{
    Bump, Decode, Encode, Error, Options, Strictness,
    reflect::{Malformed, Schema},
    serde::{Deserialize, Serialize},
};

/// The generated layer.
pub mod api {
    typelang_runtime::include_tl!();
}

/// The generated layer with borrowed text.
pub mod borrowed {
    include!(concat!(env!("OUT_DIR"), "/borrowed/lib.rs"));
}

/// The generated layer with all parts of a value in one arena.
pub mod arena {
    include!(concat!(env!("OUT_DIR"), "/arena/lib.rs"));
}

/// The part of the layer for sending a message, with opaque updates and media.
pub mod subset {
    include!(concat!(env!("OUT_DIR"), "/subset/lib.rs"));
}

/// Decodes all of the bytes as one type and encodes the value again.
pub type RoundTrip = fn(&[u8]) -> Result<Vec<u8>, Error>;

/// Decodes all of the bytes as one type, and converts the value to JSON and back with serde, which must not
/// change it.
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
include!(concat!(env!("OUT_DIR"), "/combinators.rs"));

/// The layer's schemas in compiled form: the API's and MTProto's.
const COMPILED: [&[u8]; 2] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/api.tlo")),
    include_bytes!(concat!(env!("OUT_DIR"), "/mtproto.tlo")),
];

/// The generated code for a combinator.
#[derive(Clone, Copy, Debug)]
pub struct Generated {
    /// The combinator's id.
    pub id: u32,
    /// Whether a value takes all remaining bytes: it ends in a query or an arbitrary object.
    pub is_open: bool,
    /// The types for its bytes.
    pub trips: &'static [RoundTrip],
    /// The same types with borrowed text, and with all parts in one arena.
    pub borrowed: &'static [RoundTrip],
    /// The types that implement serde's traits, through JSON.
    pub jsons: &'static [JsonTrip],
}

impl Generated {
    /// Returns the generated code for the combinator with this id; `None` if it is predefined.
    pub fn find(id: u32) -> Option<&'static Self> {
        let found = GENERATED.binary_search_by_key(&id, |generated| generated.id);
        found.ok().map(|at| &GENERATED[at])
    }
}

/// Returns the layer's schemas, read from their compiled form.
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

/// Returns the bytes of a value that was read twice.
fn in_arena<T: Encode + PartialEq>(value: T, copied: T) -> Vec<u8> {
    assert!(value == copied, "a value is equal to its copy");
    value.to_bytes()
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
