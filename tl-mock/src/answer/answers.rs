//! All that can answer a call.

use std::{fmt, net::SocketAddr, sync::Arc};

use typelang_runtime::{Object, ObjectRef, Router, mtproto::RpcError};

use crate::{
    answer::{
        event::Log,
        fault::Faults,
        first::First,
        handlers::{Handlers, to_client},
        last::Last,
        script::Script,
        wrappers,
    },
    client::Session,
    handshake::KeyFault,
    schema::Layers,
};

/// Whether the preset for logging in answers what scripts and handlers leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Login {
    #[default]
    Refused,
    Preset,
}

/// What answers calls, in this order: faults, handlers, the script, the preset, random values.
pub(crate) struct Parts {
    pub(crate) handlers: Handlers,
    pub(crate) script: Script,
    pub(crate) login: Login,
    /// The seed of random values.
    pub(crate) random: Option<u64>,
    pub(crate) layers: Layers,
    pub(crate) faults: Arc<Faults>,
    pub(crate) log: Log,
    /// Where the server listens.
    pub(crate) address: SocketAddr,
}

/// Answers calls in any wrappers.
pub(crate) struct Answers {
    router: Router<Session>,
    first: Arc<First>,
}

impl Answers {
    pub(crate) fn new(parts: Parts) -> Self {
        let first = Arc::new(First {
            last: Last::new(parts.script, parts.login, parts.random, parts.address),
            handlers: parts.handlers,
            layers: parts.layers,
            faults: parts.faults,
            log: parts.log,
        });
        let (asked, inner) = (Arc::clone(&first), Arc::clone(&first));
        let on_layer = move |layer| asked.hear(layer);
        let inner =
            move |session: &mut Session, call: ObjectRef<'_>| Ok(inner.answer(session, call));
        Self { router: wrappers::router(on_layer, inner), first }
    }

    /// The answer for an `rpc_result`. What is to happen beside it is in the session's effects.
    pub(crate) fn answer(&self, session: &mut Session, query: ObjectRef<'_>) -> Object {
        let routed = self.router.route(session, query.as_bytes());
        routed.unwrap_or_else(|error| Object::new(&RpcError::from(&error)))
    }

    /// A value of the built-in layer for a client of this layer; `None` if the layer cannot express it.
    pub(crate) fn to_client(&self, layer: i32, value: Object) -> Option<Object> {
        to_client(&self.first.layers.nearest(layer), value, &self.first.log)
    }

    /// What goes wrong with this exchange of a key.
    pub(crate) fn key_fault(&self) -> Option<KeyFault> {
        self.first.faults.take_key_fault().or_else(|| self.first.last.key_fault())
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answers").finish_non_exhaustive()
    }
}
