//! What a server is without its sockets.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use crate::{
    answer::{Answers, Event, Faults, Log, Parts},
    handshake::NewKey,
    peer::{Keys, Shared},
    server::{builder::Builder, calls::Calls},
};

/// What a server is without its sockets.
pub(super) struct Core {
    pub(super) shared: Arc<Shared>,
    pub(super) calls: Arc<Calls>,
    pub(super) faults: Arc<Faults>,
}

impl Core {
    /// Puts it together; `address` is the address that the configuration names.
    pub(super) fn new(builder: Builder, address: SocketAddr) -> Self {
        let (calls, faults) = (Arc::new(Calls::default()), Arc::new(Faults::default()));
        let log = log(builder.log, Arc::clone(&calls));
        let answers = Answers::new(Parts {
            handlers: builder.handlers,
            script: builder.script,
            login: builder.login,
            random: builder.random,
            layers: builder.layers,
            faults: Arc::clone(&faults),
            log: log.clone(),
            address,
        });
        let keys = Keys::default();
        for (key, salt) in builder.keys {
            keys.add(NewKey { key, salt, dc: None, expires_in: None }, Duration::ZERO);
        }
        let shared = Arc::new(Shared { rsa: builder.rsa, answers, keys, log });
        Self { shared, calls, faults }
    }
}

/// Keeps calls, and hands all events to the listener.
fn log(listener: Option<Log>, calls: Arc<Calls>) -> Log {
    Log::new(move |event| {
        if let Event::Call(call) = event {
            calls.add(call);
        }
        if let Some(listener) = &listener {
            listener.tell(event);
        }
    })
}
