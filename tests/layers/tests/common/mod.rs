//! Schemas that are loaded when the tests run.

#![allow(dead_code, reason = "each test is a crate, which uses a part of this")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use typelang_parser::{Options as Settings, Sources, check, tlo};
use typelang_runtime::reflect::Schema;

/// The layers and their files.
pub const LAYERS: [(i32, &str); 3] = [(224, "api-224.tl"), (229, "api-229.tl"), (230, "api.tl")];

/// The schema of a layer, from its file.
pub fn schema(layer: i32) -> Schema {
    static ALL: OnceLock<[Schema; 3]> = OnceLock::new();
    let at = LAYERS.into_iter().position(|(known, _)| known == layer).unwrap();
    ALL.get_or_init(|| LAYERS.map(|(_, file)| read(file)))[at].clone()
}

fn read(file: &str) -> Schema {
    compiled(file, &fs::read_to_string(within(file)).unwrap())
}

/// The file of a layer.
pub fn path(layer: i32) -> PathBuf {
    let (_, file) = LAYERS.into_iter().find(|(known, _)| *known == layer).unwrap();
    within(file)
}

fn within(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/telegram").join(file)
}

/// The schema in a text.
pub fn compiled(file: &str, text: &str) -> Schema {
    let mut sources = Sources::new();
    sources.add(file, text.to_owned());
    Schema::from_tlo(&tlo::write(&check(&sources, &Settings::default()).schema)).unwrap()
}
