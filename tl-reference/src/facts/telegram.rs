//! The facts of Telegram's API, which the project carries.

use std::collections::BTreeMap;

use typelang_parser::docs_file::Caller;
use typelang_schema::facts as carried;

use super::facts::{Called, Facts, Raised, Since};

/// The name of all methods in the table of errors.
const ANY: &str = "*";

/// The name there for errors that no source ties to a method.
const UNTIED: &str = "?";

/// The errors, callers and first layers of Telegram's API; docs files have what errors mean.
#[must_use]
pub fn telegram() -> Facts {
    let mut facts = Facts { layers: carried::layers().collect(), ..Facts::default() };
    for error in carried::errors() {
        let (name, sources) = (error.name.to_owned(), named(error.sources));
        let raised = Raised { code: error.code, name, sources };
        match error.method {
            ANY => facts.any_errors.push(raised),
            UNTIED => facts.untied_errors.push(raised),
            method => facts.errors.entry(method.to_owned()).or_default().push(raised),
        }
    }
    for called in carried::callers() {
        let Some(caller) = Caller::named(called.caller) else { continue };
        let (may, sources) = (called.may, named(called.sources));
        facts.callers.entry(called.method.to_owned()).or_default().push(Called {
            caller,
            may,
            sources,
        });
    }
    for first in carried::since() {
        let fields: BTreeMap<String, u32> =
            first.fields().map(|(name, layer)| (name.to_owned(), layer)).collect();
        facts.since.insert(first.name.to_owned(), Since { layer: first.layer, fields });
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
