//! Reading a response out of an `rpc_result`.

#[cfg(feature = "gzip")]
use crate::types::object::Object;
use crate::{
    mtproto::{gzip_packed::GzipPacked, rpc_error::RpcError},
    read::{error::Error, options::Options},
    traits::combinator::Combinator,
    types::object_ref::ObjectRef,
};
use alloc::{borrow::Cow, vec::Vec};
use core::fmt;

/// Why an answer has no response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerError {
    /// The server returned an error.
    Rpc(RpcError),
    /// The bytes cannot be read.
    Decode(Error),
}

/// The bytes of the response in an answer, unpacked, or the `rpc_error` in it.
#[inline]
pub(super) fn response<'a>(
    answer: &'a [u8],
    options: &Options,
) -> Result<Cow<'a, [u8]>, AnswerError> {
    let object = ObjectRef::new(answer);
    let bytes = if object.id() == <GzipPacked as Combinator>::ID {
        Cow::Owned(unpack(object, options)?)
    } else {
        Cow::Borrowed(answer)
    };
    let object = ObjectRef::new(&bytes);
    if object.id() == RpcError::ID {
        return Err(AnswerError::Rpc(object.decode_with(options)?));
    }
    Ok(bytes)
}

#[cfg(feature = "gzip")]
#[inline]
fn unpack(object: ObjectRef<'_>, options: &Options) -> Result<Vec<u8>, Error> {
    let packed: GzipPacked<&[u8]> = object.decode_with(options)?;
    packed.unpack_with(options).map(Object::into_bytes)
}

#[cfg(not(feature = "gzip"))]
#[inline]
fn unpack(_: ObjectRef<'_>, _: &Options) -> Result<Vec<u8>, Error> {
    Err(Error::new(crate::ErrorKind::Compressed, 0, "an answer"))
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
    #[inline]
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
            // The message already contains its text.
            Self::Decode(_) => None,
        }
    }
}
