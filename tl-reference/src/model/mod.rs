//! The reference as data: all that pages show, computed once.

mod addresses;
mod build;
mod callers;
mod combinator;
mod error_page;
mod examples;
mod first_layer;
mod indexes;
mod link;
mod param;
mod reference;
mod spelled;
mod type_page;
mod usage;

pub use self::{
    build::Source,
    callers::{Caller, callers_in_words},
    combinator::{Carried, CombinatorPage, ErrorRow, Example, Kind},
    error_page::ErrorPage,
    first_layer::FirstLayer,
    indexes::{IdRow, LayerIndex, NamespaceIndex},
    link::{Item, Link, Page},
    param::{Flag, Need, Param},
    reference::{Part, Reference},
    type_page::TypePage,
};
