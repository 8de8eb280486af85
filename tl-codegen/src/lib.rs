#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod config;
mod emit;
mod error;
#[cfg(feature = "examples")]
mod example;
mod facts;
mod faults;
mod generate;
mod item_names;
mod library;
mod markdown;
mod names;
mod output;
mod parallel;
mod plan;
mod print;
mod queries;
mod refusals;
mod replace;
mod request;
mod rust_text;
mod schemas;
mod select;
#[cfg(feature = "settings-file")]
mod settings_file;
mod staging;

mod warnings;

pub use typelang_parser::{Dialect, Sources, report::MaxReports};

#[cfg(feature = "examples")]
pub use crate::example::{
    error::ExampleError,
    examples::{Example, Examples},
    value::ExampleValue,
};
#[cfg(feature = "settings-file")]
pub use crate::settings_file::{
    from_file::FromFile,
    keys::Kind,
    read::{Entry, SettingsFile},
};
pub use crate::{
    config::{
        generation::Generation,
        input::{suggestion, text_of},
        setters::Config,
    },
    error::{Error, Unreadable},
    faults::Faults,
    names::Names,
    output::{Drift, Output, Written},
    plan::model::{
        file::{Named, NamedKind},
        memory::Memory,
    },
    replace::replace_file,
    request::{
        call::Mistake,
        settings::{Serde, Text},
    },
    schemas::Schemas,
    select::{cost::Cost, extent::Extent},
};
