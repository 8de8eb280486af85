//! Values of other layers: see [`read::of_layer`](crate::read::of_layer).

use crate::{wire::ids::OF_LAYER, write::writer::Writer};

impl Writer<'_> {
    /// Writes a mark and the value of another layer.
    #[inline]
    pub(crate) fn of_layer(&mut self, layer: i32, name: &str, bytes: &[u8]) {
        self.id(OF_LAYER);
        self.int(layer);
        // A value that is longer has no reader, because its bytes cannot be counted.
        self.nat(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        self.string(name);
        self.put(bytes);
    }
}
