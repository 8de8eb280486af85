//! What generated code calls, beside the traits and types that users see in the root of this crate.
//!
//! Generated code says `tl::bit` and the like, so the root has these names too, hidden from its documentation. They may change with
//! any release together with the generator: generate anew rather than call them. The macros `serde_impls!` and
//! `serialize_impls!`, by which generated types implement serde's traits, belong here as well.

mod compare;
mod debug;
mod serde_macros;
mod size;
mod zero;

pub use self::{
    compare::{hash, hash_with, same, same_with},
    debug::debug,
    size::assert_size,
    zero::zero,
};
pub use crate::{
    traits::{combinator::Declared, known::Known},
    wire::{
        flags::{bit, flags},
        length::count,
        rpc_error_kind::RpcErrorKind,
    },
    write::run::Run,
};
