//! All that can answer a call.

use std::{
    cell::Cell,
    fmt,
    net::SocketAddr,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use serde_json::Value;
use typelang_runtime::{Combinator, Object, ObjectRef, Router, mtproto::RpcError};

use crate::{
    answer::{
        call::Call,
        event::{CallEvent, Event, Log},
        fault::{Fault, Faults},
        random::{RandomValues, Seeds},
        script::{Line, LineFault, Reply, Script},
        template::Scope,
        wrappers,
    },
    client::{AnsweredBy, Session},
    schema::{Layer, Layers},
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
    pub(crate) handlers: Router<Session>,
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
}

impl Answers {
    pub(crate) fn new(parts: Parts) -> Self {
        let layers = Arc::new(parts.layers);
        let last = Arc::new(Last {
            script: parts.script,
            preset: match parts.login {
                Login::Preset => Script::parse(PRESET).expect("the preset is sound"),
                Login::Refused => Script::default(),
            },
            is_random: parts.random.is_some(),
            seeds: Seeds::new(parts.random.unwrap_or_default()),
            address: parts.address,
            layers: Arc::clone(&layers),
        });
        let handlers = parts.handlers.otherwise(move |session, call| last.answer(session, call));
        let (asked, log) = (Arc::clone(&layers), parts.log.clone());
        let on_layer = move |layer| {
            let used = asked.nearest(layer).number;
            if used != layer {
                log.tell(&Event::UnknownLayer { asked: layer, used });
            }
        };
        let first = First { handlers, layers, faults: parts.faults, log: parts.log };
        let inner =
            move |session: &mut Session, call: ObjectRef<'_>| Ok(first.answer(session, call));
        Self { router: wrappers::router(on_layer, inner) }
    }

    /// The answer for an `rpc_result`. What is to happen beside it is in the session's effects.
    pub(crate) fn answer(&self, session: &mut Session, query: ObjectRef<'_>) -> Object {
        let routed = self.router.route(session, query.as_bytes());
        routed.unwrap_or_else(|error| Object::new(&RpcError::from(&error)))
    }
}

/// The lines of the preset.
const PRESET: &str = include_str!("login.jsonl");

/// Faults and handlers, and the event.
struct First {
    handlers: Router<Session>,
    layers: Arc<Layers>,
    faults: Arc<Faults>,
    log: Log,
}

impl First {
    fn answer(&self, session: &mut Session, bytes: ObjectRef<'_>) -> Object {
        let call = Call::new(bytes, self.layers.nearest(session.layer()));
        let method = call.name();
        session.effects.answered_by = AnsweredBy::Handler;
        let answer = match self.faults.take(&method) {
            Some(fault) => self.fail(session, bytes, fault),
            None => self.handle(session, bytes),
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

    fn handle(&self, session: &mut Session, bytes: ObjectRef<'_>) -> Object {
        let routed = self.handlers.route(session, bytes.as_bytes());
        routed.unwrap_or_else(|error| {
            session.effects.answered_by = AnsweredBy::Nobody;
            Object::new(&RpcError::from(&error))
        })
    }

    fn fail(&self, session: &mut Session, bytes: ObjectRef<'_>, fault: Fault) -> Object {
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
        self.handle(session, bytes)
    }
}

/// A value whose constructor no schema has.
fn unknown_constructor() -> Object {
    Object::from_vec(vec![0xef, 0xbe, 0xad, 0xde, 0, 0, 0, 0])
}

fn error_of(answer: &Object) -> Option<String> {
    let is_error = answer.id() == RpcError::ID;
    is_error.then(|| answer.decode_as::<RpcError>().ok().map(|error| error.error_message))?
}

/// Scripts and random values.
struct Last {
    script: Script,
    preset: Script,
    /// Whether random values answer the rest.
    is_random: bool,
    seeds: Seeds,
    address: SocketAddr,
    layers: Arc<Layers>,
}

impl Last {
    fn answer(&self, session: &mut Session, bytes: ObjectRef<'_>) -> Result<Object, RpcError> {
        let call = Call::new(bytes, self.layers.nearest(session.layer()));
        let method = call.name();
        let is_scripted = self.script.has(&method) || self.preset.has(&method);
        let json = is_scripted.then(|| call.json()).flatten();
        let json: Option<Value> = json.and_then(|json| serde_json::from_str(&json).ok());
        for (script, by) in [(&self.script, AnsweredBy::Script), (&self.preset, AnsweredBy::Preset)]
        {
            if let Some(line) = script.line(&method, json.as_ref()) {
                session.effects.answered_by = by;
                return self.play(session, &call, line, json.as_ref());
            }
        }
        if self.is_random && call.is_known() {
            session.effects.answered_by = AnsweredBy::Random;
            return self.random(&call);
        }
        session.effects.answered_by = AnsweredBy::Nobody;
        Err(if call.is_known() {
            RpcError::new(400, "METHOD_INVALID")
        } else {
            RpcError::new(400, format!("INPUT_METHOD_INVALID_{}", bytes.id()))
        })
    }

    /// Does what a line says.
    fn play(
        &self,
        session: &mut Session,
        call: &Call<'_>,
        line: &Line,
        json: Option<&Value>,
    ) -> Result<Object, RpcError> {
        if line.needs_login && session.user_id().is_none() {
            return Err(RpcError::new(401, "AUTH_KEY_UNREGISTERED"));
        }
        let scope = self.scope(session, json);
        if let Some(user) = &line.log_in {
            let user = number(&scope.fill(user).map_err(|problem| broken(&problem))?);
            session.account.user_id = user;
        }
        if line.logs_out {
            session.log_out();
        }
        let scope = Scope { user_id: session.user_id(), ..scope };
        let answer = match &line.reply {
            Reply::Error(error) => return Err(error.clone()),
            Reply::Random => self.random(call)?,
            Reply::Result(value) => {
                let encode = || call.encode_response(&scope.fill(value)?);
                let mut values = self.values(value, call.layer, encode)?;
                values.pop().ok_or_else(|| broken("no value"))?
            }
        };
        for value in &line.push {
            let encode = || call.encode_any(&scope.fill(value)?);
            session.effects.pushes.extend(self.values(value, call.layer, encode)?);
        }
        session.account.pts = scope.pts.get();
        session.account.message_id = scope.message_id.get();
        session.effects.delay = line.delay.or(session.effects.delay);
        match line.fault {
            Some(LineFault::UnknownConstructor) => return Ok(unknown_constructor()),
            Some(LineFault::Disconnect) => session.disconnect(),
            Some(LineFault::Twice) => session.answer_twice(),
            Some(LineFault::WrongSalt) => session.effects.refuses_salt = true,
            None => {}
        }
        Ok(answer)
    }

    fn scope<'a>(&self, session: &Session, call: Option<&'a Value>) -> Scope<'a> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Scope {
            now: i64::try_from(now.as_secs()).unwrap_or(i64::MAX),
            call,
            user_id: session.user_id(),
            pts: Cell::new(session.account.pts),
            message_id: Cell::new(session.account.message_id),
            address: self.address,
            dc: session.account.dc,
            is_test: session.account.is_test,
        }
    }

    fn random(&self, call: &Call<'_>) -> Result<Object, RpcError> {
        let seed = self.seeds.next();
        let bytes = call.response().and_then(|root| call.layer.random(seed).bytes(root));
        bytes.map(Object::from_vec).ok_or_else(|| RpcError::new(400, "METHOD_INVALID"))
    }

    /// The values that a line describes: one with its placeholders filled, or random ones.
    fn values(
        &self,
        value: &Value,
        layer: Layer<'_>,
        encode: impl FnOnce() -> Result<Object, String>,
    ) -> Result<Vec<Object>, RpcError> {
        let made = match RandomValues::read(value) {
            Some(random) => random.make(layer, &self.seeds),
            None => encode().map(|value| vec![value]),
        };
        made.map_err(|problem| broken(&problem))
    }
}

fn broken(problem: &str) -> RpcError {
    RpcError::new(400, format!("SCRIPT: {problem}"))
}

fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answers").finish_non_exhaustive()
    }
}
