//! Combinators, and the functions among them.

use crate::{
    read::error::Error,
    traits::{decode::Decode, encode::EncodeBare},
};
use alloc::boxed::Box;

/// A call of a remote method: a combinator of the schema's functions.
///
/// Wrappers such as `invokeWithLayer` take their query as a type parameter `X: Function` and answer with
/// `X::Response`, so a response has the innermost call's type however deep the nesting.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a call of a method",
    label = "a method of the schema is wanted here, or a wrapper around one"
)]
pub trait Function: EncodeBare {
    /// What the method returns.
    type Response;

    /// Reads the reply to this call: a boxed value of [`Function::Response`], and nothing after it.
    ///
    /// # Errors
    /// Whatever [`Decode::from_bytes`] reports.
    #[inline]
    fn read_response<'de>(&self, reply: &'de [u8]) -> Result<Self::Response, Error>
    where
        Self::Response: Decode<'de>,
    {
        Self::Response::from_bytes(reply)
    }
}

/// A call of a remote method whose response may borrow text from the reply.
///
/// What [`Function`] is to types with memory of their own, this is to types with `&str` and `&[u8]`.
pub trait BorrowingFunction: EncodeBare {
    /// What the method returns, with text from a reply that lives as long as `'de`.
    type Response<'de>: Decode<'de>;

    /// Reads the reply to this call: a boxed value of [`BorrowingFunction::Response`], and nothing after it.
    ///
    /// # Errors
    /// Whatever [`Decode::from_bytes`] reports.
    #[inline]
    fn read_response<'de>(&self, reply: &'de [u8]) -> Result<Self::Response<'de>, Error> {
        Self::Response::from_bytes(reply)
    }
}

impl<Q: Function> Function for &Q {
    type Response = Q::Response;
}

impl<Q: BorrowingFunction> BorrowingFunction for &Q {
    type Response<'de> = Q::Response<'de>;
}

impl<Q: BorrowingFunction> BorrowingFunction for Box<Q> {
    type Response<'de> = Q::Response<'de>;
}

impl<Q: Function> Function for Box<Q> {
    type Response = Q::Response;
}
