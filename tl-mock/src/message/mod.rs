//! Messages on the wire: unencrypted ones of the exchange of keys, and encrypted ones.

mod binding;
mod encrypted;
pub(crate) mod ids;
mod plain;

pub use self::{
    binding::{Binding, BindingError, open_binding, seal_binding},
    encrypted::{Encrypted, OpenError, open, seal},
    plain::Plain,
};
