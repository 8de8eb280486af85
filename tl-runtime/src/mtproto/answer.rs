//! Answers, typed.

use super::{GzipPacked, RpcError};
use crate::{Combinator, Decode, Error, ObjectRef, Options};
use core::fmt;

/// What there is instead of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerError {
    /// The server says that the call failed.
    Rpc(RpcError),
    /// The bytes are no answer.
    Decode(Error),
}

/// Reads an answer that is an `R`, or an `rpc_error`, or either of them packed.
pub(super) fn read<R: for<'de> Decode<'de>>(
    bytes: &[u8],
    options: &Options,
) -> Result<R, AnswerError> {
    let object = ObjectRef::new(bytes);
    if object.id() == <GzipPacked as Combinator>::ID {
        return packed(object, options);
    }
    plain(object, options)
}

fn plain<R: for<'de> Decode<'de>>(
    object: ObjectRef<'_>,
    options: &Options,
) -> Result<R, AnswerError> {
    if object.id() == RpcError::ID {
        return Err(AnswerError::Rpc(object.decode_with(options)?));
    }
    Ok(object.decode_with(options)?)
}

#[cfg(feature = "gzip")]
fn packed<R: for<'de> Decode<'de>>(
    object: ObjectRef<'_>,
    options: &Options,
) -> Result<R, AnswerError> {
    let packed: GzipPacked<&[u8]> = object.decode_with(options)?;
    plain(packed.unpack_with(options)?.borrowed(), options)
}

#[cfg(not(feature = "gzip"))]
fn packed<R>(_: ObjectRef<'_>, _: &Options) -> Result<R, AnswerError> {
    Err(Error::new(crate::ErrorKind::Compressed, 0, "an answer").into())
}

impl From<Error> for AnswerError {
    fn from(error: Error) -> Self {
        Self::Decode(error)
    }
}

impl From<RpcError> for AnswerError {
    fn from(error: RpcError) -> Self {
        Self::Rpc(error)
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rpc(error) => write!(f, "the server answered {error}"),
            Self::Decode(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for AnswerError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Rpc(error) => Some(error),
            // Its words are the message already.
            Self::Decode(_) => None,
        }
    }
}
