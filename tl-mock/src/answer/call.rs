//! A call, read by the client's layer.

use serde_json::Value;
use typelang_runtime::{
    Object, ObjectRef, Options,
    reflect::{
        Combinator, Root, Schema,
        json::{Fills, Form, JsonWriter, encode},
        walk,
    },
};

use crate::schema::{Layer, Loaded};

/// A call without its wrappers, and the layer that it is read by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) bytes: ObjectRef<'a>,
    pub(crate) layer: Layer<'a>,
    method: Option<(&'a Schema, &'a Combinator)>,
}

/// The longest call that is shown as JSON.
const SHOWN: usize = 64 * 1024;

impl<'a> Call<'a> {
    pub(crate) fn new(bytes: ObjectRef<'a>, layer: Layer<'a>) -> Self {
        Self { bytes, layer, method: layer.method(bytes.id()) }
    }

    /// The method's TL name; its id in eight digits if the layer has no such method.
    pub(crate) fn name(&self) -> String {
        self.method.map_or_else(
            || format!("{:08x}", self.bytes.id()),
            |(_, method)| method.name().to_owned(),
        )
    }

    /// Whether the layer has the method.
    pub(crate) const fn is_known(&self) -> bool {
        self.method.is_some()
    }

    /// The call as TL-JSON; `None` if it cannot be read, or is very long.
    pub(crate) fn json(&self) -> Option<String> {
        if self.method.is_none() || self.bytes.len() > SHOWN {
            return None;
        }
        let mut json = String::new();
        let mut writer = JsonWriter::new(&mut json, self.layer.schema, Form::default());
        let bytes = self.bytes.as_bytes();
        let options = Options::DEFAULT;
        walk(self.layer.schema, Root::Call, bytes, &options, &mut writer).ok()?;
        Some(json)
    }

    /// The type of the method's response.
    pub(crate) fn response(&self) -> Option<Root<'a>> {
        let (schema, method) = self.method?;
        Some(Root::Type(schema, method.response()?))
    }

    /// The bytes of a response in JSON. JSON that is not of the client's layer may be of the built-in one.
    pub(crate) fn encode_response(&self, layer: &Loaded, json: &Value) -> Result<Object, String> {
        let root = self.response().ok_or("the layer has no such method")?;
        encoded(self.layer, root, json).or_else(|problem| {
            let built_in = Loaded::built_in();
            let method = built_in.layer().method_named(&self.name());
            let (schema, method) = method.ok_or_else(|| problem.clone())?;
            let response = method.response().ok_or_else(|| problem.clone())?;
            let made = encoded(built_in.layer(), Root::Type(schema, response), json);
            let made = layer.response(method.id(), made.map_err(|_| problem.clone())?);
            made.map_err(|_| problem)
        })
    }

    /// The bytes of any value in JSON, of the client's layer or the built-in one.
    pub(crate) fn encode_any(&self, layer: &Loaded, json: &Value) -> Result<Object, String> {
        encoded(self.layer, Root::Any, json).or_else(|problem| {
            let made = encoded(Loaded::built_in().layer(), Root::Any, json);
            let made = made.map_err(|_| problem.clone())?;
            layer.value(made.borrowed()).map_err(|_| problem)
        })
    }
}

fn encoded(layer: Layer<'_>, root: Root<'_>, json: &Value) -> Result<Object, String> {
    let form = Form { fills: Fills::Taken, ..Form::default() };
    let bytes = encode(layer.schema, root, json, form);
    bytes.map(Object::from_vec).map_err(|refusal| refusal.to_string())
}
