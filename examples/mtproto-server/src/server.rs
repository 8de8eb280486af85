//! The server.

use typelang_runtime::{
    Combinator, Decode, Encode, Error, Object, ObjectRef, Query, Router,
    mtproto::{Message, MsgContainer, RpcError, RpcResult},
};
use typelang_telegram::{
    functions::{InitConnection, InvokeAfterMsg, InvokeWithLayer, InvokeWithoutUpdates, help},
    mtproto::{functions::Ping, types::Pong},
    types::NearestDc,
};

use crate::{Packet, config::config};

/// The state of one client, which handlers read and change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The layer that the client speaks; 0 until the client names it.
    pub layer: i32,
    /// The device that the client runs on.
    pub device: String,
    last_id: i64,
}

/// A server that implements two methods.
#[derive(Debug)]
pub struct Server {
    router: Router<Session>,
}

impl Default for Server {
    fn default() -> Self {
        Self::new()
    }
}

impl Server {
    /// Registers the methods; the argument type of each closure decides which.
    ///
    /// The API has 850 methods; the others are not even compiled.
    #[must_use]
    pub fn new() -> Self {
        let router = Router::new()
            // A handler of a wrapper gets its fields and returns the query.
            .unwrap(|session: &mut Session, wrapper: InvokeWithLayer<Query>| {
                session.layer = wrapper.layer;
                Ok(wrapper.query)
            })
            .unwrap(|session, wrapper: InitConnection<Query>| {
                session.device = wrapper.device_model;
                Ok(wrapper.query)
            })
            .unwrap(|_, wrapper: InvokeWithoutUpdates<Query>| Ok(wrapper.query))
            // Calls are answered in order, so there is nothing to wait for.
            .unwrap(|_, wrapper: InvokeAfterMsg<Query>| Ok(wrapper.query))
            // A handler returns the method's response or an error.
            .on(|session, _: help::GetConfig| {
                if session.layer == 0 {
                    return Err(RpcError::new(400, "CONNECTION_NOT_INITED"));
                }
                Ok(config())
            })
            .on(|_, _: help::GetNearestDc| {
                Ok(NearestDc { country: "NL".to_owned(), this_dc: 2, nearest_dc: 2 })
            });
        Self { router }
    }

    /// Answers a packet with a packet.
    ///
    /// # Errors
    /// Returns an error if it is not a packet. A call that cannot be decoded, or whose method is unknown, is
    /// answered with an error instead.
    pub fn receive(&self, session: &mut Session, packet: &[u8]) -> Result<Vec<u8>, Error> {
        let packet = Packet::<ObjectRef>::from_bytes(packet)?;
        let messages = if packet.body.id() == MsgContainer::<ObjectRef>::ID {
            packet.body.decode_as::<MsgContainer<ObjectRef>>()?.messages
        } else {
            vec![Message { msg_id: packet.msg_id, seqno: 0, body: packet.body }]
        };
        let mut answers = Vec::new();
        for message in messages {
            let body = self.answer(session, &message)?;
            let msg_id = next_id(session);
            answers.push(Message { msg_id, seqno: 2 * (answers.len() as i32) + 1, body });
        }
        let body = MsgContainer { messages: answers };
        Ok(Packet { msg_id: next_id(session), body }.to_bytes())
    }

    /// Answers one message.
    fn answer(
        &self,
        session: &mut Session,
        message: &Message<ObjectRef<'_>>,
    ) -> Result<Object, Error> {
        // Without the router, the id identifies the method. MTProto's own requests are not calls of the API.
        if message.body.id() == Ping::ID {
            let Ping { ping_id } = message.body.decode_as()?;
            return Ok(Object::new(&Pong { msg_id: message.msg_id, ping_id }));
        }
        let routed = self.router.route(session, message.body.as_bytes());
        let result = routed.unwrap_or_else(|error| Object::new(&RpcError::from(&error)));
        // Large answers are compressed.
        let result = if result.len() > 256 { result.packed() } else { result };
        Ok(Object::new(&RpcResult { req_msg_id: message.msg_id, result }))
    }
}

/// Ids of answers are 1 modulo four.
fn next_id(session: &mut Session) -> i64 {
    session.last_id += 4;
    session.last_id + 1
}
