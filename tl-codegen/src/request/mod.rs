//! The user's settings, before a schema is selected from and planned.

pub(crate) mod call;
pub(crate) mod item_request;
pub(crate) mod matching;
pub(crate) mod mistakes;
pub(crate) mod modules;

pub(crate) mod schema_settings;
pub(crate) mod selector;
pub(crate) mod settings;
