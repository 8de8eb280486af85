//! What generated code calls, apart from the traits and types for users.
//!
//! Generated code reaches these items as `tl::bit`. The macros `serde_impls!` and `serialize_impls!`, by which
//! generated types implement serde's traits, belong here as well.

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
    traits::known::Known,
    wire::{
        flags::{bit, flags, many_flags},
        length::count,
        rpc_error_kind::RpcErrorKind,
    },
    write::run::Run,
};
