//! Walking through bytes by a schema.

pub(crate) mod env;
pub(crate) mod event;
pub(crate) mod events;
pub(crate) mod fault;
pub(crate) mod feed;
pub(crate) mod frame;
mod of_layer;
pub(crate) mod path;
pub(crate) mod root;
mod skip;
pub(crate) mod traced;
mod value;
pub(crate) mod walker;
