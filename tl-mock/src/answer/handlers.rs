//! Handlers in Rust, which are written for the built-in layer.

use std::collections::BTreeMap;

use typelang_runtime::{
    Combinator, Decode, Encode, Function, Object, ObjectRef, Router, mtproto::RpcError,
};

use crate::{
    answer::event::{Event, Log},
    client::Session,
    schema::{Loaded, Uncrossed},
};

/// Handlers by method.
#[derive(Debug, Default)]
pub(crate) struct Handlers {
    router: Router<Session>,
    /// The ids of their methods, by TL name: other layers have other ids.
    methods: BTreeMap<&'static str, u32>,
}

impl Handlers {
    /// Adds a handler; a later one for the same method takes its place.
    pub(crate) fn on<F, H>(mut self, handler: H) -> Self
    where
        F: Function + for<'de> Decode<'de>,
        F::Response: Encode,
        H: Fn(&mut Session, F) -> Result<F::Response, RpcError> + Send + Sync + 'static,
    {
        self.methods.insert(F::DECLARED.name, F::ID);
        self.router = self.router.on(handler);
        self
    }

    /// Answers a call of a client's layer in that layer; `None` if its method has no handler.
    pub(super) fn answer(
        &self,
        session: &mut Session,
        layer: &Loaded,
        (method, call): (&str, ObjectRef<'_>),
        log: &Log,
    ) -> Option<Result<Object, RpcError>> {
        let id = *self.methods.get(method)?;
        Some(self.translated(session, layer, (id, call), log))
    }

    fn translated(
        &self,
        session: &mut Session,
        layer: &Loaded,
        (method, call): (u32, ObjectRef<'_>),
        log: &Log,
    ) -> Result<Object, RpcError> {
        let call = layer.call(call)?;
        let routed = self.router.route(session, call.as_bytes());
        let answer = routed.map_err(|error| RpcError::from(&error))?;
        let pushes = std::mem::take(&mut session.effects.pushes);
        let pushes = pushes.into_iter().filter_map(|value| to_client(layer, value, log));
        session.effects.pushes = pushes.collect();
        if answer.id() == RpcError::ID {
            return Ok(answer);
        }
        layer.response(method, answer).map_err(|reason| {
            unsendable(layer, reason, log);
            RpcError::new(500, "RESPONSE_LAYER_INVALID")
        })
    }
}

/// Translates a value of the built-in layer to a client's. One that no layer has stays as it is; one that the client's
/// layer cannot express is `None`, which the log tells.
pub(super) fn to_client(layer: &Loaded, value: Object, log: &Log) -> Option<Object> {
    match layer.value(value.borrowed()) {
        Ok(translated) => Some(translated),
        Err(Uncrossed::Unreadable) => Some(value),
        Err(reason) => {
            unsendable(layer, reason, log);
            None
        }
    }
}

fn unsendable(layer: &Loaded, reason: Uncrossed, log: &Log) {
    let reason = match reason {
        Uncrossed::Refused(reason) => reason,
        Uncrossed::Unreadable => "it is not a value of the built-in layer".to_owned(),
    };
    log.tell(&Event::Unsendable { layer: layer.layer().number, reason });
}
