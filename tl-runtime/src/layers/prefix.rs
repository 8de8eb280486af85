//! What was read of a list before a fault.

use crate::{
    read::{error::Error, options::Options},
    traits::decode::Decode,
};
use alloc::{string::String, vec::Vec};

/// The items of a list that come before a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefix {
    pub(super) path: String,
    /// The bytes of each item in the current layer, and whether values of other layers in them are marked.
    pub(super) items: Vec<(Vec<u8>, bool)>,
    /// The constructors of the items.
    pub(super) names: Vec<String>,
    pub(super) count: u32,
    pub(super) options: Options,
}

impl Prefix {
    /// The path of the list: `updates.updates`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The number of items before the fault that the current layer can express.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is no such item.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The number of items that the list claims to have.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// Reads the items as values of `T`.
    ///
    /// # Errors
    /// If an item is not a `T`.
    pub fn read<T: for<'de> Decode<'de>>(&self) -> Result<Vec<T>, Error> {
        let item = |(bytes, is_marked): &(Vec<u8>, bool)| {
            T::from_bytes_with(bytes, &self.options.marked(*is_marked))
        };
        self.items.iter().map(item).collect()
    }
}
