//! The schema of one layer.

use std::{
    slice,
    sync::{Arc, LazyLock, OnceLock},
};

use typelang_runtime::{
    Layers,
    reflect::{Combinator, Random, Schema},
};
use typelang_telegram::{LAYER, SCHEMA};

use crate::schema::value_name::ValueName;

/// The schema of a layer, which values are read by and translated with.
#[derive(Debug)]
pub(crate) struct Loaded {
    number: i32,
    /// `None` for the built-in layer.
    schema: Option<Schema>,
    /// The built-in layer and this one, made when a value first crosses between them.
    pub(super) crossing: OnceLock<Option<Layers>>,
}

/// The schema of a layer, to read values by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layer<'s> {
    pub(crate) number: i32,
    pub(crate) schema: &'s [Schema],
}

impl Loaded {
    pub(super) fn new(number: i32, schema: Schema) -> Self {
        Self { number, schema: Some(schema), crossing: OnceLock::new() }
    }

    /// The layer that handlers in Rust are written for.
    pub(crate) fn built_in() -> Arc<Self> {
        static BUILT_IN: LazyLock<Arc<Loaded>> = LazyLock::new(|| {
            Arc::new(Loaded { number: LAYER, schema: None, crossing: OnceLock::new() })
        });
        Arc::clone(&BUILT_IN)
    }

    /// To read values by.
    pub(crate) fn layer(&self) -> Layer<'_> {
        match &self.schema {
            Some(schema) => Layer { number: self.number, schema: slice::from_ref(schema) },
            None => built_in(),
        }
    }

    /// The schema, unless this is the built-in layer.
    pub(super) fn other(&self) -> Option<&Schema> {
        self.schema.as_ref()
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

    /// The method with this name.
    pub(crate) fn method_named(&self, name: &str) -> Option<(&'s Schema, &'s Combinator)> {
        let named = self.schema.iter().find_map(|schema| schema.named(name))?;
        self.method(named.id())
    }

    /// Whether the layer is this one or an earlier one; without one it is.
    pub(super) fn is_up_to(&self, last: Option<i32>) -> bool {
        last.is_none_or(|last| self.number <= last)
    }

    /// Whether the layer has a constructor or type.
    pub(super) fn has(&self, name: ValueName<'_>) -> bool {
        self.schema.iter().any(|schema| name.is_in(schema))
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
