//! A whole layer: vectors, random values, opaque values, hostile bytes, JSON. One program, because each holds the layer's codecs.

mod hostile;
mod opaque;
mod random;
mod serde;
mod vectors;
