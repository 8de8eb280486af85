//! Combinators, and the functions among them.

use crate::{Decode, Embedded, EncodeBare, Error};
use alloc::boxed::Box;

/// A declaration of the schema: a constructor or a function.
pub trait Combinator {
    /// The name as the schema writes it, namespace included: `messages.sendMessage`.
    const NAME: &'static str;
    /// The id that opens the boxed form.
    const ID: u32;

    /// The schema that declares it, when generated code carries it.
    #[must_use]
    #[inline]
    fn schema() -> Option<&'static Embedded> {
        None
    }
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

impl<T: Combinator + ?Sized> Combinator for &T {
    const NAME: &'static str = T::NAME;
    const ID: u32 = T::ID;

    #[inline]
    fn schema() -> Option<&'static Embedded> {
        T::schema()
    }
}

impl<T: Combinator + ?Sized> Combinator for Box<T> {
    const NAME: &'static str = T::NAME;
    const ID: u32 = T::ID;

    #[inline]
    fn schema() -> Option<&'static Embedded> {
        T::schema()
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
