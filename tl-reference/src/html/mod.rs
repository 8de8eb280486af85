//! The reference as a site: static pages that need no server and no network.

mod context;
mod data;
mod filters;
mod render;
mod site;

pub use self::site::site;
