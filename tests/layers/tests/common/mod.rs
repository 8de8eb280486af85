//! Schemas that are loaded when the tests run.

use std::{fs, path::Path, sync::OnceLock};

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
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/telegram").join(file);
    let mut sources = Sources::new();
    sources.add(file, fs::read_to_string(path).unwrap());
    Schema::from_tlo(&tlo::write(&check(&sources, &Settings::default()).schema)).unwrap()
}
