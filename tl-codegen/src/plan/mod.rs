//! Every decision about the Rust to write: modules, identifiers, types, boxing, docs.
//!
//! The emitters only spell what stands here; nothing in this tree refers back to the schema.

pub(crate) mod build;
pub(crate) mod expand;
pub(crate) mod field;
mod file;
mod item;
pub(crate) mod methods;
pub(crate) mod model;
pub(crate) mod requests;
pub(crate) mod selectors;
mod shape;

pub(crate) use self::build::plan;
// What other crates see.
pub use self::model::{
    codec::{Amount, Codec, VectorForm},
    file::{File, Imports, Item, Module, Named, Plan, Table},
    item::{Accessor, Enum, Field, NumberParam, Opaque, Part, Payload, Response, Struct, Variant},
    member::{Getter, Member, View},
    new::{Initial, New, Zero},
    rust::{ItemPath, Name, RustType, Space},
    serde::{Serde, SerdeImpl, SerdeImpls, SerdeModule},
    telling::{Holder, Telling, Tells},
    traits::{Cloning, Means, Traits},
    wire::{Assembly, Bit, Number, Piece, Presence, Record, Rest, Step},
};
