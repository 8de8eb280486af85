//! Errors that a server sends instead of a response.

use crate::{
    read::{
        error::{Error, ErrorKind, METHOD},
        reader::Reader,
    },
    traits::{
        combinator::{Combinator, Declared},
        decode::DecodeBare,
        encode::EncodeBare,
        function::Function,
    },
    wire::{
        ids::RPC_ERROR,
        rpc_error_kind::{self, RpcErrorKind},
    },
    write::writer::Writer,
};
use alloc::{borrow::Cow, format, string::String};
use core::{fmt, time::Duration};

/// The response to a call that failed.
///
/// ```text
/// rpc_error#2144ca19 error_code:int error_message:string = RpcError;
/// ```
///
/// The message contains the name of the error and may contain a number. [`RpcError::kind`] is the name without the
/// number; compare it with a constant. The message is kept as it was received, so nothing of an unknown error is lost.
///
/// ```
/// use core::time::Duration;
/// use typelang_runtime::mtproto::RpcError;
///
/// let error = RpcError::new(420, "FLOOD_WAIT_17");
/// assert_eq!((error.code(), &*error.name(), error.argument()), (420, "FLOOD_WAIT", Some(17)));
/// assert_eq!(error.retry_after(), Some(Duration::from_secs(17)));
/// assert_eq!(error.to_string(), "FLOOD_WAIT_17 (code 420)");
///
/// assert_eq!(RpcError::new(303, "PHONE_MIGRATE_4").migrate_to(), Some(4));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RpcError {
    /// The class of the error, similar to an HTTP status: 303, 400, 401, 403, 404, 406, 420 or 500. Negative codes are
    /// internal errors of the server.
    pub error_code: i32,
    /// The error in capitals, such as `PHONE_CODE_INVALID` or `FLOOD_WAIT_17`.
    pub error_message: String,
}

/// The code of errors that ask the client to wait.
const FLOOD: i32 = 420;

impl RpcError {
    /// Creates an error from its code and message.
    #[must_use]
    pub fn new(error_code: i32, error_message: impl Into<String>) -> Self {
        Self { error_code, error_message: error_message.into() }
    }

    /// The code, [`RpcError::error_code`].
    #[must_use]
    pub const fn code(&self) -> i32 {
        self.error_code
    }

    /// The kind: the message without its number. Compare it with a constant.
    ///
    /// ```
    /// use typelang_runtime::mtproto::{RpcError, RpcErrorKind};
    ///
    /// const FILE_PART_X_MISSING: RpcErrorKind = RpcErrorKind::of("FILE_PART_%d_MISSING");
    ///
    /// let error = RpcError::new(400, "FILE_PART_5_MISSING");
    /// let missing = if error.kind() == FILE_PART_X_MISSING { error.argument() } else { None };
    /// assert_eq!(missing, Some(5));
    /// ```
    #[must_use]
    #[inline]
    pub fn kind(&self) -> RpcErrorKind<'_> {
        RpcErrorKind::of(&self.error_message)
    }

    /// The name of the kind, as text: see [`RpcErrorKind::name`].
    #[must_use]
    #[inline]
    pub fn name(&self) -> Cow<'_, str> {
        self.kind().name()
    }

    /// The number in the message: seconds to wait, a data center, a part of a file, or another number, depending on the
    /// kind.
    ///
    /// `None` if the message has no number, or one that is 2⁶⁴ or more.
    #[must_use]
    #[inline]
    pub fn argument(&self) -> Option<u64> {
        rpc_error_kind::number(&self.error_message)
    }

    /// How long the server asks the client to wait before it calls again.
    ///
    /// It is the number of any error with code 420, and of kinds whose number is a time with any code, such as
    /// `SESSION_TOO_FRESH`. The number is in seconds, except in `PREVIOUS_CHAT_IMPORT_ACTIVE_WAIT_3MIN`. Other errors
    /// give `None`, including those that carry a date.
    #[must_use]
    #[inline]
    pub fn retry_after(&self) -> Option<Duration> {
        let (kind, number) = (self.kind(), self.argument()?);
        let is_flood = || (self.error_code == FLOOD).then_some(number);
        kind.seconds(number).or_else(is_flood).map(Duration::from_secs)
    }

    /// The data center that the client should call instead, from `PHONE_MIGRATE_4` and other errors that end in
    /// `_MIGRATE` and a number.
    ///
    /// The type is that of `dcOption.id`.
    #[must_use]
    #[inline]
    pub fn migrate_to(&self) -> Option<i32> {
        let number = self.argument().filter(|_| self.kind().is_migration())?;
        i32::try_from(number).ok()
    }

    /// Whether the method `F` is known to return errors of this kind.
    ///
    /// Codes are not compared. The errors of the call in a wrapper are included. Any call may also fail with an error
    /// that is not known.
    ///
    /// ```
    /// use typelang_runtime::mtproto::RpcError;
    /// # use typelang_runtime::{Combinator, Declared, EncodeBare, Function, HasSchema, Writer};
    /// # enum Schema {}
    /// # impl HasSchema for Schema {
    /// #     fn methods() -> &'static [&'static str] { &["auth.sendCode 8 57 303:PHONE_MIGRATE_X"] }
    /// # }
    /// # struct SendCode;
    /// # impl Combinator for SendCode {
    /// #     type Schema = Schema;
    /// #     const DECLARED: Declared = Declared { id: 1, name: "auth.sendCode", min_len: 0 };
    /// # }
    /// # impl EncodeBare for SendCode { fn encode_bare(&self, _: &mut Writer<'_>) {} }
    /// # impl Function for SendCode { type Response = bool; }
    /// assert!(RpcError::new(303, "PHONE_MIGRATE_4").is_expected_by::<SendCode>());
    /// assert!(!RpcError::new(400, "PEER_ID_INVALID").is_expected_by::<SendCode>());
    /// ```
    #[must_use]
    pub fn is_expected_by<F: Function + ?Sized>(&self) -> bool {
        F::expects(self.kind())
    }
}

/// The error with which a server refuses a query that cannot be read.
///
/// The code is 400. The message is `INPUT_METHOD_INVALID_` and the decimal id if no such method is known, otherwise
/// `INPUT_FETCH_ERROR_` and the offset.
impl From<&Error> for RpcError {
    #[inline]
    fn from(error: &Error) -> Self {
        match error.kind() {
            ErrorKind::UnknownId { found } if error.expected() == METHOD => {
                Self::new(400, format!("INPUT_METHOD_INVALID_{found}"))
            }
            _ => Self::new(400, format!("INPUT_FETCH_ERROR_{}", error.offset())),
        }
    }
}

impl fmt::Display for RpcError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (code {})", self.error_message, self.error_code)
    }
}

impl core::error::Error for RpcError {}

impl Combinator for RpcError {
    type Schema = ();
    const DECLARED: Declared = Declared { id: RPC_ERROR, name: "rpc_error", min_len: 8 };
}

impl EncodeBare for RpcError {
    #[inline]
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.int(self.error_code);
        out.string(&self.error_message);
    }
}

impl<'de> DecodeBare<'de> for RpcError {
    #[inline]
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        Self { error_code: reader.int(), error_message: reader.string() }
    }
}
