//! Messages on the wire: unencrypted ones of the exchange of keys, and encrypted ones.

mod encrypted;
pub(crate) mod ids;
mod plain;

pub use self::{
    encrypted::{Encrypted, OpenError, open, seal},
    plain::Plain,
};
