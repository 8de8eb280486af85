//! Types without a declaration of their own, and forms that Rust has no type for.

#[cfg(feature = "bumpalo")]
mod arena;
mod beside_drop;
mod boxed;
#[cfg(feature = "bytes")]
mod bytes;
#[cfg(feature = "compact_str")]
mod compact;
pub(crate) mod form;
pub(crate) mod free_bits;
mod number;
pub(crate) mod object;
pub(crate) mod object_ref;
#[cfg(feature = "reflect")]
pub(crate) mod opaque;
mod optional;
#[cfg(feature = "reflect")]
mod skip;
mod text;
pub(crate) mod unknown;
pub(crate) mod unknown_ref;
mod vector;
