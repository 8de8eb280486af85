//! What handlers see of a client.

mod account;
mod answered_by;
mod effects;
mod former;
mod info;
mod session;

pub(crate) use self::{
    account::Account,
    effects::Effects,
    former::{FormerInit, NO_FLAGS, NO_PARAMS, ONE_LANGUAGE},
};
pub use self::{answered_by::AnsweredBy, info::ClientInfo, session::Session};
