//! Writing bytes: primitive values and sinks.

mod checked;
pub(crate) mod count;
pub(crate) mod cursor;
pub(crate) mod disagreement;
mod of_layer;
pub(crate) mod run;
pub(crate) mod sink;
mod string;
pub(crate) mod writer;
