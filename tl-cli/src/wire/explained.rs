//! What is said of bytes that could not be read.

use std::collections::{BTreeMap, BTreeSet};

use typelang_layers::{Archive, Declaration};
use typelang_runtime::reflect::Fault;

use super::schemas::Schemas;
use crate::shared::layer::layers_with;

/// The fault, and then what the schemas at hand know of the id that was met, `others` being those not read with.
pub(crate) fn explained(fault: &Fault, own: &Schemas, others: &[&Schemas]) -> Vec<String> {
    Explainer::default().explained(fault, own, others)
}

/// Explains faults. What it found out of other layers is kept for the faults of further lines.
#[derive(Debug, Default)]
pub(crate) struct Explainer {
    archive: Option<Archive>,
    of_layers: BTreeMap<u32, Vec<String>>,
}

/// The number of ids that an explainer remembers.
const REMEMBERED: usize = 1 << 12;

impl Explainer {
    /// The fault, and then what is known of the id that was met: by schemas at hand, or else by other layers.
    pub(crate) fn explained(
        &mut self,
        fault: &Fault,
        own: &Schemas,
        others: &[&Schemas],
    ) -> Vec<String> {
        let mut lines = vec![fault.to_string()];
        if let Some(id) = fault.found_id() {
            let mut known = known(id, own, others);
            if known.is_empty() {
                known = self.of_layers(id).to_vec();
            }
            if known.is_empty() {
                lines.push(unknown(id));
                lines.extend(turned(id, own, others));
            }
            lines.extend(known.iter().map(|line| format!("{id:08x} is {line}")));
        }
        lines
    }

    /// Describes the declarations of other layers with an id.
    fn of_layers(&mut self, id: u32) -> &[String] {
        if self.of_layers.len() >= REMEMBERED {
            self.of_layers.clear();
        }
        let archive = self.archive.get_or_insert_with(Archive::open);
        self.of_layers.entry(id).or_insert_with(|| of_layers(archive, id))
    }
}

/// Says that no schema has this id.
pub(crate) fn unknown(id: u32) -> String {
    format!("no schema that was searched has the id {id:08x}; `--schema` adds one")
}

/// Describes the declarations with this id if its bytes are turned around.
fn turned(id: u32, own: &Schemas, others: &[&Schemas]) -> Vec<String> {
    let turned = id.swap_bytes();
    let told = known(turned, own, others)
        .into_iter()
        .map(|line| format!("turned around, as schemas write ids, {turned:08x} is {line}"));
    told.collect()
}

/// Describes the declarations with this id.
pub(crate) fn known(id: u32, own: &Schemas, others: &[&Schemas]) -> Vec<String> {
    let mut lines = Vec::new();
    for all in [own].into_iter().chain(others.iter().copied()) {
        for (schema, name) in all.all.iter().zip(&all.names) {
            let constructor = schema.constructor(id).map(|it| (it, "constructor"));
            let function = schema.function(id).map(|it| (it, "method"));
            let Some((found, kind)) = constructor.or(function) else { continue };
            let ty = schema.result_of(found).map_or("what it calls", |ty| ty.name());
            let line = format!("the {kind} `{}` of `{ty}`, in {name}", found.name());
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

/// Describes the declarations of other layers with an id. Those that differ in flags without bytes have one id.
fn of_layers(archive: &Archive, id: u32) -> Vec<String> {
    let all = archive.with_id(id);
    let what = |it: &Declaration<'_>| (it.is_method(), it.name().to_owned(), it.ty().to_owned());
    let names: BTreeSet<_> = all.iter().map(what).collect();
    let line = |key: (bool, String, String)| {
        let own: Vec<_> = all.iter().filter(|it| what(it) == key).copied().collect();
        let (is_method, name, ty) = key;
        let kind = if is_method { "method" } else { "constructor" };
        let last = own.iter().flat_map(Declaration::runs).map(|(_, last)| last).max();
        let (layers, last) = (layers_with(&own), last.unwrap_or_default());
        format!("the {kind} `{name}` of `{ty}`, in {layers}; `--layer {last}` reads it")
    };
    names.into_iter().map(line).collect()
}
