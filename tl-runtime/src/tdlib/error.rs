//! Errors of calls.

use alloc::string::String;
use core::fmt;

/// The object `error`, which `TDLib` may answer to any call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TdError {
    /// Its code, such as 400.
    pub code: i32,
    /// Its text, such as `Chat not found`.
    pub message: String,
}

/// Why a call has no response.
#[derive(Debug)]
#[non_exhaustive]
pub enum AnswerError {
    /// `TDLib` answered with an error.
    Tdlib(TdError),
    /// The answer is not the response of the call; the message has the path.
    Json(serde_json::Error),
}

impl fmt::Display for TdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (code {})", self.message, self.code)
    }
}

impl core::error::Error for TdError {}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tdlib(error) => write!(f, "TDLib answered: {error}"),
            Self::Json(error) => write!(f, "the answer is not the call's response: {error}"),
        }
    }
}

impl core::error::Error for AnswerError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Tdlib(error) => Some(error),
            Self::Json(error) => Some(error),
        }
    }
}

impl From<serde_json::Error> for AnswerError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}
