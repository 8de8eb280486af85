//! Schemas by layer.

use std::{collections::BTreeMap, fmt, slice, sync::OnceLock};

use typelang_parser::{Options, Sources, check, tlo};
use typelang_runtime::reflect::{Combinator, Random, Schema};
use typelang_telegram::{LAYER, SCHEMA};

/// The schemas that calls and answers are read by: the built-in layer, and those that were added.
///
/// A client names its layer in `invokeWithLayer`. A layer that is missing here is read by the nearest one that is not.
#[derive(Debug, Default)]
pub(crate) struct Layers {
    more: BTreeMap<i32, Schema>,
}

/// The schema of a layer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layer<'s> {
    pub(crate) number: i32,
    pub(crate) schema: &'s [Schema],
}

/// Why a schema cannot be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerError(String);

impl Layers {
    /// Adds a schema in TL, which says its layer in a line `// LAYER 229`.
    pub(crate) fn add(&mut self, name: &str, text: &str) -> Result<i32, LayerError> {
        let mut sources = Sources::new();
        sources.add(name, text);
        let checked = check(&sources, &Options::default());
        if checked.has_errors() {
            let count = checked.diagnostics.len();
            return Err(LayerError(format!(
                "{name}: {count} faults; `tl check {name}` shows them"
            )));
        }
        let layer = checked.schema.layer.and_then(|layer| i32::try_from(layer).ok());
        let layer = layer.ok_or_else(|| {
            LayerError(format!("{name}: the layer is unknown; add a line `// LAYER 229`"))
        })?;
        let schema = Schema::from_tlo(&tlo::write(&checked.schema))
            .map_err(|error| LayerError(format!("{name}: {error}")))?;
        self.more.insert(layer, schema);
        Ok(layer)
    }

    /// The schema for a client of this layer; 0 means that the client named none.
    pub(crate) fn nearest(&self, layer: i32) -> Layer<'_> {
        if layer == 0 || layer == LAYER && !self.more.contains_key(&LAYER) {
            return built_in();
        }
        let distance = |number: i32| number.abs_diff(layer);
        match self.more.iter().min_by_key(|(number, _)| distance(**number)) {
            Some((number, schema)) if distance(*number) <= distance(LAYER) => {
                Layer { number: *number, schema: slice::from_ref(schema) }
            }
            _ => built_in(),
        }
    }
}

fn built_in() -> Layer<'static> {
    let schema = SCHEMA.schema().map(slice::from_ref).unwrap_or_default();
    Layer { number: LAYER, schema }
}

impl<'s> Layer<'s> {
    /// The method with this id.
    pub(crate) fn method(&self, id: u32) -> Option<(&'s Schema, &'s Combinator)> {
        self.schema.iter().find_map(|schema| Some((schema, schema.function(id)?)))
    }

    /// A generator of random values with a seed.
    pub(crate) fn random(&self, seed: u64) -> Random<'s> {
        // What it computes from the built-in schema is kept.
        static BUILT_IN: OnceLock<Random<'static>> = OnceLock::new();
        let own = built_in().schema;
        if std::ptr::eq(own, self.schema) {
            return BUILT_IN.get_or_init(|| Random::new(own, 0)).clone().seed(seed);
        }
        Random::new(self.schema, seed)
    }
}

impl fmt::Display for LayerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for LayerError {}
