//! The settings of a build script, and the calls that generate code.

mod cargo;
mod docs_setter;
mod facts_setter;
pub(crate) mod generation;
pub(crate) mod input;
mod item_setters;
mod module_setters;
pub(crate) mod setters;
