//! The answer to a call.

#[cfg(feature = "bumpalo")]
use crate::traits::function::BorrowingFunction;
use crate::{
    mtproto::answer::{self, AnswerError},
    read::{options::Options, reader::Reader},
    traits::{
        combinator::{Combinator, Declared},
        decode::{Decode, DecodeBare},
        encode::{Encode, EncodeBare},
        function::Function,
    },
    types::object::Object,
    write::writer::Writer,
};
use alloc::borrow::Cow;

/// The answer to a call: the response of its method or an [`RpcError`](super::RpcError), possibly in a
/// [`GzipPacked`](super::GzipPacked).
///
/// ```text
/// rpc_result#f35c6d01 req_msg_id:long result:Object = RpcResult;
/// ```
///
/// A client learns the type of the result from the request that is answered. Read an `RpcResult<ObjectRef>` first, find
/// the request by [`RpcResult::req_msg_id`], and then read the response with [`RpcResult::answer_to`]. See the example
/// in [`mtproto`](super).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RpcResult<T = Object> {
    /// The id of the message that contained the call.
    pub req_msg_id: i64,
    /// The boxed response or error.
    pub result: T,
}

impl<T: AsRef<[u8]>> RpcResult<T> {
    /// Reads the result as the response to `request`.
    ///
    /// # Errors
    /// The same as [`RpcResult::answer_as`].
    pub fn answer_to<F: Function + ?Sized>(&self, request: &F) -> Result<F::Response, AnswerError> {
        // Only the type is needed; taking the value saves the caller from spelling it.
        _ = request;
        self.answer_as()
    }

    /// Reads the result as an `R`.
    ///
    /// # Errors
    /// [`AnswerError::Rpc`] if the result is an `rpc_error`, or [`AnswerError::Decode`] if it cannot be read.
    pub fn answer_as<R: for<'de> Decode<'de>>(&self) -> Result<R, AnswerError> {
        self.answer_with(&Options::DEFAULT)
    }

    /// Reads the result as an `R`, with `options`.
    ///
    /// # Errors
    /// The same as [`RpcResult::answer_as`]. Offsets count from the start of the result, or of the unpacked data.
    pub fn answer_with<R: for<'de> Decode<'de>>(
        &self,
        options: &Options,
    ) -> Result<R, AnswerError> {
        let response = self.response_bytes(options)?;
        Ok(R::from_bytes_with(&response, options)?)
    }

    /// Reads the result as the response to `request`, into `arena`. Text lies in the result, or in the arena if it was
    /// packed.
    ///
    /// # Errors
    /// The same as [`RpcResult::answer_as`].
    #[cfg(feature = "bumpalo")]
    pub fn answer_in<'de, F: BorrowingFunction + ?Sized>(
        &'de self,
        request: &F,
        arena: &'de bumpalo::Bump,
    ) -> Result<F::Response<'de>, AnswerError> {
        self.answer_in_with(request, arena, &Options::DEFAULT)
    }

    /// Reads the result as the response to `request`, into `arena` and with `options`.
    ///
    /// # Errors
    /// The same as [`RpcResult::answer_with`].
    #[cfg(feature = "bumpalo")]
    pub fn answer_in_with<'de, F: BorrowingFunction + ?Sized>(
        &'de self,
        request: &F,
        arena: &'de bumpalo::Bump,
        options: &Options,
    ) -> Result<F::Response<'de>, AnswerError> {
        _ = request;
        Ok(match self.response_bytes(options)? {
            Cow::Borrowed(bytes) => F::Response::from_bytes_in_with(bytes, arena, options)?,
            Cow::Owned(bytes) => F::Response::copied_in_with(&bytes, arena, options)?,
        })
    }

    /// The bytes of the response, unpacked if necessary. Use it for types that borrow from the response.
    ///
    /// # Errors
    /// The same as [`RpcResult::answer_as`], except that the response itself is not read.
    pub fn response_bytes(&self, options: &Options) -> Result<Cow<'_, [u8]>, AnswerError> {
        answer::response(self.result.as_ref(), options)
    }
}

impl<T> Combinator for RpcResult<T> {
    type Schema = ();
    const DECLARED: Declared = Declared { id: 0xf35c_6d01, name: "rpc_result", min_len: 8 };
}

impl<T: Encode> EncodeBare for RpcResult<T> {
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.long(self.req_msg_id);
        out.value(&self.result);
    }
}

impl<'de, T: Decode<'de>> DecodeBare<'de> for RpcResult<T> {
    const MIN_LEN: usize = 8 + T::MIN_LEN;
    const NEEDS_ARENA: bool = T::NEEDS_ARENA;

    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        Self { req_msg_id: reader.long(), result: reader.read() }
    }
}
