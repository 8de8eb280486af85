//! Sends typelang's calls through grammers.
//!
//! grammers' `invoke` accepts any type that implements its trait `RemoteCall`. [`Call`] implements it for
//! every method that typelang generates, and [`Reply`] holds the typed response:
//!
//! ```no_run
//! # use bridge_grammers::Call;
//! # use grammers_mtsender::{InvocationError, SenderPoolHandle};
//! # use typelang_telegram::functions::help::GetNearestDc;
//! # async fn ask(pool: SenderPoolHandle) -> Result<(), InvocationError> {
//! let nearest = pool.invoke_in_dc(2, &Call(GetNearestDc {})).await?.0;
//! println!("{}", nearest.country);
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]

use grammers_tl_types::{
    Cursor, Deserializable, RemoteCall, Serializable,
    deserialize::{Error, Result},
};
use typelang_runtime::{Decode, Encode, ErrorKind, Function};

/// A typelang call in the form that grammers accepts.
#[derive(Clone, Debug)]
pub struct Call<F>(pub F);

/// A typelang response in the form that grammers returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply<R>(pub R);

impl<F: Encode> Serializable for Call<F> {
    fn serialize(&self, buffer: &mut impl Extend<u8>) {
        buffer.extend(self.0.to_bytes());
    }
}

impl<F> RemoteCall for Call<F>
where
    F: Function,
    F::Response: for<'de> Decode<'de>,
{
    type Return = Reply<F::Response>;
}

impl<R: for<'de> Decode<'de>> Deserializable for Reply<R> {
    fn deserialize(buffer: &mut Cursor<'_>) -> Result<Self> {
        let mut bytes = Vec::new();
        buffer.read_to_end(&mut bytes)?;
        Self::from_bytes(&bytes)
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self> {
        R::from_bytes(bytes).map(Self).map_err(|error| error_of(&error))
    }
}

/// Converts one of grammers' enums to typelang's type of the same name, by its bytes.
///
/// A struct of `grammers_tl_types::types` is written without its id; wrap it in its enum with `into()` first.
///
/// # Errors
///
/// The fault of the bytes, if the two crates have different layers.
pub fn from_grammers<T: for<'de> Decode<'de>>(
    value: &impl Serializable,
) -> core::result::Result<T, typelang_runtime::Error> {
    T::from_bytes(&value.to_bytes())
}

/// Converts a value of typelang to grammers' enum of the same name, by its bytes.
///
/// # Errors
///
/// The fault of the bytes, if the two crates have different layers.
pub fn to_grammers<G: Deserializable>(value: &impl Encode) -> Result<G> {
    G::from_bytes(&value.to_bytes())
}

/// Maps an error to the closer of grammers' two errors.
fn error_of(error: &typelang_runtime::Error) -> Error {
    match (error.kind(), error.found_id()) {
        (ErrorKind::UnexpectedEnd { .. }, _) | (_, None) => Error::UnexpectedEof,
        (_, Some(id)) => Error::UnexpectedConstructor { id },
    }
}
