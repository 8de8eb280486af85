//! Values of a later layer, which has one constructor more, read by types with a place for it.

use typelang_runtime::{
    Bump, Embedded, Layers,
    layers::Space,
    reflect::{Random, Schema},
};

use crate::{Subject, report::Report, subject::Family, walker::Known, written::written};

/// The schema of generated code, and that of the later layer.
#[derive(Clone, Copy, Debug)]
pub struct Newer {
    /// The schema that the code carries.
    pub current: &'static Embedded,
    /// The later layer, compiled.
    pub tlo: &'static [u8],
}

/// The number of values of each type.
const VALUES: usize = 10;

/// The layers of a case, and how many values were kept.
pub(crate) struct Layered {
    layers: Layers,
    newer: [Schema; 1],
    pub(crate) kept: usize,
}

impl Layered {
    /// Loads the layers.
    ///
    /// # Errors
    /// If a schema cannot be read.
    pub(crate) fn new(of: &Newer) -> Result<Self, String> {
        let newer = Schema::from_tlo(of.tlo).map_err(|error| error.to_string())?;
        let layers = Layers::new(of.current, 1).map_err(|error| error.to_string())?;
        Ok(Self { layers: layers.with(2, newer.clone()), newer: [newer], kept: 0 })
    }

    /// Tries values of the later layer.
    pub(crate) fn run(&mut self, subject: &Subject, report: &mut Report, seed: u64) {
        let Self { layers, newer, kept } = self;
        let known = Known::of(&newer[0], subject);
        let root = known.as_ref().and_then(|known| known.root(&newer[0]));
        // An object keeps bytes, a value with parameters tells its type only in its place, and an inner module has a
        // schema of its own.
        let is_closed = subject.tl.is_some_and(|tl| !tl.contains([' ', '<', '!']));
        let is_closed = is_closed && !subject.name.starts_with("inner::");
        let Some(root) = root.filter(|_| is_closed && !subject.is_open) else { return };
        let mut random = Random::new(newer, seed).size(200);
        for _ in 0..VALUES {
            let Some(bytes) = random.bytes(root) else { return };
            let id = bytes.first_chunk().map(|id| u32::from_le_bytes(*id));
            if subject.id.is_some() && subject.id != id || !stands_alone(&newer[0], id) {
                continue;
            }
            report.expect("value of a later layer", || {
                *kept += (subject.layered)(layers, &bytes)
                    .map_err(|fault| format!("{bytes:02x?}\n{fault}"))?;
                Ok(())
            });
        }
    }
}

/// Whether a value can be read by its id alone.
fn stands_alone(schema: &Schema, id: Option<u32>) -> bool {
    let known = |id| schema.constructor(id).or_else(|| schema.function(id));
    id.and_then(known).is_some_and(|it| it.params() == 0)
}

/// Reads a value through layers, and checks that it is written as it was; returns how many values in it were kept.
pub(crate) fn layered<F: Family>(layers: &Layers, bytes: &[u8]) -> Result<usize, String> {
    let (mut space, arena) = (Space::default(), Bump::new());
    let (again, shown) = {
        let value = F::read_layered(layers, bytes, &mut space, &arena)
            .map_err(|error| format!("not read: {error}"))?;
        if value.clone() != value {
            return Err(format!("the clone differs\n{value:#?}"));
        }
        let shown = format!("{value:?}");
        if shown.is_empty() {
            return Err("`Debug` shows nothing".to_owned());
        }
        (written(&value)?, shown)
    };
    // What became of a value in an arena is only seen in it.
    let kept = shown.matches(" of layer 2 ").count().max(space.unknown());
    match space.losses() {
        [] if again == bytes => Ok(kept),
        [] => Err(format!("is written as\n{again:02x?}")),
        [loss, ..] => Err(format!("a loss: {loss}")),
    }
}
