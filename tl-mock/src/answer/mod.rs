//! Who answers a call: faults, typed handlers, scripts, and random values.

mod answers;
mod call;
mod event;
mod fault;
mod first;
mod handlers;
mod last;
mod names;
mod random;
mod script;
mod script_error;
mod template;
mod wrappers;

pub(crate) use self::answers::{Answers, Login, Parts};
pub(crate) use self::{event::Log, fault::Faults, handlers::Handlers, script::Script};
pub use self::{
    event::{CallEvent, Event},
    fault::Fault,
    names::{UnknownMethod, UnknownName},
    script_error::{BadLine, ScriptError},
};
