//! A client on one connection.

use std::{
    collections::{BTreeMap, VecDeque},
    io::{self, Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use typelang_mock::{
    crypto::{AuthKey, Side},
    frame::Transport,
    message::{Binding, Encrypted, Plain, open, seal, seal_binding},
};
use typelang_runtime::{
    Combinator, Decode, Encode, Function, Object, ObjectRef, Options, Trailing,
    mtproto::{Message, MsgContainer, RpcResult},
};
use typelang_telegram::{
    functions::auth::BindTempAuthKey,
    mtproto::types::{
        BadMsgNotification, BadServerSalt, BindAuthKeyInner, MsgsAck, NewSessionCreated, Pong,
    },
};

use crate::{
    error::Error,
    exchange::exchange,
    public_key::{PublicKey, random},
};

/// How long to wait for the server.
const PATIENCE: Duration = Duration::from_secs(20);

/// A client on one connection.
#[derive(Debug)]
pub struct Client {
    stream: TcpStream,
    transport: Transport,
    key: AuthKey,
    salt: i64,
    session_id: i64,
    last_id: i64,
    /// The number of messages so far that the server is to acknowledge.
    content: i32,
    answers: BTreeMap<i64, Object>,
    updates: VecDeque<Object>,
    /// Calls without an answer, to be sent again with another salt.
    open: BTreeMap<i64, Object>,
    /// The new ids of calls that were sent again, by the old ones.
    renamed: BTreeMap<i64, i64>,
    acks: Vec<i64>,
}

impl Client {
    /// Connects and agrees a key with a server that has this RSA key.
    ///
    /// # Errors
    /// If there is no connection, or no key is agreed.
    pub fn connect(
        address: SocketAddr,
        transport: Transport,
        public: &PublicKey,
    ) -> Result<Self, Error> {
        Self::agree(address, transport, public, None)
    }

    /// Connects and agrees a temporary key, which expires after a number of seconds; see [`Client::bind`].
    ///
    /// # Errors
    /// The same as [`Client::connect`].
    pub fn connect_for(
        seconds: i32,
        address: SocketAddr,
        transport: Transport,
        public: &PublicKey,
    ) -> Result<Self, Error> {
        Self::agree(address, transport, public, Some(seconds))
    }

    fn agree(
        address: SocketAddr,
        mut transport: Transport,
        public: &PublicKey,
        lifetime: Option<i32>,
    ) -> Result<Self, Error> {
        let mut stream = dial(address)?;
        let mut last_id = 0;
        let (key, salt) = exchange(public, lifetime, |body| {
            let msg_id = next_id(&mut last_id);
            let body = Object::from_vec(body.to_vec());
            let packet = Plain { msg_id, body }.to_bytes();
            stream.write_all(&transport.send(&packet))?;
            let reply = receive(&mut stream, &mut transport)?;
            let options = Options::DEFAULT.trailing(Trailing::Allow);
            let reply = Plain::<ObjectRef<'_>>::from_bytes_with(&reply, &options)?;
            Ok(reply.body.as_bytes().to_vec())
        })?;
        Ok(Self::new(stream, transport, key, salt))
    }

    /// Connects with a key that was agreed before, and its salt.
    ///
    /// # Errors
    /// If there is no connection.
    pub fn resume(
        address: SocketAddr,
        transport: Transport,
        key: AuthKey,
        salt: i64,
    ) -> Result<Self, Error> {
        Ok(Self::new(dial(address)?, transport, key, salt))
    }

    fn new(stream: TcpStream, transport: Transport, key: AuthKey, salt: i64) -> Self {
        Self {
            stream,
            transport,
            key,
            salt,
            session_id: i64::from_le_bytes(random()),
            last_id: 0,
            content: 0,
            answers: BTreeMap::new(),
            updates: VecDeque::new(),
            open: BTreeMap::new(),
            renamed: BTreeMap::new(),
            acks: Vec::new(),
        }
    }

    /// The key, for [`Client::resume`].
    #[must_use]
    pub const fn key(&self) -> &AuthKey {
        &self.key
    }

    /// The server's salt, for [`Client::resume`].
    #[must_use]
    pub const fn salt(&self) -> i64 {
        self.salt
    }

    /// Calls a method and waits for the answer.
    ///
    /// # Errors
    /// If the server answers with an error, or the connection ends.
    pub fn call<F: Function>(&mut self, call: &F) -> Result<F::Response, Error> {
        let sent = self.send(call)?;
        self.answer::<F>(sent)
    }

    /// Calls a method with arguments that depend on the message's id and on the session's, and waits for the answer.
    ///
    /// # Errors
    /// The same as [`Client::call`].
    pub fn call_with_ids<F: Function>(
        &mut self,
        call: impl FnOnce(i64, i64) -> F,
    ) -> Result<F::Response, Error> {
        let message = self.message(1, Object::from_vec(Vec::new()));
        let (msg_id, body) = (message.msg_id, Object::new(&call(message.msg_id, self.session_id)));
        self.open.insert(msg_id, body.clone());
        self.write(Message { body, ..message })?;
        self.answer::<F>(msg_id)
    }

    /// Binds the client's temporary key to a permanent one that was agreed before. `expires_at` is in Unix time.
    ///
    /// # Errors
    /// The same as [`Client::call`].
    pub fn bind(&mut self, permanent: &AuthKey, expires_at: i32) -> Result<bool, Error> {
        let (nonce, temp_auth_key_id) = (i64::from_le_bytes(random()), self.key.id());
        let perm_auth_key_id = permanent.id();
        self.call_with_ids(|msg_id, temp_session_id| {
            let inner = BindAuthKeyInner {
                nonce,
                temp_auth_key_id,
                perm_auth_key_id,
                temp_session_id,
                expires_at,
            };
            let encrypted_message = seal_binding(permanent, &Binding { msg_id, inner });
            BindTempAuthKey { perm_auth_key_id, nonce, expires_at, encrypted_message }
        })
    }

    /// Sends a call without waiting; [`Client::answer`] takes the id that this returns.
    ///
    /// # Errors
    /// If the connection ends.
    pub fn send<F: Function>(&mut self, call: &F) -> Result<i64, Error> {
        self.send_object(Object::new(call))
    }

    fn send_object(&mut self, body: Object) -> Result<i64, Error> {
        let call = self.message(1, body.clone());
        let msg_id = call.msg_id;
        self.open.insert(msg_id, body);
        let acks = std::mem::take(&mut self.acks);
        if acks.is_empty() {
            self.write(call)?;
        } else {
            let acks = self.message(0, Object::new(&MsgsAck { msg_ids: acks }));
            let messages = vec![call, acks];
            let container = self.message(0, Object::new(&MsgContainer { messages }));
            self.write(container)?;
        }
        Ok(msg_id)
    }

    /// Waits for the answer to a call of `F` that was sent.
    ///
    /// # Errors
    /// The same as [`Client::call`].
    pub fn answer<F: Function>(&mut self, sent: i64) -> Result<F::Response, Error> {
        loop {
            let mut req_msg_id = sent;
            while let Some(renamed) = self.renamed.get(&req_msg_id) {
                req_msg_id = *renamed;
            }
            if let Some(result) = self.answers.remove(&req_msg_id) {
                return Ok(RpcResult { req_msg_id, result }.answer_as()?);
            }
            self.receive()?;
        }
    }

    /// Waits for a value that the server sends by itself, such as `Updates`.
    ///
    /// # Errors
    /// If the connection ends.
    pub fn update(&mut self) -> Result<Object, Error> {
        loop {
            if let Some(update) = self.updates.pop_front() {
                return Ok(update);
            }
            self.receive()?;
        }
    }

    fn message(&mut self, content: i32, body: Object) -> Message {
        let seqno = 2 * self.content + content;
        self.content += content;
        Message { msg_id: next_id(&mut self.last_id), seqno, body }
    }

    fn write(&mut self, message: Message) -> Result<(), Error> {
        let packet = seal(
            &self.key,
            Side::Client,
            &Encrypted {
                salt: self.salt,
                session_id: self.session_id,
                msg_id: message.msg_id,
                seqno: message.seqno,
                body: message.body.into_bytes(),
                quick_ack: 0,
            },
        );
        Ok(self.stream.write_all(&self.transport.send(&packet))?)
    }

    fn receive(&mut self) -> Result<(), Error> {
        let packet = receive(&mut self.stream, &mut self.transport)?;
        let message = open(&self.key, Side::Server, &packet)?;
        let body = ObjectRef::new(&message.body);
        if body.id() == MsgContainer::<ObjectRef<'_>>::ID {
            for message in body.decode_as::<MsgContainer<ObjectRef<'_>>>()?.messages {
                self.take(message.msg_id, message.seqno, message.body)?;
            }
            return Ok(());
        }
        self.take(message.msg_id, message.seqno, body)
    }

    fn take(&mut self, msg_id: i64, seqno: i32, body: ObjectRef<'_>) -> Result<(), Error> {
        if seqno & 1 == 1 {
            self.acks.push(msg_id);
        }
        match body.id() {
            RpcResult::<Object>::ID => {
                let answer: RpcResult = body.decode_as()?;
                self.open.remove(&answer.req_msg_id);
                self.answers.insert(answer.req_msg_id, answer.result);
            }
            BadServerSalt::ID => {
                let bad: BadServerSalt = body.decode_as()?;
                self.salt = bad.new_server_salt;
                if let Some(call) = self.open.remove(&bad.bad_msg_id) {
                    let again = self.send_object(call)?;
                    self.renamed.insert(bad.bad_msg_id, again);
                }
            }
            BadMsgNotification::ID => {
                return Err(Error::BadMessage(body.decode_as::<BadMsgNotification>()?.error_code));
            }
            NewSessionCreated::ID => self.salt = body.decode_as::<NewSessionCreated>()?.server_salt,
            MsgsAck::ID | Pong::ID => {}
            _ => self.updates.push_back(body.to_object()),
        }
        Ok(())
    }
}

fn dial(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Reads a packet.
fn receive(stream: &mut TcpStream, transport: &mut Transport) -> Result<Vec<u8>, Error> {
    let mut buffer = [0; 4096];
    loop {
        if let Some(packet) = transport.packet()? {
            return match packet.payload.first_chunk() {
                Some(code) if packet.payload.len() < 8 => {
                    Err(Error::Transport(i32::from_le_bytes(*code)))
                }
                _ => Ok(packet.payload),
            };
        }
        match stream.read(&mut buffer)? {
            0 => return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into()),
            count => transport.receive(&buffer[..count]),
        }
    }
}

/// The time × 2³², ascending, and divisible by four.
fn next_id(last: &mut i64) -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let now = i64::try_from((now.as_nanos() << 32) / 1_000_000_000).unwrap_or(i64::MAX) & !3;
    *last = now.max(*last + 4);
    *last
}
