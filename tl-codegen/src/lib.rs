#![doc = include_str!("../README.md")]

mod config;
mod emit;
mod error;
mod example;
mod facts;
mod faults;
mod generate;
mod item_names;
mod library;
mod markdown;
mod names;
mod output;
mod pieces;
mod plan;
mod print;
mod queries;
mod refusals;
mod replace;
mod request;
mod schemas;
mod select;
mod staging;
mod warnings;

pub use typelang_parser::{Dialect, Sources, report::MaxReports};

pub use crate::{
    config::{generation::Generation, setters::Config},
    error::Error,
    example::{
        error::ExampleError,
        examples::{Example, Examples},
        value::ExampleValue,
    },
    faults::Faults,
    names::Names,
    output::{Drift, Output, Written},
    plan::model::file::{Named, NamedKind},
    replace::replace_file,
    request::{
        call::Mistake,
        settings::{Serde, Text},
    },
    schemas::Schemas,
    select::{cost::Cost, extent::Extent},
};
