//! Queries of clients of other layers, and answers to them.

use crate::{
    layers::known::Layers,
    mtproto::rpc_error::RpcError,
    read::error::{Error, ErrorKind, METHOD},
    reflect::{
        schema::combinator::Combinator,
        translate::refusal::Untranslated,
        walk::{
            fault::{Fault, FaultKind},
            root::Root,
        },
    },
    rpc::{query::Unwrapped, router::Router},
    types::{object::Object, object_ref::ObjectRef},
    wire::ids::RPC_ERROR,
};

/// The method by which a client tells its layer: `invokeWithLayer {X:Type} layer:int query:!X = X`.
const WRAPPER: &str = "invokeWithLayer";

/// The number of bytes before the query in it.
const HEAD: usize = 8;

/// The errors that a client of another layer gets.
const NO_LAYER: &str = "INPUT_LAYER_INVALID";
const NO_QUERY: &str = "INPUT_CONSTRUCTOR_INVALID";
const NO_RESPONSE: &str = "RESPONSE_LAYER_INVALID";

impl<C> Router<C> {
    /// Answers clients of all these layers; handlers and their types are of the current one.
    ///
    /// `invokeWithLayer` tells the layer of the query in it. The query is translated to the current layer and the
    /// response to the client's. The wrapper need not be registered; if it is ([`Router::unwrap`]), its closure is
    /// called too, and may note the layer for [`Router::route_from`]. A client gets an `rpc_error`
    ///
    /// | code | message | if |
    /// |---|---|---|
    /// | 400 | `INPUT_LAYER_INVALID` | the layer was not added |
    /// | 400 | `INPUT_CONSTRUCTOR_INVALID` | the current layer cannot express the query |
    /// | 500 | `RESPONSE_LAYER_INVALID` | the client's layer cannot express the response |
    #[must_use]
    pub fn layers(mut self, layers: Layers) -> Self {
        self.layers = Some(layers);
        self
    }

    /// [`Router::route`] for a client that has told its layer in an earlier call.
    ///
    /// # Errors
    /// The same as [`Router::route`].
    pub fn route_from(&self, context: &mut C, layer: i32, query: &[u8]) -> Result<Object, Error> {
        let mut unwrapped = Unwrapped::new(query);
        match self.layers.as_ref().map(|layers| layers.at(layer)) {
            Some(Some(at)) => (unwrapped.layer, unwrapped.is_in_layer) = (at, at != 0),
            Some(None) => return Ok(Object::new(&RpcError::new(400, NO_LAYER))),
            None => {}
        }
        self.answer(context, unwrapped)
    }

    /// Notes the client's layer, and translates a query that is of it. Returns the answer to a query that cannot be
    /// translated.
    pub(super) fn to_current(&self, queries: &mut Unwrapped<'_>) -> Result<Option<Object>, Error> {
        let Some(layers) = &self.layers else { return Ok(None) };
        let wrapper = layers.schema(0).and_then(|schema| schema.named(WRAPPER)).map(Combinator::id);
        loop {
            queries.unpack(&self.options)?;
            let (id, layer) = (queries.query().id(), layer(queries.query()));
            if wrapper != Some(id) {
                break;
            }
            let Some(at) = layer.and_then(|layer| layers.at(layer)) else {
                return Ok(Some(Object::new(&RpcError::new(400, NO_LAYER))));
            };
            (queries.layer, queries.is_in_layer) = (at, at != 0);
            if self.routes.contains_key(&id) {
                return Ok(None);
            }
            queries.skip(HEAD);
        }
        if core::mem::take(&mut queries.is_in_layer) {
            return translate(layers, queries);
        }
        Ok(None)
    }

    /// Translates the response to the query to the client's layer.
    pub(super) fn to_client(&self, queries: &Unwrapped<'_>, response: Object) -> Object {
        let Some(layers) = self.layers.as_ref().filter(|_| queries.layer != 0) else {
            return response;
        };
        if response.id() == RPC_ERROR {
            return response;
        }
        let job = layers.job(layers.response_root(queries.query().id()), 0, None);
        let between = layers.between(queries.layer);
        match between.map(|between| between.translate(&job, response.as_bytes())) {
            Some(Ok(made)) => Object::from_vec(made.value.bytes),
            _ => Object::new(&RpcError::new(500, NO_RESPONSE)),
        }
    }
}

/// The layer in an `invokeWithLayer`.
fn layer(query: ObjectRef<'_>) -> Option<i32> {
    query.as_bytes().get(4..)?.first_chunk().map(|layer| i32::from_le_bytes(*layer))
}

fn translate(layers: &Layers, queries: &mut Unwrapped<'_>) -> Result<Option<Object>, Error> {
    let job = layers.job(Root::Call, queries.layer, None);
    let Some(between) = layers.between(0) else { return Ok(None) };
    match between.translate(&job, queries.query().as_bytes()) {
        Ok(made) => {
            queries.replace(made.value.bytes);
            Ok(None)
        }
        Err(Untranslated::Fault(fault)) => Err(queries.fault(error(&fault))),
        Err(Untranslated::Refusal(_)) => Ok(Some(Object::new(&RpcError::new(400, NO_QUERY)))),
    }
}

/// The fault of a query of another layer.
fn error(fault: &Fault) -> Error {
    let offset = usize::try_from(fault.offset).unwrap_or(usize::MAX);
    match fault.kind {
        FaultKind::Wire(kind @ ErrorKind::UnknownId { .. }) => Error::new(kind, offset, METHOD),
        FaultKind::Wire(kind) => Error::new(kind, offset, "a value of the client's layer"),
        FaultKind::NoConstructor | FaultKind::NoForm => {
            Error::new(ErrorKind::NoForm, offset, "a value of the client's layer")
        }
    }
}
