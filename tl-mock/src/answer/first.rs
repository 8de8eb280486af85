//! Faults and handlers, and the event of each call.

use std::sync::Arc;

use typelang_runtime::{Combinator, Object, ObjectRef, mtproto::RpcError};

use crate::{
    answer::{
        call::Call,
        event::{CallEvent, Event, Log},
        fault::{Fault, Faults, unknown_constructor},
        handlers::Handlers,
        last::Last,
    },
    client::{AnsweredBy, Session},
    schema::{Layers, Loaded},
};

/// Answers a call without its wrappers: by a fault, a handler, or what is behind these.
pub(super) struct First {
    pub(super) handlers: Handlers,
    pub(super) layers: Layers,
    pub(super) faults: Arc<Faults>,
    pub(super) log: Log,
    pub(super) last: Last,
}

impl First {
    /// Hears that a client speaks a layer.
    pub(super) fn hear(&self, asked: i32) -> Result<(), RpcError> {
        if self.layers.refuses(asked) {
            self.log.tell(&Event::UnknownLayer { asked, used: None });
            return Err(RpcError::new(400, "INPUT_LAYER_INVALID"));
        }
        let used = self.layers.nearest(asked).layer().number;
        if used != asked {
            self.log.tell(&Event::UnknownLayer { asked, used: Some(used) });
        }
        Ok(())
    }

    pub(super) fn answer(&self, session: &mut Session, bytes: ObjectRef<'_>) -> Object {
        let layer = self.layers.nearest(session.layer());
        let call = Call::new(bytes, layer.layer());
        let method = call.name();
        let answer = match self.faults.take(&method) {
            Some(fault) => self.fail(session, &layer, &call, fault),
            None => self.handle(session, &layer, &call),
        };
        self.log.tell(&Event::Call(Arc::new(CallEvent {
            method,
            json: call.json(),
            layer: session.layer(),
            auth_key_id: session.auth_key_id(),
            session_id: session.session_id(),
            msg_id: session.msg_id(),
            client: session.client().cloned(),
            answered_by: session.effects.answered_by,
            error: error_of(&answer),
        })));
        answer
    }

    fn handle(&self, session: &mut Session, layer: &Loaded, call: &Call<'_>) -> Object {
        let method = call.name();
        let handled = self.handlers.answer(session, layer, (&method, call.bytes), &self.log);
        let answer = match handled {
            Some(answer) => {
                session.effects.answered_by = match answer {
                    Ok(_) => AnsweredBy::Handler,
                    Err(_) => AnsweredBy::Nobody,
                };
                answer
            }
            None => self.last.answer(session, layer, call),
        };
        answer.unwrap_or_else(|error| Object::new(&error))
    }

    fn fail(&self, session: &mut Session, layer: &Loaded, call: &Call<'_>, fault: Fault) -> Object {
        match fault {
            Fault::Error(error) => {
                session.effects.answered_by = AnsweredBy::Fault;
                return Object::new(&error);
            }
            Fault::WrongSalt => {
                session.effects.answered_by = AnsweredBy::Fault;
                session.effects.refuses_salt = true;
                return unknown_constructor();
            }
            Fault::UnknownConstructor => {
                session.effects.answered_by = AnsweredBy::Fault;
                return unknown_constructor();
            }
            Fault::Disconnect => session.disconnect(),
            Fault::Late(delay) => session.answer_after(delay),
            Fault::Twice => session.answer_twice(),
        }
        self.handle(session, layer, call)
    }
}

fn error_of(answer: &Object) -> Option<String> {
    let is_error = answer.id() == RpcError::ID;
    is_error.then(|| answer.decode_as::<RpcError>().ok().map(|error| error.error_message))?
}
