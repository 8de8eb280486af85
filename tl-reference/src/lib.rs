//! A reference of schemas in TL: a page for each method, constructor, type and error.
//!
//! [`model::Reference`] holds all that the pages show, computed once from a checked schema and from [`facts::Facts`];
//! [`html::site`], [`markdown::site`] and [`terminal::page`] write it. Nothing here reads or writes files.

pub mod example;
pub mod facts;
mod file;
pub mod html;
pub mod markdown;
pub mod model;
mod prose;
pub mod terminal;

pub use self::file::File;
