//! Examples: a plain value for each call, and how it is written.

mod chooser;
mod costs;
mod json;
mod layout;
mod php;
mod python;
mod rust;
mod samples;
mod shell;
mod value;
mod wire;

pub use self::{
    chooser::Chooser,
    json::Json,
    php::madeline,
    python::telethon,
    rust::rust,
    shell::encode_command,
    value::{Object, Value},
    wire::{Line, Wire, wire},
};
