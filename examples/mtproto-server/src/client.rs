//! The client.

use typelang_runtime::{
    Combinator, Decode, Encode, Error, Function, Object, ObjectRef,
    mtproto::{AnswerError, Message, MsgContainer, RpcResult},
};
use typelang_telegram::{
    LAYER,
    functions::{InitConnection, InvokeWithLayer},
};

use crate::Packet;

/// Collects calls to send together, and then their answers.
#[derive(Debug, Default)]
pub struct Client {
    last_id: i64,
    messages: Vec<Message>,
    answers: Vec<(i64, Object)>,
}

/// A call that was made; its type is the call's.
#[derive(Debug)]
pub struct Sent<F> {
    msg_id: i64,
    call: F,
}

impl Client {
    /// Adds a call to the next packet.
    pub fn call<F: Function>(&mut self, call: F) -> Sent<F> {
        // A real id is the time × 2³²; ids from clients are divisible by four.
        self.last_id += 4;
        let msg_id = self.last_id;
        let seqno = 2 * i32::try_from(self.messages.len()).unwrap_or(0) + 1;
        self.messages.push(Message { msg_id, seqno, body: Object::new(&call) });
        Sent { msg_id, call }
    }

    /// Returns the packet with all calls since the last one.
    pub fn packet(&mut self) -> Vec<u8> {
        self.last_id += 4;
        let messages = std::mem::take(&mut self.messages);
        Packet { msg_id: self.last_id, body: MsgContainer { messages } }.to_bytes()
    }

    /// Processes a packet from the server.
    ///
    /// # Errors
    /// Returns an error if it is not a packet.
    pub fn receive(&mut self, packet: &[u8]) -> Result<(), Error> {
        let packet = Packet::<MsgContainer<ObjectRef>>::from_bytes(packet)?;
        for message in packet.body.messages {
            // Other messages are skipped; the container gives their length.
            if message.body.id() == RpcResult::<Object>::ID {
                let answer: RpcResult = message.body.decode_as()?;
                self.answers.push((answer.req_msg_id, answer.result));
            }
        }
        Ok(())
    }

    /// Returns the answer to a call, decoded as its method's response; `None` if none has arrived.
    pub fn answer<F: Function>(&self, sent: &Sent<F>) -> Option<Result<F::Response, AnswerError>> {
        let (req_msg_id, result) = self.answers.iter().find(|(id, _)| *id == sent.msg_id)?;
        Some(RpcResult { req_msg_id: *req_msg_id, result }.answer_to(&sent.call))
    }
}

/// Wraps a session's first call, with the layer that the client speaks and information about the client.
pub fn first<F: Function>(query: F) -> InvokeWithLayer<InitConnection<F>> {
    InvokeWithLayer {
        layer: LAYER,
        query: InitConnection {
            api_id: 12345,
            device_model: "Rust".to_owned(),
            system_version: "Linux".to_owned(),
            app_version: "0.1".to_owned(),
            system_lang_code: "en".to_owned(),
            lang_pack: String::new(),
            lang_code: "en".to_owned(),
            proxy: None,
            params: None,
            query,
        },
    }
}
