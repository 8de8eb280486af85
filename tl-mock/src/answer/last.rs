//! Scripts and random values, which answer what no handler does.

use std::{
    cell::Cell,
    net::SocketAddr,
    time::{SystemTime, UNIX_EPOCH},
};

use serde_json::Value;
use typelang_runtime::{Object, mtproto::RpcError};

use crate::{
    answer::{
        answers::Login,
        call::Call,
        fault::unknown_constructor,
        random::{RandomValues, Seeds},
        script::{Line, LineFault, Reply, Script},
        template::Scope,
    },
    client::{AnsweredBy, Session},
    handshake::KeyFault,
    schema::{Layer, Loaded},
};

/// Scripts and random values.
pub(super) struct Last {
    script: Script,
    preset: Script,
    /// Whether random values answer the rest.
    is_random: bool,
    seeds: Seeds,
    address: SocketAddr,
}

/// The lines of the preset.
const PRESET: &str = include_str!("login.jsonl");

impl Last {
    pub(super) fn new(
        script: Script,
        login: Login,
        random: Option<u64>,
        address: SocketAddr,
    ) -> Self {
        let preset = match login {
            Login::Preset => Script::parse(PRESET).expect("the preset is sound"),
            Login::Refused => Script::default(),
        };
        let seeds = Seeds::new(random.unwrap_or_default());
        Self { script, preset, is_random: random.is_some(), seeds, address }
    }

    pub(super) fn key_fault(&self) -> Option<KeyFault> {
        self.script.key_fault()
    }

    pub(super) fn answer(
        &self,
        session: &mut Session,
        layer: &Loaded,
        call: &Call<'_>,
    ) -> Result<Object, RpcError> {
        let method = call.name();
        let is_scripted = self.script.has(&method) || self.preset.has(&method);
        let json = is_scripted.then(|| call.json()).flatten();
        let json: Option<Value> = json.and_then(|json| serde_json::from_str(&json).ok());
        for (script, by) in [(&self.script, AnsweredBy::Script), (&self.preset, AnsweredBy::Preset)]
        {
            if let Some(line) = script.line(&method, call.layer.number, json.as_ref()) {
                session.effects.answered_by = by;
                return self.play(session, (layer, call), line, json.as_ref());
            }
        }
        if self.is_random && call.is_known() {
            session.effects.answered_by = AnsweredBy::Random;
            return self.random(call);
        }
        session.effects.answered_by = AnsweredBy::Nobody;
        Err(if call.is_known() {
            RpcError::new(400, "METHOD_INVALID")
        } else {
            RpcError::new(400, format!("INPUT_METHOD_INVALID_{}", call.bytes.id()))
        })
    }

    /// Does what a line says.
    fn play(
        &self,
        session: &mut Session,
        (layer, call): (&Loaded, &Call<'_>),
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
                let encode = || call.encode_response(layer, &scope.fill(value)?);
                let mut values = self.values(value, call.layer, encode)?;
                values.pop().ok_or_else(|| broken("no value"))?
            }
        };
        for value in &line.push {
            let encode = || call.encode_any(layer, &scope.fill(value)?);
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
            // A script with such a line for a call is refused.
            Some(LineFault::Key(_)) | None => {}
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
