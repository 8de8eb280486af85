//! The exchange of an authorization key, <https://core.telegram.org/mtproto/auth_key>.

mod dh;
mod exchange;
mod fault;
mod inner_data;
mod nonces;
mod refusal;

pub(crate) use self::exchange::{Exchange, NewKey};
pub use self::{fault::KeyFault, nonces::Nonces, refusal::Refusal};
