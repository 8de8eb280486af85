//! The declarations of `MTProto` that need more than their schema says.
//!
//! A `message` is cut by the length in it, a container must not be in a container, an answer is of the type that its
//! request has, and `gzip_packed` may stand for any value. These types are the same for every layer; generated code
//! uses them for those declarations.
//!
//! A client reads what a server sent:
//!
//! ```
//! use typelang_runtime::mtproto::{AnswerError, Message, MsgContainer, RpcError, RpcResult};
//! use typelang_runtime::{Combinator, Decode, Encode, Object, ObjectRef};
//!
//! # let refusal = RpcError::new(420, "FLOOD_WAIT_3");
//! # let first = RpcResult { req_msg_id: 11, result: Object::new(&vec![1_i64]) };
//! # let second = RpcResult { req_msg_id: 12, result: refusal.clone() };
//! # let messages = vec![
//! #     Message { msg_id: 21, seqno: 1, body: Object::new(&first) },
//! #     Message { msg_id: 22, seqno: 3, body: Object::new(&second) },
//! # ];
//! # let received = MsgContainer { messages }.to_bytes();
//! let container = MsgContainer::<ObjectRef>::from_bytes(&received)?;
//! let mut answers = Vec::new();
//! for Message { body, .. } in container.messages {
//!     if body.id() == RpcResult::<ObjectRef>::ID {
//!         let answer: RpcResult<ObjectRef> = body.decode_as()?;
//!         answers.push((answer.req_msg_id, answer.answer_as::<Vec<i64>>()));
//!     }
//! }
//! assert_eq!(answers, [(11, Ok(vec![1])), (12, Err(AnswerError::Rpc(refusal)))]);
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
