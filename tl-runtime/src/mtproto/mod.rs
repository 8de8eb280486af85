//! `MTProto` types that need more than their schema says.
//!
//! The body of a `message` ends where its length says, a container must not contain a container, the type of a response
//! depends on the request, and `gzip_packed` may replace any value. These types are the same in every layer; generated
//! code uses them for those declarations.
//!
//! # Reading answers
//!
//! A client decrypts a message, and its body is an `rpc_result` or a container with several. The type of a response
//! depends on the request, so read the result as [`ObjectRef`](crate::ObjectRef), find the request by its id, and then
//! read the response: with [`RpcResult::answer_to`] if you have the call, or [`RpcResult::answer_as`] with the type.
//!
//! ```
//! use typelang_runtime::mtproto::{AnswerError, MsgContainer, RpcErrorKind, RpcResult};
//! use typelang_runtime::{Combinator, Decode, ObjectRef};
//!
//! const FLOOD_WAIT: RpcErrorKind = RpcErrorKind::of("FLOOD_WAIT_%d");
//!
//! #[rustfmt::skip]
//! let received = [
//!     0xdc, 0xf8, 0xf1, 0x73, 2, 0, 0, 0, // msg_container, two messages
//!     21, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, // msg_id, seqno, bytes
//!     0x01, 0x6d, 0x5c, 0xf3, 11, 0, 0, 0, 0, 0, 0, 0, // rpc_result to the request 11
//!     0x15, 0xc4, 0xb5, 0x1c, 2, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, // vector of two ints
//!     22, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 36, 0, 0, 0,
//!     0x01, 0x6d, 0x5c, 0xf3, 12, 0, 0, 0, 0, 0, 0, 0, // rpc_result to the request 12
//!     0x19, 0xca, 0x44, 0x21, 0xa4, 1, 0, 0, // rpc_error, code 420
//!     12, b'F', b'L', b'O', b'O', b'D', b'_', b'W', b'A', b'I', b'T', b'_', b'3', 0, 0, 0,
//! ];
//!
//! let mut waits = Vec::new();
//! for message in MsgContainer::<ObjectRef>::from_bytes(&received)?.messages {
//!     if message.body.id() != RpcResult::<ObjectRef>::ID {
//!         continue; // an acknowledgement, or something else that is not an answer
//!     }
//!     let answer: RpcResult<ObjectRef> = message.body.decode_as()?;
//!     match answer.answer_as::<Vec<i32>>() {
//!         Ok(numbers) => assert_eq!((answer.req_msg_id, numbers), (11, vec![5, 6])),
//!         Err(AnswerError::Rpc(error)) if error.kind() == FLOOD_WAIT => {
//!             waits.push((answer.req_msg_id, error.retry_after()));
//!         }
//!         Err(error) => panic!("{error}"),
//!     }
//! }
//! assert_eq!(waits, [(12, Some(core::time::Duration::from_secs(3)))]);
//! # Ok::<(), typelang_runtime::Error>(())
//! ```

mod answer;
mod container;
#[cfg(feature = "gzip")]
mod gzip;
pub(crate) mod gzip_packed;
mod message;
pub(crate) mod rpc_error;
mod rpc_result;

pub use crate::wire::rpc_error_kind::RpcErrorKind;

pub use self::{
    answer::AnswerError,
    container::MsgContainer,
    gzip_packed::GzipPacked,
    message::{Message, MsgCopy},
    rpc_error::RpcError,
    rpc_result::RpcResult,
};
