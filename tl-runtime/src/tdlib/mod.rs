//! What `TDLib` adds to its objects: `@extra` to tell answers apart, and `@client_id`.
//!
//! `TDLib` is called through the functions of `td_json_client.h`, which take and return JSON. [`request`] writes a
//! call, and [`Received`] takes apart what came back:
//!
//! ```text
//! td_send(client_id, request(&GetOption { name }, Some(7)))        {"@type":"getOption","@extra":7,"name":"version"}
//! Received::parse(td_receive(10.0))?.answer_to(&call)?             {"@type":"optionValueString", …, "@extra":7}
//! ```
//!
//! The types are those of code generated from `td_api.tl` with serde's traits, such as `typelang-td`'s.

mod error;
mod received;
mod request;

pub use self::{
    error::{AnswerError, TdError},
    received::Received,
    request::request,
};
