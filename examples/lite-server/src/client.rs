//! A client: one call at a time.

use std::{error::Error, fmt, net::TcpStream};

use typelang_runtime::{BorrowingFunction, Combinator, Decode, Encode};
use typelang_ton::borrowed::lite::{
    enums::adnl::Message,
    functions::lite_server::Query,
    types::{adnl::message, lite_server::Error as LiteError},
};

use crate::frame;

/// A connection, and room for one reply, which responses borrow from.
pub(crate) struct Client {
    stream: TcpStream,
    reply: Vec<u8>,
    /// The number of calls, which makes the id of the next one.
    calls: u64,
}

/// What the server refused.
#[derive(Debug)]
pub(crate) struct Refused {
    code: i32,
    message: String,
}

impl Client {
    pub(crate) fn new(stream: TcpStream) -> Self {
        Self { stream, reply: Vec::new(), calls: 0 }
    }

    /// Asks the server, and hands its response to `read`, without a copy of the response's bytes.
    pub(crate) fn ask<F: BorrowingFunction + Encode, T>(
        &mut self,
        call: &F,
        read: impl FnOnce(F::Response<'_>) -> T,
    ) -> Result<T, Box<dyn Error>> {
        self.calls += 1;
        let mut query_id = [0; 32];
        query_id[..8].copy_from_slice(&self.calls.to_le_bytes());
        let call_bytes = call.to_bytes();
        let query = Query { data: &call_bytes }.to_bytes();
        let message = Message::from(message::Query { query_id, query: &query });
        frame::write(&mut self.stream, &message.to_bytes())?;
        if !frame::read(&mut self.stream, &mut self.reply)? {
            return Err("the server closed the connection".into());
        }
        let Message::Answer(answer) = Message::from_bytes(&self.reply)? else {
            return Err("the server sent a query".into());
        };
        if answer.query_id != query_id {
            return Err("the answer is to another query".into());
        }
        if answer.answer.starts_with(&LiteError::ID.to_le_bytes()) {
            let LiteError { code, message } = LiteError::from_bytes(answer.answer)?;
            return Err(Refused { code, message: message.to_owned() }.into());
        }
        Ok(read(call.read_response(answer.answer)?))
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (code {})", self.message, self.code)
    }
}

impl Error for Refused {}
