//! What handlers see of a client.

mod account;
mod answered_by;
mod effects;
mod info;
mod session;

pub(crate) use self::{account::Account, effects::Effects};
pub use self::{answered_by::AnsweredBy, info::ClientInfo, session::Session};
