//! What reading and writing share: ids, flag words, lengths, UTF-8, names of errors, counts in messages.

pub(crate) mod counted;
pub(crate) mod flags;
pub(crate) mod ids;
pub(crate) mod length;
pub(crate) mod rpc_error_kind;
pub(crate) mod utf8;
