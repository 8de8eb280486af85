//! Answers in JSON, a line each.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use serde_json::{Map, Value};
use typelang_runtime::mtproto::RpcError;

use crate::{
    answer::{
        names::{UnknownMethod, UnknownName, names},
        script_error::{BadLine, ScriptError},
    },
    handshake::KeyFault,
    schema::ValueName,
};

/// Answers by method, in the order of the lines.
#[derive(Debug, Default)]
pub(crate) struct Script {
    lines: BTreeMap<String, Vec<Line>>,
    /// How many scripts the lines are from.
    scripts: usize,
}

/// One line: what to answer, and when.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The script, counted from 0, and the line in it, counted from 1.
    place: (usize, usize),
    pub(super) reply: Reply,
    /// Values to push after the answer.
    pub(super) push: Vec<Value>,
    pub(super) delay: Option<Duration>,
    pub(super) fault: Option<LineFault>,
    /// Logs in the user with this id, which may be a placeholder.
    pub(super) log_in: Option<Value>,
    pub(super) logs_out: bool,
    pub(super) needs_login: bool,
    /// Fields that the call must have.
    when: Map<String, Value>,
    /// The line answers only clients of this layer and of earlier ones; without it, of all layers.
    last_layer: Option<i32>,
    /// How often the line answers; without it always.
    times: Option<u64>,
    used: AtomicU64,
}

/// What a line answers.
#[derive(Debug, Default)]
pub(super) enum Reply {
    /// A random value of the response's type.
    #[default]
    Random,
    /// A value with placeholders.
    Result(Value),
    Error(RpcError),
}

/// What goes wrong on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineFault {
    Disconnect,
    WrongSalt,
    UnknownConstructor,
    Twice,
    /// Of the exchange of a key.
    Key(KeyFault),
}

const FAULTS: [(&str, LineFault); 6] = [
    ("disconnect", LineFault::Disconnect),
    ("wrong_salt", LineFault::WrongSalt),
    ("unknown_constructor", LineFault::UnknownConstructor),
    ("twice", LineFault::Twice),
    ("dh_gen_retry", LineFault::Key(KeyFault::Retry)),
    ("dh_gen_fail", LineFault::Key(KeyFault::Fail)),
];

/// The method at the end of an exchange of a key.
const EXCHANGE: &str = "set_client_DH_params";

impl Script {
    /// Reads lines of JSON; blank ones and those that begin with `//` are skipped, and so is a byte order mark.
    pub(crate) fn parse(text: &str) -> Result<Self, ScriptError> {
        let (mut script, mut bad) = (Self { scripts: 1, ..Self::default() }, Vec::new());
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (number, line) in (1..).zip(text.lines()) {
            if line.trim().is_empty() || line.trim_start().starts_with("//") {
                continue;
            }
            match parse_line(line) {
                Ok((method, line)) => {
                    let line = Line { place: (0, number), ..line };
                    script.lines.entry(method).or_default().push(line);
                }
                Err(problem) => bad.push(BadLine { line: number, problem }),
            }
        }
        if bad.is_empty() { Ok(script) } else { Err(ScriptError::new(bad)) }
    }

    /// Appends the lines of another script; the own ones come first.
    pub(crate) fn append(&mut self, other: Self) {
        for (method, mut lines) in other.lines {
            for line in &mut lines {
                line.place.0 += self.scripts;
            }
            self.lines.entry(method).or_default().extend(lines);
        }
        self.scripts += other.scripts;
    }

    /// The methods of lines that are not `known` in the layers up to the line's last, in the order of the lines.
    pub(crate) fn unknown_methods(
        &self,
        known: impl Fn(&str, Option<i32>) -> bool,
    ) -> Vec<UnknownMethod<'_>> {
        let calls = self.lines.iter().filter(|(method, _)| *method != EXCHANGE);
        let lines = calls.flat_map(|(method, lines)| lines.iter().map(move |line| (method, line)));
        let unknown = lines.filter(|(method, line)| !known(method, line.last_layer));
        let mut unknown: Vec<_> = unknown
            .map(|(method, line)| {
                let ((script, number), last_layer) = (line.place, line.last_layer);
                UnknownMethod { script, line: number, last_layer, method }
            })
            .collect();
        unknown.sort_by_key(|it| (it.script, it.line));
        unknown
    }

    /// The names in the values of all lines that are not `known` in the layers up to the line's last, in the order of
    /// the lines.
    pub(crate) fn unknown_names(
        &self,
        known: impl Fn(ValueName<'_>, Option<i32>) -> bool,
    ) -> Vec<UnknownName<'_>> {
        let mut unknown = Vec::new();
        for line in self.lines.values().flatten() {
            let ((script, number), last_layer) = (line.place, line.last_layer);
            let names = line.values().flat_map(names).filter(|name| !known(*name, last_layer));
            unknown.extend(names.map(|name| UnknownName {
                script,
                line: number,
                last_layer,
                name,
            }));
        }
        unknown.sort_by_key(|name| (name.script, name.line));
        unknown
    }

    /// Whether any line is for this method.
    pub(super) fn has(&self, method: &str) -> bool {
        self.lines.contains_key(method)
    }

    /// What goes wrong with this exchange of a key.
    pub(super) fn key_fault(&self) -> Option<KeyFault> {
        // A client names its layer only after the exchange.
        match self.line(EXCHANGE, 0, None)?.fault {
            Some(LineFault::Key(fault)) => Some(fault),
            _ => None,
        }
    }

    /// The first line that answers this call of a client of a layer.
    pub(super) fn line(&self, method: &str, layer: i32, call: Option<&Value>) -> Option<&Line> {
        self.lines.get(method)?.iter().find(|line| line.fits(layer, call) && line.take())
    }
}

impl Line {
    /// The response and the pushed values.
    fn values(&self) -> impl Iterator<Item = &Value> {
        let response = match &self.reply {
            Reply::Result(value) => Some(value),
            Reply::Random | Reply::Error(_) => None,
        };
        response.into_iter().chain(&self.push)
    }

    fn fits(&self, layer: i32, call: Option<&Value>) -> bool {
        let has = |(key, value)| call.and_then(|call| call.get(key)) == Some(value);
        self.last_layer.is_none_or(|last| layer <= last) && self.when.iter().all(has)
    }

    /// Uses the line once; returns whether it was not used up.
    fn take(&self) -> bool {
        let limit = self.times.unwrap_or(u64::MAX);
        let more = |used: u64| (used < limit).then(|| used.saturating_add(1));
        self.used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more).is_ok()
    }
}

fn parse_line(text: &str) -> Result<(String, Line), String> {
    let value: Value = serde_json::from_str(text).map_err(|error| no_json(&error))?;
    let Value::Object(fields) = value else { return Err("not an object".to_owned()) };
    let replies: Vec<&str> = REPLIES.into_iter().filter(|key| fields.contains_key(*key)).collect();
    if replies.len() > 1 {
        return Err(format!("a line has one answer; keep one of `{}`", replies.join("` and `")));
    }
    let (mut method, mut line) = (None, Line::default());
    for (key, value) in fields {
        if key == "method" {
            method = value.as_str().map(str::to_owned);
        } else {
            set(&mut line, &key, value)?;
        }
    }
    let method = method.ok_or("`method` is missing: the TL name of a method")?;
    let is_key_fault = matches!(line.fault, Some(LineFault::Key(_)));
    if is_key_fault != (method == EXCHANGE) {
        return Err(format!(
            "`dh_gen_retry` and `dh_gen_fail` are the faults of `{EXCHANGE}`, and it has no others"
        ));
    }
    Ok((method, line))
}

fn set(line: &mut Line, key: &str, value: Value) -> Result<(), String> {
    let wrong = |wanted: &str| format!("`{key}` has to be {wanted}");
    match key {
        "result" => line.reply = Reply::Result(value),
        "error" => {
            let example = "an object such as {\"code\": 420, \"message\": \"FLOOD_WAIT_3\"}";
            line.reply = Reply::Error(error(&value).ok_or_else(|| wrong(example))?);
        }
        "random" if value == true => line.reply = Reply::Random,
        "random" => return Err(wrong("true")),
        "push" => {
            let Value::Array(values) = value else { return Err(wrong("a list of values")) };
            line.push = values;
        }
        "delay" => {
            let delay = value.as_f64().and_then(|it| Duration::try_from_secs_f64(it).ok());
            line.delay = Some(delay.ok_or_else(|| wrong("a number of seconds"))?);
        }
        "fault" => {
            let found = FAULTS.iter().find(|(name, _)| value.as_str() == Some(name));
            let names = FAULTS.map(|(name, _)| name).join("`, `");
            line.fault = Some(found.ok_or_else(|| wrong(&format!("one of `{names}`")))?.1);
        }
        "log_in" => line.log_in = Some(value),
        "log_out" => line.logs_out = value.as_bool().ok_or_else(|| wrong("true or false"))?,
        "needs_login" => {
            line.needs_login = value.as_bool().ok_or_else(|| wrong("true or false"))?;
        }
        "when" => {
            let Value::Object(fields) = value else { return Err(wrong("an object")) };
            line.when = fields;
        }
        "last_layer" => {
            let layer = value.as_i64().and_then(|it| i32::try_from(it).ok()).filter(|it| *it > 0);
            line.last_layer = Some(layer.ok_or_else(|| wrong("the number of a layer"))?);
        }
        "times" => line.times = Some(value.as_u64().ok_or_else(|| wrong("a number"))?),
        _ => return Err(format!("unknown key `{key}`; known are method, {KEYS}")),
    }
    Ok(())
}

const KEYS: &str = "result, error, random, push, delay, fault, log_in, log_out, needs_login, when, \
                    last_layer and times";

/// The keys that say what is answered.
const REPLIES: [&str; 3] = ["result", "error", "random"];

/// What is wrong with the JSON of a line. The caller adds the line's number, so serde's own is left out.
fn no_json(error: &serde_json::Error) -> String {
    let column = error.column();
    let problem = error.to_string();
    let problem = problem.split(" at line ").next().unwrap_or_default();
    format!("column {column}: {problem}; each line has to be a whole object in JSON")
}

fn error(value: &Value) -> Option<RpcError> {
    let code = i32::try_from(value.get("code")?.as_i64()?).ok()?;
    Some(RpcError::new(code, value.get("message")?.as_str()?))
}
