//! A sink that grows no further than it may.

use crate::Sink;
use alloc::vec::Vec;

/// Keeps bytes up to a limit, and stops what goes beyond it.
#[derive(Debug)]
pub(crate) struct Bounded {
    bytes: Vec<u8>,
    limit: usize,
    /// How many more items may be added that take no bytes, but time.
    items: usize,
    is_exceeded: bool,
}

impl Bounded {
    pub(crate) const fn new(limit: usize) -> Self {
        Self { bytes: Vec::new(), limit, items: limit, is_exceeded: false }
    }

    /// The bytes, if they were not too many.
    pub(crate) fn finish(self) -> Option<Vec<u8>> {
        (!self.is_exceeded).then_some(self.bytes)
    }
}

impl Sink for Bounded {
    fn put(&mut self, bytes: &[u8]) {
        self.is_exceeded |= bytes.len() > self.limit - self.bytes.len();
        if !self.is_exceeded {
            self.bytes.extend_from_slice(bytes);
        }
    }

    fn is_done(&self) -> bool {
        self.is_exceeded
    }

    fn add_items(&mut self, count: usize) {
        self.is_exceeded |= count > self.items;
        self.items = self.items.saturating_sub(count);
    }
}
