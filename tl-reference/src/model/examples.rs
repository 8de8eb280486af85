//! The examples of a schema's pages.

use typelang_parser::{Dialect, schema::CombinatorId, syntax::Role, tlo};
use typelang_runtime::reflect;

use super::{build::Source, combinator::Example};
use crate::example::{Chooser, Json, encode_command, madeline, rust as rust_of, telethon, wire};

/// Makes the examples of a schema.
pub(super) struct Spelled<'s> {
    source: &'s Source<'s>,
    chooser: Chooser<'s>,
    json: Json<'s>,
    /// The schema as the walker reads it; `None` if it cannot be compiled, and then there are no bytes.
    compiled: Option<reflect::Schema>,
}

impl<'s> Spelled<'s> {
    pub(super) fn new(source: &'s Source<'s>) -> Self {
        let schema = source.schema;
        let compiled = reflect::Schema::from_tlo(&tlo::write(schema)).ok();
        Self { source, chooser: Chooser::new(schema), json: Json::new(schema), compiled }
    }

    pub(super) fn of(&self, id: CombinatorId) -> Option<Example> {
        let object = self.chooser.object(id)?;
        let Source { schema, encode_options, rust, .. } = self.source;
        let combinator = &schema[id];
        let is_tdlib = schema.dialect == Dialect::Tdlib;
        let line = self.json.line(&object);
        let compiled = self.compiled.as_ref()?;
        // An example that cannot be encoded is none.
        let wire =
            wire(compiled, is_tdlib, (combinator.id, combinator.role == Role::Function), &line)?;
        if combinator.role == Role::Constructor {
            let json = self.json.lines(&object);
            let empty = String::new();
            let wire = Some(wire);
            return Some(Example {
                json,
                wire,
                rust: empty.clone(),
                command: empty.clone(),
                telethon: empty.clone(),
                madeline: empty,
            });
        }
        // Other libraries know only the calls of Telegram's API.
        let or_none = |text: String| if self.source.is_api { text } else { String::new() };
        Some(Example {
            rust: rust.and_then(|examples| rust_of(schema, examples, &object)).unwrap_or_default(),
            json: self.json.call(&object),
            command: encode_command(&self.json, &object, encode_options),
            telethon: or_none(telethon(schema, &object)),
            madeline: or_none(madeline(schema, &object)),
            wire: Some(wire),
        })
    }
}
