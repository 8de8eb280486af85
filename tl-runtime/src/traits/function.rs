//! Calls of methods.

use crate::{
    read::error::Error,
    traits::{callers::Callers, decode::Decode, encode::EncodeBare, method_facts::MethodFacts},
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

    /// What generated code knows of the method: the constants below.
    #[doc(hidden)]
    const FACTS: MethodFacts = MethodFacts::NONE;

    /// The errors that the method is known to return, each a code and a name; `%d` is where the name has a number.
    ///
    /// Empty if nothing is known. The errors of the call in a wrapper are not listed.
    const ERRORS: &'static [(i32, &'static str)] = Self::FACTS.errors;

    /// Who can call the method, as far as is known.
    const CALLERS: Callers = Callers::of_bits(Self::FACTS.callers);

    /// The oldest layer known to have the method. Not every layer was looked at: the method may have come with an older one,
    /// and its docs say between which layers. `None` if nothing is known.
    const SINCE: Option<u32> = Self::FACTS.first_layer();

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
        kind.is_one_of(Self::ERRORS)
    }
}

/// A call of a method whose response may borrow text from the reply.
///
/// It is to types with `&str` and `&[u8]` what [`Function`] is to types that own their text.
pub trait BorrowingFunction: EncodeBare {
    /// What the method returns, with text from a reply that lives as long as `'de`.
    type Response<'de>: Decode<'de>;

    /// What generated code knows of the method: the constants below.
    #[doc(hidden)]
    const FACTS: MethodFacts = MethodFacts::NONE;

    /// The errors that the method is known to return: see [`Function::ERRORS`].
    const ERRORS: &'static [(i32, &'static str)] = Self::FACTS.errors;

    /// Who can call the method: see [`Function::CALLERS`].
    const CALLERS: Callers = Callers::of_bits(Self::FACTS.callers);

    /// The oldest layer known to have the method: see [`Function::SINCE`].
    const SINCE: Option<u32> = Self::FACTS.first_layer();

    /// Reads the reply to this call: a boxed [`BorrowingFunction::Response`] and nothing after it.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes`].
    #[inline]
    fn read_response<'de>(&self, reply: &'de [u8]) -> Result<Self::Response<'de>, Error> {
        Self::Response::from_bytes(reply)
    }
}

impl<Q: Function> Function for &Q {
    type Response = Q::Response;
    const ERRORS: &'static [(i32, &'static str)] = Q::ERRORS;
    const CALLERS: Callers = Q::CALLERS;
    const SINCE: Option<u32> = Q::SINCE;

    fn expects(kind: RpcErrorKind<'_>) -> bool {
        Q::expects(kind)
    }
}

impl<Q: BorrowingFunction> BorrowingFunction for &Q {
    type Response<'de> = Q::Response<'de>;
    const ERRORS: &'static [(i32, &'static str)] = Q::ERRORS;
    const CALLERS: Callers = Q::CALLERS;
    const SINCE: Option<u32> = Q::SINCE;
}

impl<Q: BorrowingFunction> BorrowingFunction for Box<Q> {
    type Response<'de> = Q::Response<'de>;
    const ERRORS: &'static [(i32, &'static str)] = Q::ERRORS;
    const CALLERS: Callers = Q::CALLERS;
    const SINCE: Option<u32> = Q::SINCE;
}

impl<Q: Function> Function for Box<Q> {
    type Response = Q::Response;
    const ERRORS: &'static [(i32, &'static str)] = Q::ERRORS;
    const CALLERS: Callers = Q::CALLERS;
    const SINCE: Option<u32> = Q::SINCE;

    fn expects(kind: RpcErrorKind<'_>) -> bool {
        Q::expects(kind)
    }
}
