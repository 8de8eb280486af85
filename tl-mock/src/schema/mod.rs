//! The layers that the server speaks.

mod layers;

pub use self::layers::LayerError;
pub(crate) use self::layers::{Layer, Layers};
