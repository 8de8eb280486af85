//! The root's constants.

use std::fmt::{Display, Write as _};

use super::{IDS, UNUSED, hex, joined, optional, traits};
use crate::{
    output::SCHEMA_FILE,
    plan::model::file::{Embedding, MethodFacts, Table},
    print::{Layout, Printer, mark},
};

/// `LAYER` and the names by id.
pub(super) fn emit(table: &Table, printer: &mut Printer) {
    printer.items(optional(table.layer.map(layer)));
    printer.items(schema(table));
    printer.items(name_of());
    let count = table.names.len();
    let entries = table.names.iter().map(|(id, name)| {
        let id = hex(*id);
        text!("    ({id}, {name:?}),\n")
    });
    // Fewer may fit on one line.
    let layout = Layout::template_if(count >= 4);
    printer.list(layout, entries, mark::ENTRY, |text, entries| {
        write!(
            text,
            "#[allow(dead_code, reason = {UNUSED:?})]\n\
             #[allow(clippy::unreadable_literal, reason = {IDS:?})]\n\
             static NAMES: [(u32, &str); {count}] = [\n{entries}];\n"
        )
    });
    if !table.facts.is_empty() {
        facts(&table.facts, printer);
    }
}

fn layer(layer: u32) -> impl Display {
    text!(
        "/// The layer of the schema.\n\
         #[allow(dead_code, reason = {UNUSED:?})]\n\
         pub const LAYER: i32 = {layer};\n"
    )
}

fn name_of() -> impl Display {
    text!(
        "/// Returns the TL name of the constructor or method with this id.\n\
         #[inline]\n\
         #[must_use]\n\
         #[allow(dead_code, reason = {UNUSED:?})]\n\
         pub fn name_of(id: u32) -> tl::Option<&'static str> {{\n\
         let at = NAMES.binary_search_by_key(&id, |(id, _)| *id).ok()?;\n\
         tl::Some(NAMES[at].1)\n\
         }}\n"
    )
}

/// The schema, and the type that names it.
fn schema(table: &Table) -> impl Display {
    let compiled = optional(table.reflects.then(|| compiled(table)));
    let named = if table.reflects { ": [`SCHEMA`]" } else { "" };
    let schema = optional(table.reflects.then(|| traits::schema("tl::Some(&SCHEMA)")));
    let methods = if table.facts.is_empty() {
        ""
    } else {
        "#[inline]\n\
         fn methods() -> &'static [&'static str] { &METHODS }\n"
    };
    let items = text!(
        "{compiled}/// Names the schema of the types in this module{named}.\n\
         #[allow(dead_code, reason = {UNUSED:?})]\n\
         #[derive(Clone, Copy, Debug)]\n\
         pub enum Schema {{}}\n\
         impl tl::HasSchema for Schema {{\n\
         {schema}{methods}}}\n"
    );
    optional((table.reflects || !methods.is_empty()).then_some(items))
}

/// The bytes of the compiled schema.
fn compiled(table: &Table) -> impl Display {
    let embedded = match table.embedding {
        Embedding::Plain => "new",
        Embedding::KeepingFreeBits => "keeping_free_bits",
        Embedding::Tdlib => "tdlib",
    };
    let kept = with("free_bits", &table.kept);
    let unknown = with("unknown", &table.unknown);
    text!(
        "/// The compiled schema, by which `Debug` and paths in errors name things.\n\
         #[allow(dead_code, reason = {UNUSED:?})]\n\
         pub static SCHEMA: tl::Embedded =\n\
         tl::Embedded::{embedded}(::core::include_bytes!({SCHEMA_FILE:?})){kept}{unknown};\n"
    )
}

/// The call that adds these names to the schema, if there are any.
fn with(what: &str, names: &[String]) -> impl Display {
    let listed = joined(names.iter().map(|name| text!("{name:?}")), ", ");
    optional((!names.is_empty()).then_some(text!(".with_{what}(&[{listed}])")))
}

/// What is known of methods, as the runtime reads it: a line for each.
fn facts(facts: &[MethodFacts], printer: &mut Printer) {
    let count = facts.len();
    let lines = facts.iter().map(|facts| format!("{:?},\n", line(facts)));
    printer.list(Layout::Formatter, lines, mark::ENTRY, |text, lines| {
        write!(
            text,
            "#[allow(dead_code, reason = {UNUSED:?})]\n\
             static METHODS: [&str; {count}] = [\n{lines}];\n"
        )
    });
}

/// The name, the bits of callers, the first layer or 0, and the errors.
fn line(facts: &MethodFacts) -> String {
    let MethodFacts { name, callers, since, errors } = facts;
    let since = since.unwrap_or(0);
    let errors = errors.iter().map(|(code, name)| format!(" {code}:{name}"));
    format!("{name} {callers} {since}{}", errors.collect::<String>())
}
