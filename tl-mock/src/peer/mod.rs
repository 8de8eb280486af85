//! One connection, without input or output: bytes in, and steps to take.

mod binding;
mod keys;
mod link;
mod outbox;
mod received;
mod serve;
mod service;
mod steps;

pub(crate) use self::{
    keys::{Keys, Target},
    link::{Link, Shared},
    steps::{Late, Step},
};
