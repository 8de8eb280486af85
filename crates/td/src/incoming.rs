//! Sorts what `TDLib` sends.

use alloc::boxed::Box;

use typelang_runtime::tdlib::Received;

use crate::{SCHEMA, enums::Update};

/// An object from `td_receive`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Incoming<'a> {
    /// An update, of any kind.
    Update(Box<Update>),
    /// An answer to a call: [`Received::extra`] says to which, and [`Received::answer_to`] reads it.
    Answer(Received<'a>),
    /// An object of a newer `TDLib`, whose `@type` this schema does not have.
    Unknown(Received<'a>),
}

impl<'a> Incoming<'a> {
    /// Reads and sorts an object.
    ///
    /// # Errors
    /// If the text is not a JSON object with `@type`, or is an update that this schema cannot hold; the message has
    /// the path. [`Received::parse`] still keeps its text.
    pub fn read(json: &'a str) -> Result<Self, serde_json::Error> {
        let received = Received::parse(json)?;
        if received.extra().is_some() {
            return Ok(Self::Answer(received));
        }
        match result_of(received.name()) {
            Some("Update") => received.read().map(|update| Self::Update(Box::new(update))),
            Some(_) => Ok(Self::Answer(received)),
            None => Ok(Self::Unknown(received)),
        }
    }
}

/// Returns the type that a constructor makes.
fn result_of(name: &str) -> Option<&'static str> {
    let schema = SCHEMA.schema()?;
    Some(schema.result_of(schema.named(name)?)?.name())
}
