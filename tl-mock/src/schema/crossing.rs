//! Between a client's layer and the built-in one, which handlers in Rust are written for.

use typelang_runtime::{
    Layers, Object, ObjectRef,
    mtproto::RpcError,
    reflect::translate::{Defaults, Translated, Untranslated},
};
use typelang_telegram::{LAYER, SCHEMA};

use crate::schema::layer::Loaded;

/// Why a value was not translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Uncrossed {
    /// No layer has it; whoever sends it may want that.
    Unreadable,
    /// The client's layer cannot express it, and why.
    Refused(String),
}

impl Loaded {
    /// Translates a call to the built-in layer.
    pub(crate) fn call(&self, call: ObjectRef<'_>) -> Result<Object, RpcError> {
        let Some(layers) = self.layers() else { return Ok(call.to_object()) };
        match translated(layers.translate(call.as_bytes(), self.layer().number, LAYER)) {
            Some(Ok(made)) => Ok(made),
            Some(Err(Untranslated::Fault(fault))) => {
                Err(RpcError::new(400, format!("INPUT_FETCH_ERROR_{}", fault.offset())))
            }
            _ => Err(RpcError::new(400, "INPUT_CONSTRUCTOR_INVALID")),
        }
    }

    /// Translates the response of a method, which has this id in the built-in layer, to the client's layer.
    pub(crate) fn response(&self, method: u32, response: Object) -> Result<Object, Uncrossed> {
        let Some(layers) = self.layers() else { return Ok(response) };
        crossed(layers.translate_response(method, response.as_bytes(), self.layer().number))
    }

    /// Translates a value such as `Updates` to the client's layer.
    pub(crate) fn value(&self, value: ObjectRef<'_>) -> Result<Object, Uncrossed> {
        let Some(layers) = self.layers() else { return Ok(value.to_object()) };
        crossed(layers.translate(value.as_bytes(), LAYER, self.layer().number))
    }

    /// The built-in layer and this one; `None` if they are the same.
    fn layers(&self) -> Option<&Layers> {
        let make = || {
            let layers = Layers::new(&SCHEMA, LAYER).ok()?;
            let layers = layers.with(self.layer().number, self.other()?.clone());
            // A test's server answers as well as it can.
            Some(layers.defaults(Defaults::Filled))
        };
        self.other().filter(|_| self.layer().number != LAYER)?;
        self.crossing.get_or_init(make).as_ref()
    }
}

fn translated(
    made: Option<Result<Translated, Untranslated>>,
) -> Option<Result<Object, Untranslated>> {
    made.map(|made| made.map(|value| Object::from_vec(value.bytes)))
}

fn crossed(made: Option<Result<Translated, Untranslated>>) -> Result<Object, Uncrossed> {
    match translated(made) {
        Some(Ok(made)) => Ok(made),
        Some(Err(Untranslated::Refusal(refusal))) => Err(Uncrossed::Refused(refusal.to_string())),
        Some(Err(Untranslated::Fault(_))) | None => Err(Uncrossed::Unreadable),
    }
}
