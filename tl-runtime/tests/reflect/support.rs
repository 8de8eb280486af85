//! Schemas from text, and walks written down.

use std::{convert::Infallible, fmt::Write};

use typelang_parser::{Dialect, Options as Settings, Sources, check, tlo};
use typelang_runtime::{
    Options,
    reflect::{Ended, Event, Fault, Piece, Root, Scalar, Schema, Visitor, walk},
};

/// Compiles a schema that has no fault.
pub(crate) fn schema_in(dialect: Dialect, text: &str) -> Schema {
    let mut sources = Sources::new();
    sources.add("test.tl", text);
    let settings = Settings { dialect: Some(dialect), ..Settings::default() };
    let checked = check(&sources, &settings);
    assert!(!checked.has_errors(), "{:?}", checked.diagnostics);
    Schema::from_tlo(&tlo::write(&checked.schema)).unwrap()
}

pub(crate) fn schema(text: &str) -> Schema {
    schema_in(Dialect::Vk, text)
}

/// Writes a walk down in one line.
#[derive(Default)]
pub(crate) struct Log(pub(crate) String);

impl<'s> Visitor<'s> for Log {
    type Stop = Infallible;

    fn visit(&mut self, at: Piece<'_>, event: Event<'s, '_>) -> Result<(), Infallible> {
        let out = &mut self.0;
        match event {
            Event::Any => Ok(()),
            Event::Begin(it, form) => write!(out, "{}:{form:?}{{", it.name()),
            Event::End(_) => write!(out, "}}"),
            Event::Field(field) => write!(out, " {}=", field.name()),
            Event::Absent(field) => write!(out, " -{}", field.name()),
            Event::BeginList(count, list) => write!(out, "{list:?}*{count}["),
            Event::Item(item) => write!(out, " {item}:"),
            Event::EndList => write!(out, "]"),
            Event::BeginRound => write!(out, "("),
            Event::EndRound => write!(out, ")"),
            Event::Scalar(scalar) => {
                assert!(at.bytes.len().is_multiple_of(4));
                match scalar {
                    Scalar::Nat(value) => write!(out, "#{value}@{}", at.offset),
                    Scalar::Int(value) => write!(out, "{value}@{}", at.offset),
                    Scalar::Long(value, _) => write!(out, "{value}L"),
                    Scalar::Double(value) => write!(out, "{value:?}"),
                    Scalar::Float(value) => write!(out, "{value:?}f"),
                    Scalar::Bool(value) => write!(out, "{value}"),
                    Scalar::True => write!(out, "yes"),
                    Scalar::Text(value) => write!(out, "{value:?}"),
                    Scalar::Bytes(value, _) => write!(out, "{value:x?}"),
                    Scalar::Unknown(value) => write!(out, "?{}", value.len()),
                    Scalar::OfLayer { layer, name, bytes } => {
                        write!(out, "{name} of layer {layer} {}", bytes.len())
                    }
                }
            }
        }
        .unwrap();
        Ok(())
    }
}

/// The walk over some bytes, or the fault after what was walked.
pub(crate) fn logged(
    schemas: &[Schema],
    root: Root<'_>,
    bytes: &[u8],
    options: &Options,
) -> Result<String, (String, Fault)> {
    let mut log = Log::default();
    match walk(schemas, root, bytes, options, &mut log) {
        Ok(used) => {
            assert!(used <= bytes.len());
            Ok(log.0)
        }
        Err(Ended::Fault(fault)) => Err((log.0, fault)),
        Err(Ended::Stop(never)) => match never {},
    }
}

/// Words as bytes.
pub(crate) fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}
