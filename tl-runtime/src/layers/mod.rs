//! Living with layers: values of other layers become values of the types that you compiled.
//!
//! Telegram publishes a layer every few weeks. A server may then send a constructor that generated types do not have,
//! or that has changed. [`Layers`] holds the schema of these types and the schemas of other layers.
//!
//! | a value in the input | what becomes of it |
//! |---|---|
//! | belongs to the current layer | it is read directly, at no cost |
//! | another layer has its constructor, and the current one has a counterpart | it is [translated](crate::reflect::translate) |
//! | another layer has its constructor, and its type has a place for it | it is kept as [`Unknown`](crate::Unknown) |
//! | another layer has its constructor, and an optional field holds it | the field is unset, which is a loss |
//! | anything else | the error tells where, what was read before it, and what to load |
//!
//! Ids decide, so one value may hold values of several layers.

mod crossing;
#[cfg(feature = "bumpalo")]
mod in_arena;
pub(crate) mod known;
mod prefix;
mod response;
mod space;
mod unread;

pub use self::{
    known::Layers,
    prefix::Prefix,
    space::Space,
    unread::{Reason, Unread},
};
