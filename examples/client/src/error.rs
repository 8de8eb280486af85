//! What can go wrong.

use std::{fmt, io};

use typelang_mock::{frame::FrameError, message::OpenError};
use typelang_runtime::mtproto::AnswerError;

/// What can go wrong.
#[derive(Debug)]
pub enum Error {
    /// The connection failed, or was closed.
    Io(io::Error),
    /// Bytes from the server are no packet.
    Frame(FrameError),
    /// A packet is no message under the key.
    Open(OpenError),
    /// The server sent an error of the transport, such as -404 for a key that it does not have.
    Transport(i32),
    /// The server answered with an error, or with bytes that are not the response.
    Answer(AnswerError),
    /// The server refused a message with this code.
    BadMessage(i32),
    /// The exchange of the key went wrong.
    Exchange(&'static str),
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<FrameError> for Error {
    fn from(error: FrameError) -> Self {
        Self::Frame(error)
    }
}

impl From<OpenError> for Error {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}

impl From<AnswerError> for Error {
    fn from(error: AnswerError) -> Self {
        Self::Answer(error)
    }
}

impl From<typelang_runtime::Error> for Error {
    fn from(error: typelang_runtime::Error) -> Self {
        Self::Answer(AnswerError::Decode(error))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Frame(error) => error.fmt(f),
            Self::Open(error) => error.fmt(f),
            Self::Transport(code) => write!(f, "the server sent the error {code}"),
            Self::Answer(error) => error.fmt(f),
            Self::BadMessage(code) => {
                write!(f, "the server refused a message with the code {code}")
            }
            Self::Exchange(what) => write!(f, "the key exchange failed: {what}"),
        }
    }
}

impl std::error::Error for Error {}
