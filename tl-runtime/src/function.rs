//! Combinators, and the functions among them.

use crate::{Decode, EncodeBare, Error, HasSchema};
use alloc::boxed::Box;

/// A declaration of the schema: a constructor or a function.
pub trait Combinator {
    /// The schema that declares it, when generated code carries it; `()` when not.
    type Schema: HasSchema;
    /// What the schema says of it.
    const DECLARED: Declared;

    /// The name as the schema writes it, namespace included: `messages.sendMessage`.
    const NAME: &'static str = Self::DECLARED.name;
    /// The id that opens the boxed form.
    const ID: u32 = Self::DECLARED.id;
}

/// What a schema says of a combinator.
///
/// One constant for all of it: the compiler pays for each constant of each type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The id that opens the boxed form.
    pub id: u32,
    /// The name as the schema writes it, namespace included.
    pub name: &'static str,
    /// The least number of bytes that the fields take.
    pub min_len: usize,
}

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

impl<T: Combinator + ?Sized> Combinator for &T {
    type Schema = T::Schema;
    const DECLARED: Declared = T::DECLARED;
}

impl<T: Combinator + ?Sized> Combinator for Box<T> {
    type Schema = T::Schema;
    const DECLARED: Declared = T::DECLARED;
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
