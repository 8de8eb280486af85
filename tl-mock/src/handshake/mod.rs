//! The exchange of an authorization key, <https://core.telegram.org/mtproto/auth_key>.

mod dh;
mod exchange;
mod inner_data;
mod nonces;
mod refusal;

pub(crate) use self::exchange::{Exchange, NewKey};
pub use self::{nonces::Nonces, refusal::Refusal};
