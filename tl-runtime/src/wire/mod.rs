//! What the wire has, whoever reads or writes: ids, flag words, lengths, UTF-8.

pub(crate) mod flags;
pub(crate) mod ids;
pub(crate) mod length;
pub(crate) mod utf8;
