//! Combinators, and the functions among them.

use crate::{Decode, EncodeBare, Error};
use alloc::boxed::Box;

/// A declaration of the schema: a constructor or a function.
pub trait Combinator {
    /// The name as the schema writes it, namespace included: `messages.sendMessage`.
    const NAME: &'static str;
    /// The id that opens the boxed form.
    const ID: u32;
}

/// A call of a remote method: a combinator of the schema's functions.
///
/// Wrappers such as `invokeWithLayer` take their query as a type parameter `X: Function` and answer with
/// `X::Response`, so a response has the innermost call's type however deep the nesting.
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

impl<T: Combinator + ?Sized> Combinator for &T {
    const NAME: &'static str = T::NAME;
    const ID: u32 = T::ID;
}

impl<T: Combinator + ?Sized> Combinator for Box<T> {
    const NAME: &'static str = T::NAME;
    const ID: u32 = T::ID;
}

impl<Q: Function> Function for &Q {
    type Response = Q::Response;
}

impl<Q: Function> Function for Box<Q> {
    type Response = Q::Response;
}
