//! The layers that the server speaks.

mod crossing;
mod layer;
mod layers;

pub use self::layers::{LayerError, OtherLayers};
pub(crate) use self::{
    crossing::Uncrossed,
    layer::{Layer, Loaded},
    layers::Layers,
};
