//! Random values in scripts.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::Value;
use typelang_runtime::Object;

use crate::schema::Layer;

/// A source of seeds: the same ones in each run.
#[derive(Debug)]
pub(super) struct Seeds {
    first: u64,
    count: AtomicU64,
}

impl Seeds {
    pub(super) const fn new(first: u64) -> Self {
        Self { first, count: AtomicU64::new(0) }
    }

    pub(super) fn next(&self) -> u64 {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        // Any odd number spreads the seeds of one run.
        self.first.wrapping_add(count.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }
}

/// How many values are tried for one that is long enough.
const TRIES: usize = 100;

/// `{"$random": "Updates", "count": 100, "tail": 4}`: random values of a type, with bytes after each or without its
/// last ones.
#[derive(Debug)]
pub(super) struct RandomValues<'a> {
    pub(super) ty: &'a str,
    count: u64,
    /// Bytes of zeros behind each value.
    tail: usize,
    /// Bytes that each value lacks at its end.
    cut: usize,
}

impl<'a> RandomValues<'a> {
    /// Reads the object; `None` if it is a value of another kind.
    pub(super) fn read(value: &'a Value) -> Option<Self> {
        let ty = value.get("$random")?.as_str()?;
        let number = |key, otherwise| value.get(key).and_then(Value::as_u64).unwrap_or(otherwise);
        let bytes = |key| usize::try_from(number(key, 0)).unwrap_or_default();
        Some(Self { ty, count: number("count", 1), tail: bytes("tail"), cut: bytes("cut") })
    }

    /// Makes the values.
    pub(super) fn make(&self, layer: Layer<'_>, seeds: &Seeds) -> Result<Vec<Object>, String> {
        (0..self.count).map(|_| self.one(layer, seeds)).collect()
    }

    fn one(&self, layer: Layer<'_>, seeds: &Seeds) -> Result<Object, String> {
        let value = || Some(layer.random(seeds.next()).value::<Object>(self.ty)?.into_bytes());
        // A value that is cut keeps its id at least.
        let least = if self.cut == 0 { 0 } else { self.cut.saturating_add(4) };
        let found = (0..TRIES).find_map(|_| value().filter(|bytes| bytes.len() >= least));
        let mut bytes =
            found.ok_or_else(|| format!("cannot make such a value of `{}`", self.ty))?;
        bytes.truncate(bytes.len() - self.cut.min(bytes.len()));
        bytes.resize(bytes.len() + self.tail, 0);
        Ok(Object::from_vec(bytes))
    }
}
