//! Traits of types that can be read and written.

pub(crate) mod callers;
pub(crate) mod combinator;
pub(crate) mod convert;
pub(crate) mod decode;
pub(crate) mod embedded;
pub(crate) mod encode;
pub(crate) mod function;
pub(crate) mod known;
pub(crate) mod locate;
pub(crate) mod method_facts;
pub(crate) mod tag;
pub(crate) mod variant;
pub(crate) mod with;
