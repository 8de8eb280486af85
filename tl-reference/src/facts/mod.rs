//! Facts of a schema beyond its text.

#[expect(clippy::module_inception, reason = "the noun that the file defines")]
mod facts;
mod telegram;

pub use self::{
    facts::{Called, Facts, Raised, Since},
    telegram::telegram,
};
