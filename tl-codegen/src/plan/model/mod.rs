//! The model that emitters read: files, items, fields, and their bytes in order.
//!
//! Nothing here refers back to the schema.

pub(crate) mod codec;
pub(crate) mod file;
pub(crate) mod item;
pub(crate) mod member;
pub(crate) mod memory;
pub(crate) mod names;
pub(crate) mod new;
pub(crate) mod reserved;
pub(crate) mod rust;
pub(crate) mod serde;
pub(crate) mod size;
pub(crate) mod telling;
pub(crate) mod traits;
pub(crate) mod wire;
mod words;
