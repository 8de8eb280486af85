//! Schemas by layer.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use typelang_parser::{Options, Sources, check, report::count, tlo};
use typelang_runtime::reflect::Schema;
use typelang_telegram::LAYER;

use crate::schema::{layer::Loaded, value_name::ValueName};

/// The schemas that calls and answers are read by: the built-in layer, and others.
///
/// A client names its layer in `invokeWithLayer`. A layer that is missing here is read by the nearest one that is not.
#[derive(Default)]
pub(crate) struct Layers {
    /// Those that were added, and those that the source gave.
    loaded: Mutex<BTreeMap<i32, Arc<Loaded>>>,
    source: Option<Source>,
    others: OtherLayers,
}

/// Gives the TL of a layer.
type Source = Box<dyn Fn(u32) -> Option<String> + Send + Sync>;

/// What becomes of a client whose layer is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OtherLayers {
    /// It is answered in the nearest layer, which works as far as the two agree.
    #[default]
    Nearest,
    /// It gets the error `INPUT_LAYER_INVALID`.
    Refused,
}

/// Why a schema cannot be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerError(String);

/// How far from a client's layer the source is asked for another one.
const REACH: i32 = 16;

impl Layers {
    /// Adds a schema in TL, which says its layer in a line `// LAYER 229`.
    pub(crate) fn add(&mut self, name: &str, text: &str) -> Result<(), LayerError> {
        let (layer, schema) = compiled(name, text)?;
        let layer = layer.ok_or_else(|| {
            LayerError(format!("{name}: the layer is unknown; add a line `// LAYER 229`"))
        })?;
        self.lock().insert(layer, Arc::new(Loaded::new(layer, schema)));
        Ok(())
    }

    /// Asks `source` for the layers that were not added.
    pub(crate) fn set_source(&mut self, source: Source) {
        self.source = Some(source);
    }

    pub(crate) fn set_others(&mut self, others: OtherLayers) {
        self.others = others;
    }

    /// Whether the built-in layer, or one that was added, has a method; only layers up to `last` count.
    pub(crate) fn have(&self, method: &str, last: Option<i32>) -> bool {
        let built_in = Loaded::built_in();
        let added = self.lock();
        let mut all = added.values().chain([&built_in]).map(|loaded| loaded.layer());
        all.any(|layer| layer.is_up_to(last) && layer.method_named(method).is_some())
    }

    /// Whether the built-in layer, in which all values may be given, or one that was added has a constructor or type;
    /// of those, only layers up to `last` count.
    pub(crate) fn have_name(&self, name: ValueName<'_>, last: Option<i32>) -> bool {
        let added = self.lock();
        let mut added = added.values().map(|loaded| loaded.layer());
        Loaded::built_in().layer().has(name)
            || added.any(|layer| layer.is_up_to(last) && layer.has(name))
    }

    /// Whether a client of this layer is refused.
    pub(crate) fn refuses(&self, layer: i32) -> bool {
        self.others == OtherLayers::Refused && self.exact(layer).is_none()
    }

    /// The schema for a client of this layer; 0 means that the client named none.
    pub(crate) fn nearest(&self, layer: i32) -> Arc<Loaded> {
        self.exact(layer).unwrap_or_else(|| self.closest(layer))
    }

    fn exact(&self, layer: i32) -> Option<Arc<Loaded>> {
        let mut loaded = self.lock();
        if let Some(known) = loaded.get(&layer) {
            return Some(Arc::clone(known));
        }
        if layer == LAYER || layer == 0 {
            return Some(Loaded::built_in());
        }
        let text = self.source.as_ref()?(u32::try_from(layer).ok()?)?;
        // A layer that cannot be read is as good as a missing one.
        let (_, schema) = compiled("", &text).ok()?;
        let made = Arc::new(Loaded::new(layer, schema));
        loaded.insert(layer, Arc::clone(&made));
        Some(made)
    }

    fn closest(&self, layer: i32) -> Arc<Loaded> {
        let near = |step| [layer.saturating_sub(step), layer.saturating_add(step)];
        let mut near = (1..=REACH).flat_map(near).filter(|number| *number > 0);
        if let Some(found) = near.find_map(|number| self.exact(number)) {
            return found;
        }
        let added = self.lock();
        let all = added.keys().copied().chain([LAYER]);
        let number = all.min_by_key(|number| number.abs_diff(layer)).unwrap_or(LAYER);
        added.get(&number).cloned().unwrap_or_else(Loaded::built_in)
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<i32, Arc<Loaded>>> {
        self.loaded.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Checks and compiles a schema, and tells its layer.
fn compiled(name: &str, text: &str) -> Result<(Option<i32>, Schema), LayerError> {
    let mut sources = Sources::new();
    sources.add(name, text);
    let checked = check(&sources, &Options::default());
    if checked.has_errors() {
        let faults = count(&checked.diagnostics);
        return Err(LayerError(format!("{name}: {faults}; `tl check {name}` shows all")));
    }
    let layer = checked.schema.layer.and_then(|layer| i32::try_from(layer).ok());
    let schema = Schema::from_tlo(&tlo::write(&checked.schema));
    Ok((layer, schema.map_err(|error| LayerError(format!("{name}: {error}")))?))
}

impl fmt::Debug for Layers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.lock().keys()).finish()
    }
}

impl fmt::Display for LayerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for LayerError {}
