//! `since.tsv`: the first layer of each name.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use super::{layer::Layer, lines::lines};

const HEAD: &str = "\
# Since which layer names are in Telegram's schema. Written by `cargo xtask facts`.
#
# name<TAB>layer
# name<TAB>layer<TAB>field=layer field=layer
#
# name   A constructor, method or type of the newest layer.
# layer  The first of the layers below from which on all of them have the name. The name came with this layer or with
#        one that is missing between it and the layer before; of the oldest layer, with that or with any before.
# field  A field that came later than its constructor or method. Other fields came with it.
#
# The same name may have had another id or other types. Lines are sorted by their bytes.
#
";

/// Names of the language, which some packages leave out of their schemas.
const LANGUAGE: [&str; 11] = [
    "Bool",
    "Error",
    "Null",
    "True",
    "Vector",
    "boolFalse",
    "boolTrue",
    "error",
    "null",
    "true",
    "vector",
];

/// The first layers of names and of their fields.
#[derive(Debug)]
pub(crate) struct Since {
    layers: Vec<u32>,
    items: BTreeMap<String, (u32, BTreeMap<String, u32>)>,
    /// The number of names that were missing in some layer and came back.
    returned: usize,
}

impl Since {
    /// Builds the table for the names of `current`.
    pub(crate) fn new(layers: &BTreeMap<u32, Layer>, current: &Layer) -> Self {
        let numbers = layers.keys().copied().collect();
        let mut since = Self { layers: numbers, items: BTreeMap::new(), returned: 0 };
        for name in current.types.iter().chain(current.fields.keys()) {
            let Some(first) = since.first(layers, name) else { continue };
            let language = LANGUAGE.contains(&name.as_str());
            let fields =
                if language { BTreeMap::new() } else { later(layers, current, name, first) };
            since.items.insert(name.clone(), (first, fields));
        }
        since
    }

    fn first(&mut self, layers: &BTreeMap<u32, Layer>, name: &str) -> Option<u32> {
        let has = |layer: &Layer| layer.types.contains(name) || layer.fields.contains_key(name);
        let stays = run(layers, has)?;
        let oldest = layers.iter().find(|(_, layer)| has(layer)).map(|(number, _)| *number)?;
        if LANGUAGE.contains(&name) {
            return Some(oldest);
        }
        self.returned += usize::from(oldest < stays);
        Some(stays)
    }

    /// Formats the file.
    pub(crate) fn write(&self) -> String {
        let numbers =
            self.layers.iter().fold(String::new(), |text, layer| text + &format!(" {layer}"));
        lines(&format!("{HEAD}# layers{numbers}\n"), self.items.iter().map(line))
    }

    /// Summarizes the facts.
    pub(crate) fn summary(&self, current: &Layer) -> String {
        let names: BTreeSet<_> = current.types.iter().chain(current.fields.keys()).collect();
        let fields: usize = current.fields.values().map(BTreeSet::len).sum();
        let oldest = self.layers.first().copied().unwrap_or_default();
        let old = self.items.values().filter(|(layer, _)| *layer == oldest).count();
        let later: usize = self.items.values().map(|(_, fields)| fields.len()).sum();
        format!(
            "since: {} layers; {} of {} names, {old} of them since layer {oldest} or before; \
             {later} of {fields} fields came later than what they are in; {} names were gone for a while",
            self.layers.len(),
            self.items.len(),
            names.len(),
            self.returned,
        )
    }
}

/// Returns the first layer of the unbroken run that ends with the newest layer.
fn run(layers: &BTreeMap<u32, Layer>, has: impl Fn(&Layer) -> bool) -> Option<u32> {
    layers.iter().rev().take_while(|(_, layer)| has(layer)).last().map(|(number, _)| *number)
}

/// Returns the fields that are newer than their item.
fn later(
    layers: &BTreeMap<u32, Layer>,
    current: &Layer,
    name: &str,
    first: u32,
) -> BTreeMap<String, u32> {
    let fields = current.fields.get(name).into_iter().flatten();
    let firsts = fields.filter_map(|field| {
        let has = |layer: &Layer| layer.fields.get(name).is_some_and(|it| it.contains(field));
        Some((field.clone(), run(layers, has)?))
    });
    firsts.filter(|(_, layer)| *layer > first).collect()
}

fn line((name, (first, fields)): (&String, &(u32, BTreeMap<String, u32>))) -> String {
    let mut line = format!("{name}\t{first}");
    for (at, (field, layer)) in fields.iter().enumerate() {
        _ = write!(line, "{}{field}={layer}", if at == 0 { '\t' } else { ' ' });
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(text: &[(&str, &[&str])]) -> Layer {
        let fields = text.iter().map(|(name, fields)| {
            ((*name).to_owned(), fields.iter().map(|field| (*field).to_owned()).collect())
        });
        Layer { fields: fields.collect(), ..Layer::default() }
    }

    #[test]
    fn a_name_counts_from_when_it_stays_and_later_fields_have_their_layer() {
        let layers = BTreeMap::from([
            (5, layer(&[("one", &["a"]), ("back", &[])])),
            (7, layer(&[("one", &["a", "b"]), ("two", &["x"]), ("true", &[])])),
            (8, layer(&[("one", &["b"]), ("two", &["x", "y"])])),
            (9, layer(&[("one", &["b"]), ("two", &["x", "y"]), ("back", &[]), ("true", &[])])),
        ]);
        let since = Since::new(&layers, &layers[&9]);
        let text = since.write();
        let facts: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(facts, ["back\t9", "one\t5\tb=7", "true\t7", "two\t7\ty=8"]);
        assert!(text.contains("\n# layers 5 7 8 9\n"), "{text}");
        let summary = since.summary(&layers[&9]);
        assert!(summary.contains("4 of 4 names, 1 of them since layer 5 or before"), "{summary}");
        assert!(summary.contains("1 names were gone"), "{summary}");
    }
}
