//! Calls: which handler answers one, and responses that are read by numbers of it.

pub(crate) mod deferred;
pub(crate) mod query;
pub(crate) mod router;
