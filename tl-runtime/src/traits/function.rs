//! Calls of methods.

use crate::{
    read::error::Error,
    traits::{decode::Decode, embedded::HasSchema, encode::EncodeBare, method_facts::MethodFacts},
    wire::rpc_error_kind::RpcErrorKind,
};
use alloc::boxed::Box;

/// A call of a method: a value that is sent, with the type that the method returns.
///
/// A wrapper such as `invokeWithLayer` takes its query as a type parameter `X: Function` and returns `X::Response`. The
/// response of nested wrappers therefore has the type of the innermost call.
///
/// A client's own function over all methods needs no other bound:
///
/// ```
/// use typelang_runtime::{Encode, Error, Function};
///
/// fn invoke<R: Function>(
///     request: &R,
///     exchange: impl FnOnce(Vec<u8>) -> Vec<u8>,
/// ) -> Result<R::Response, Error> {
///     request.read_response(&exchange(request.to_bytes()))
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a call of a method",
    label = "expected a method of the schema, or a wrapper around one"
)]
pub trait Function: EncodeBare {
    /// What the method returns.
    type Response: for<'de> Decode<'de>;

    /// What is known of the method beyond the schema: its errors, who can call it, and its first layer.
    #[must_use]
    fn facts() -> MethodFacts {
        MethodFacts::find(Self::Schema::methods(), Self::NAME)
    }

    /// Reads the reply to this call: a boxed [`Function::Response`] and nothing after it.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes`].
    #[inline]
    fn read_response(&self, reply: &[u8]) -> Result<Self::Response, Error> {
        Self::Response::from_bytes(reply)
    }

    /// Whether the method, or the call in a wrapper, is known to return errors of this kind.
    #[doc(hidden)]
    #[must_use]
    fn expects(kind: RpcErrorKind<'_>) -> bool {
        Self::facts().has_error(kind)
    }
}

/// A call of a method whose response may borrow text from the reply.
///
/// It is to types with `&str` and `&[u8]` what [`Function`] is to types that own their text.
pub trait BorrowingFunction: EncodeBare {
    /// What the method returns, with text from a reply that lives as long as `'de`.
    type Response<'de>: Decode<'de>;

    /// The call, with text from a query that lives as long as `'de`; a router reads it.
    type Call<'de>;

    /// What is known of the method beyond the schema: its errors, who can call it, and its first layer.
    #[must_use]
    fn facts() -> MethodFacts {
        MethodFacts::find(Self::Schema::methods(), Self::NAME)
    }

    /// Reads the reply to this call: a boxed [`BorrowingFunction::Response`] and nothing after it.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes`].
    #[inline]
    fn read_response<'de>(&self, reply: &'de [u8]) -> Result<Self::Response<'de>, Error> {
        Self::Response::from_bytes(reply)
    }

    /// Reads the reply to this call into an arena; see [`Decode::from_bytes_in`].
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes_in`].
    #[cfg(feature = "bumpalo")]
    #[inline]
    fn read_response_in<'de>(
        &self,
        reply: &'de [u8],
        arena: &'de bumpalo::Bump,
    ) -> Result<Self::Response<'de>, Error> {
        Self::Response::from_bytes_in(reply, arena)
    }
}

impl<Q: Function> Function for &Q {
    type Response = Q::Response;

    fn expects(kind: RpcErrorKind<'_>) -> bool {
        Q::expects(kind)
    }
}

impl<Q: BorrowingFunction> BorrowingFunction for &Q {
    type Response<'de> = Q::Response<'de>;
    type Call<'de> = Q::Call<'de>;
}

impl<Q: BorrowingFunction> BorrowingFunction for Box<Q> {
    type Response<'de> = Q::Response<'de>;
    type Call<'de> = Q::Call<'de>;
}

impl<Q: Function> Function for Box<Q> {
    type Response = Q::Response;

    fn expects(kind: RpcErrorKind<'_>) -> bool {
        Q::expects(kind)
    }
}
