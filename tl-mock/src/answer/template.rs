//! Placeholders in the JSON of answers.
//!
//! A string that begins with `$` is replaced by a value of the call or of the server: `$now` and `$now+3600` for times,
//! `$call.peer` for a field of the call, `$user_id` for who is logged in, `$pts` and `$message_id` for the numbers of
//! the last event and message, `$next_pts` and `$next_message_id` for those of a new one, `$dc` and `$is_test` for the
//! data centre that the client asked for, and `$address` and `$port` for where the server listens. `$$` is a dollar.

use std::{cell::Cell, net::SocketAddr};

use serde_json::{Map, Value};

/// The values of placeholders.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    /// Seconds since 1970.
    pub(super) now: i64,
    pub(super) call: Option<&'a Value>,
    pub(super) user_id: Option<i64>,
    pub(super) pts: Cell<i32>,
    pub(super) message_id: Cell<i32>,
    pub(super) address: SocketAddr,
    pub(super) dc: i32,
    pub(super) is_test: bool,
}

impl Scope<'_> {
    /// Replaces all placeholders in a value.
    pub(super) fn fill(&self, value: &Value) -> Result<Value, String> {
        match value {
            Value::String(text) => self.text(text),
            Value::Array(items) => {
                items.iter().map(|item| self.fill(item)).collect::<Result<_, _>>().map(Value::Array)
            }
            Value::Object(fields) => {
                let filled = |(key, value): (&String, &Value)| Ok((key.clone(), self.fill(value)?));
                fields.iter().map(filled).collect::<Result<Map<_, _>, String>>().map(Value::Object)
            }
            _ => Ok(value.clone()),
        }
    }

    fn text(&self, text: &str) -> Result<Value, String> {
        let Some(name) = text.strip_prefix('$') else { return Ok(Value::from(text)) };
        if name.starts_with('$') {
            return Ok(Value::from(name));
        }
        self.named(name)
            .ok_or_else(|| format!("`{text}` has no value here; write `$$` for a dollar"))
    }

    fn named(&self, name: &str) -> Option<Value> {
        if let Some(path) = name.strip_prefix("call.") {
            let field = |value: Option<&Value>, key| value?.get(key).cloned();
            let start = self.call.cloned();
            return path.split('.').fold(start, |value, key| field(value.as_ref(), key));
        }
        if let Some(seconds) = name.strip_prefix("now") {
            let shift = if seconds.is_empty() { 0 } else { seconds.parse::<i64>().ok()? };
            return Some(Value::from(self.now.checked_add(shift)?));
        }
        match name {
            "call" => self.call.cloned(),
            "user_id" => Some(Value::from(self.user_id?.to_string())),
            "pts" => Some(Value::from(self.pts.get())),
            "next_pts" => Some(Value::from(next(&self.pts))),
            "message_id" => Some(Value::from(self.message_id.get())),
            "next_message_id" => Some(Value::from(next(&self.message_id))),
            "dc" => Some(Value::from(self.dc)),
            "is_test" => Some(Value::from(self.is_test)),
            "address" => Some(Value::from(self.address.ip().to_string())),
            "port" => Some(Value::from(self.address.port())),
            _ => None,
        }
    }
}

fn next(counter: &Cell<i32>) -> i32 {
    counter.set(counter.get().wrapping_add(1));
    counter.get()
}
