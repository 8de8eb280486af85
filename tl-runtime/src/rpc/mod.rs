//! Calls: finding the handler of a call, and responses that depend on numbers of the call.

pub(crate) mod deferred;
#[cfg(feature = "bumpalo")]
mod in_arena;
#[cfg(feature = "layers")]
mod layered;
pub(crate) mod query;
pub(crate) mod router;
