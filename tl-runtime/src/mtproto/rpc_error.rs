//! What a server says instead of a response.

use crate::{
    read::{
        error::{Error, ErrorKind, METHOD},
        reader::Reader,
    },
    traits::{
        combinator::{Combinator, Declared},
        decode::DecodeBare,
        encode::EncodeBare,
    },
    wire::ids::RPC_ERROR,
    write::writer::Writer,
};
use alloc::{format, string::String};
use core::fmt;

/// The answer to a call that failed.
///
/// ```text
/// rpc_error#2144ca19 error_code:int error_message:string = RpcError;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RpcError {
    /// The kind of fault, akin to a status of HTTP: 303, 400, 401, 403, 404, 406, 420, 500.
    pub error_code: i32,
    /// What it is, in capitals, such as `PHONE_CODE_INVALID`; a number in it is a parameter.
    pub error_message: String,
}

impl RpcError {
    /// An error with this code and message.
    #[must_use]
    pub fn new(error_code: i32, error_message: impl Into<String>) -> Self {
        Self { error_code, error_message: error_message.into() }
    }
}

/// What a server answers to a query that it cannot read: code 400, and `INPUT_METHOD_INVALID_` with the id in eight
/// hexadecimal digits where it knows no such method, else `INPUT_FETCH_ERROR_` with the offset.
impl From<&Error> for RpcError {
    fn from(error: &Error) -> Self {
        match error.kind() {
            ErrorKind::UnknownId { found } if error.expected() == METHOD => {
                Self::new(400, format!("INPUT_METHOD_INVALID_{found:08x}"))
            }
            _ => Self::new(400, format!("INPUT_FETCH_ERROR_{}", error.offset())),
        }
    }
}

impl fmt::Display for RpcError {
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
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.int(self.error_code);
        out.string(&self.error_message);
    }
}

impl<'de> DecodeBare<'de> for RpcError {
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        Self { error_code: reader.int(), error_message: reader.string() }
    }
}
