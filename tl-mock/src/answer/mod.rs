//! Who answers a call: faults, typed handlers, scripts, and random values.

mod answers;
mod call;
mod event;
mod fault;
mod random;
mod script;
mod template;
mod wrappers;

pub(crate) use self::answers::{Answers, Login, Parts};
pub(crate) use self::{event::Log, fault::Faults, script::Script};
pub use self::{
    event::{CallEvent, Event},
    fault::Fault,
    script::ScriptError,
};
