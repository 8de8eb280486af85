//! A server without sockets.

use std::{fmt, sync::Arc, time::Duration};

use typelang_runtime::{Encode, Object};

use crate::{
    answer::{CallEvent, Fault, Faults},
    crypto::RsaKey,
    handshake::KeyFault,
    peer::{Link, Shared, Step},
    server::{builder::Builder, calls::Calls, core::Core},
};

/// A server without sockets, for tests that need no network, choose the time, and can be repeated byte by byte.
pub struct InMemory {
    shared: Arc<Shared>,
    calls: Arc<Calls>,
    faults: Arc<Faults>,
}

/// A connection to an [`InMemory`] server.
#[derive(Debug)]
pub struct InMemoryConnection {
    link: Link,
    is_closed: bool,
}

impl InMemory {
    pub(super) fn new(builder: Builder) -> Self {
        let address = builder.address;
        let Core { shared, calls, faults } = Core::new(builder, address);
        Self { shared, calls, faults }
    }

    /// Opens a connection.
    #[must_use]
    pub fn connect(&self) -> InMemoryConnection {
        InMemoryConnection { link: Link::new(Arc::clone(&self.shared)), is_closed: false }
    }

    /// The server's RSA key.
    #[must_use]
    pub fn rsa_key(&self) -> &RsaKey {
        &self.shared.rsa
    }

    /// Has the next call of a method go wrong.
    pub fn fault(&self, method: &str, fault: Fault) {
        self.faults.add(method, fault);
    }

    /// Has the next exchange of a key go wrong. Faults wait in line.
    pub fn key_fault(&self, fault: KeyFault) {
        self.faults.add_key_fault(fault);
    }

    /// The last 1,000 calls.
    #[must_use]
    pub fn calls(&self) -> Vec<Arc<CallEvent>> {
        self.calls.all()
    }
}

impl InMemoryConnection {
    /// Hands bytes to the server, and returns those that it writes. `now` is the time since 1970. Answers that are put
    /// off come at once.
    pub fn send(&mut self, bytes: &[u8], now: Duration) -> Vec<u8> {
        if self.is_closed {
            return Vec::new();
        }
        let steps = self.link.receive(bytes, now);
        self.take(steps, now)
    }

    /// Has the server send a value such as `Updates`, and returns what it writes: nothing before the first message
    /// under a key.
    pub fn push<T: Encode>(&mut self, value: &T, now: Duration) -> Vec<u8> {
        let steps = self.link.push(Object::new(value), now);
        self.take(steps, now)
    }

    /// Whether the server has closed the connection.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.is_closed
    }

    fn take(&mut self, steps: Vec<Step>, now: Duration) -> Vec<u8> {
        let mut written = Vec::new();
        for step in steps {
            match step {
                Step::Write(bytes) => written.extend(bytes),
                Step::Wait(_, late) => {
                    let steps = self.link.late(late, now);
                    written.extend(self.take(steps, now));
                }
                Step::Close => self.is_closed = true,
                Step::Expect(_) => {}
            }
        }
        written
    }
}

impl fmt::Debug for InMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InMemory").field("rsa", &self.shared.rsa).finish_non_exhaustive()
    }
}
