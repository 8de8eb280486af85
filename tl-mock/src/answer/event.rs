//! What the server tells about itself.

use std::{fmt, net::SocketAddr, sync::Arc};

use crate::{
    client::{AnsweredBy, ClientInfo},
    frame::{FrameError, Framing},
    handshake::Refusal,
    message::BindingError,
};

/// What happened in the server. A test that hangs is understood by its events.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Event {
    /// A connection was opened.
    Connected {
        /// The client's address.
        peer: SocketAddr,
    },
    /// The first bytes of a connection told its transport.
    Transport {
        /// The framing.
        framing: Framing,
        /// Whether the bytes are obfuscated.
        is_obfuscated: bool,
    },
    /// The bytes of a connection are no packets, and it was closed.
    Unframed(FrameError),
    /// A key was agreed.
    KeyAgreed {
        /// The key's id.
        auth_key_id: i64,
        /// The lifetime in seconds of a temporary key.
        expires_in: Option<i32>,
    },
    /// The exchange of a key failed, and the connection was closed.
    Refused(Refusal),
    /// A message came under a key that the server does not have, or did not decrypt. The client got the error -404.
    UnknownKey {
        /// The key's id in the message.
        auth_key_id: i64,
    },
    /// A client speaks a layer that the server does not have. The nearest one is used in its place, or the client is
    /// refused.
    UnknownLayer {
        /// The client's layer.
        asked: i32,
        /// The layer that is used; `None` if the client got the error `INPUT_LAYER_INVALID`.
        used: Option<i32>,
    },
    /// A response or a pushed value was not sent, because the client's layer cannot express it. Instead of a response,
    /// the client got the error `RESPONSE_LAYER_INVALID`.
    Unsendable {
        /// The layer.
        layer: i32,
        /// Why, and where in the value.
        reason: String,
    },
    /// A temporary key was not bound to a permanent one. The client got the error `ENCRYPTED_MESSAGE_INVALID`.
    Unbound(BindingError),
    /// A message was refused with `bad_msg_notification` or `bad_server_salt`.
    BadMessage {
        /// The message's id.
        msg_id: i64,
        /// The error's code: 16 to 20, 32 to 35, 48 or 64.
        code: i32,
    },
    /// A call was answered.
    Call(Arc<CallEvent>),
    /// A connection was closed.
    Closed {
        /// The client's address.
        peer: SocketAddr,
    },
}

/// A call and how it was answered.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CallEvent {
    /// The TL name of the method, or its id in eight digits if no schema has it.
    pub method: String,
    /// The call as TL-JSON, if it can be read.
    pub json: Option<String>,
    /// The client's layer; 0 if it named none.
    pub layer: i32,
    /// The id of the authorization key.
    pub auth_key_id: i64,
    /// The id of the session.
    pub session_id: i64,
    /// The id of the message.
    pub msg_id: i64,
    /// What the client said of itself.
    pub client: Option<Arc<ClientInfo>>,
    /// Who answered.
    pub answered_by: AnsweredBy,
    /// The message of the `rpc_error`, if the answer is one.
    pub error: Option<String>,
}

/// Takes the server's events.
#[derive(Clone)]
pub(crate) struct Log(Arc<dyn Fn(&Event) + Send + Sync>);

impl Log {
    pub(crate) fn new(listener: impl Fn(&Event) + Send + Sync + 'static) -> Self {
        Self(Arc::new(listener))
    }

    pub(crate) fn tell(&self, event: &Event) {
        (self.0)(event);
    }
}

impl fmt::Debug for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Log").finish_non_exhaustive()
    }
}
