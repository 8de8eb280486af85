#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod catalogue;
mod check;
mod codes;
mod compatibility;
mod counted;
pub mod diagnostic;
mod dialect;
pub mod docs;
pub mod docs_file;
pub mod fact_tables;
mod faults;
mod grammar;
pub mod id;
#[cfg(feature = "json")]
pub mod json;
mod lower;
mod nearest;
pub mod nullable;
mod predefined;
mod print;
mod printable;
pub mod report;
pub mod schema;
mod source;
mod span;
pub mod syntax;
pub mod text;
pub mod tlo;

pub use crate::{
    check::{Checked, Guess, check},
    compatibility::incompatible,
    counted::counted,
    diagnostic::Diagnostic,
    dialect::Dialect,
    faults::options::{Level, Options, Warnings},
    grammar::{Parsed, parse},
    nearest::nearest,
    print::print,
    printable::{printable, printable_line},
    schema::Schema,
    source::{Lines, Position, Source, Sources},
    span::{FileId, Location, Span},
};
