//! What a type has to be able to do, so that it can be read and written.

pub(crate) mod callers;
pub(crate) mod combinator;
pub(crate) mod decode;
pub(crate) mod embedded;
pub(crate) mod encode;
pub(crate) mod function;
pub(crate) mod known;
pub(crate) mod locate;
pub(crate) mod variant;
pub(crate) mod with;
