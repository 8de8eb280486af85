//! Tests of a whole layer: vectors, random values, opaque values, hostile bytes, JSON. They are one program,
//! because each program contains the layer's codecs.

mod hostile;
mod opaque;
mod random;
mod serde;
mod vectors;
