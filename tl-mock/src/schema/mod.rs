//! The layers that the server speaks.

mod crossing;
mod layer;
mod layers;
mod value_name;

pub(crate) use self::{
    crossing::Uncrossed,
    layer::{Layer, Loaded},
    layers::Layers,
};
pub use self::{
    layers::{LayerError, OtherLayers},
    value_name::ValueName,
};
