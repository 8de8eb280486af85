//! The functions of the fuzz targets: each takes any bytes, and panics if a promise is broken.
//!
//! libFuzzer calls them through `fuzz_targets/`; `tests/corpus.rs` calls them with the inputs in `corpus/`.
//! docs/fuzzing.md has the commands.

#![expect(
    clippy::missing_panics_doc,
    reason = "a panic is how a target says that it has found something"
)]

mod arena;
mod check;
mod forms;
mod generate;
mod layers;
mod memory;
mod mock;
mod mtproto;
mod reflect;
mod text;
mod wire;

pub use crate::{
    check::{check, report},
    forms::{json, tlo},
    generate::generate,
    layers::layers,
    mock::mock,
    mtproto::mtproto,
    reflect::reflect,
    text::{fmt, parse},
    wire::{decode, telegram},
};

/// A fuzz target: its name, which is also its folder's in `corpus/`, and its function.
pub type Target = (&'static str, fn(&[u8]));

/// All fuzz targets.
pub const TARGETS: &[Target] = &[
    ("parse", parse),
    ("fmt", fmt),
    ("check", check),
    ("report", report),
    ("tlo", tlo),
    ("json", json),
    ("generate", generate),
    ("decode", decode),
    ("telegram", telegram),
    ("mtproto", mtproto),
    ("reflect", reflect),
    ("layers", layers),
    ("mock", mock),
];
