//! The facts of Telegram's API, which the project carries.

use typelang_parser::fact_tables::{self, ANY_METHOD, NO_METHOD};
use typelang_schema::facts as carried;

use super::facts::{Called, Facts, Raised, Since};

/// The errors, callers and first layers of Telegram's API; docs files have what errors mean.
#[must_use]
pub fn telegram() -> Facts {
    let layers = fact_tables::layers(carried::SINCE).collect();
    let mut facts = Facts { layers, ..Facts::default() };
    // A test of the tables makes sure that none of their lines is faulty.
    for error in fact_tables::errors(carried::ERRORS).flatten() {
        let (name, sources) = (error.name.into_owned(), named(error.sources));
        let raised = Raised { code: error.code, name, sources };
        match error.method {
            ANY_METHOD => facts.any_errors.push(raised),
            NO_METHOD => facts.untied_errors.push(raised),
            method => facts.errors.entry(method.to_owned()).or_default().push(raised),
        }
    }
    for row in fact_tables::callers(carried::CALLERS).flatten() {
        let called = Called { caller: row.caller, may: row.may, sources: named(row.sources) };
        facts.callers.entry(row.method.to_owned()).or_default().push(called);
    }
    for row in fact_tables::since(carried::SINCE).flatten() {
        let fields = row.fields.into_iter().map(|(name, layer)| (name.to_owned(), layer));
        let since = Since { layer: row.layer, fields: fields.collect() };
        facts.since.insert(row.name.to_owned(), since);
    }
    facts
}

/// The names of sources, by their letters.
fn named(letters: &str) -> String {
    let name = |letter: char| match letter {
        'e' => Some("electrogram"),
        'm' => Some("mtcute"),
        't' => Some("Telethon"),
        _ => None,
    };
    letters.chars().filter_map(name).collect::<Vec<_>>().join(", ")
}
