//! Arbitrary bytes as values of three layers.

use std::{convert::Infallible, sync::OnceLock};

use typelang_parser::{Dialect, tlo};
use typelang_runtime::{
    Decode, Embedded, Encode, Layers, Options,
    layers::Space,
    reflect::{Event, Piece, Root, Schema, translate::Defaults, walk},
};
use typelang_telegram::{LAYER, SCHEMA, enums};

use crate::{api, arena, check::check_as, memory::bounded, text::sources_of};

const OTHERS: [(i32, &str); 2] = [
    (224, include_str!("../../schema/telegram/api-224.tl")),
    (229, include_str!("../../schema/telegram/api-229.tl")),
];

/// The most memory for each byte, and for any bytes: parts of a value, and the value in both layers.
const BYTES_PER_BYTE: usize = 1024;
const SLACK: usize = 8 * 1024 * 1024;

fn compiled(text: &str) -> Schema {
    let checked = check_as(&sources_of(text), Some(Dialect::Telegram));
    Schema::from_tlo(&tlo::write(&checked.schema)).expect("what is written can be read")
}

/// Two sets of layers: one refuses new required fields, and one fills them.
fn all() -> &'static [Layers; 2] {
    static ALL: OnceLock<[Layers; 2]> = OnceLock::new();
    ALL.get_or_init(|| both(&SCHEMA))
}

/// The same for types in an arena. Some have a place for values of other layers.
fn all_in_arena() -> &'static [Layers; 2] {
    static ALL: OnceLock<[Layers; 2]> = OnceLock::new();
    ALL.get_or_init(|| both(&api::SCHEMA))
}

fn both(current: &Embedded) -> [Layers; 2] {
    [Defaults::Refused, Defaults::Filled].map(|defaults| {
        let layers = Layers::new(current, LAYER).expect("the schema that the code carries");
        let add = |layers: Layers, (layer, text)| layers.with(layer, compiled(text));
        let layers = OTHERS.into_iter().fold(layers, add).defaults(defaults);
        // Tables are computed once; their memory is not that of the values.
        warm(&layers);
        layers
    })
}

fn warm(layers: &Layers) {
    const NOTHING: [u8; 4] = 0x56_73_0b_cc_u32.to_le_bytes();
    for from in layers.numbers() {
        for to in layers.numbers() {
            _ = layers.translate(&NOTHING, *from, *to);
        }
    }
}

/// The schema of a layer.
fn schema(layer: i32) -> &'static [Schema; 1] {
    static SCHEMAS: OnceLock<[[Schema; 1]; 2]> = OnceLock::new();
    static CURRENT: OnceLock<[Schema; 1]> = OnceLock::new();
    let others = SCHEMAS.get_or_init(|| OTHERS.map(|(_, text)| [compiled(text)]));
    match OTHERS.iter().position(|(known, _)| *known == layer) {
        Some(at) => &others[at],
        None => CURRENT.get_or_init(|| [SCHEMA.schema().expect("it is read").clone()]),
    }
}

/// Any bytes between any two layers are translated or refused, in bounded memory. What is translated is a value of the
/// layer alone, and translates to itself. Generated types take it, and read what they take alone as without other
/// layers.
pub fn layers(data: &[u8]) {
    let Some((choice, bytes)) = data.split_first() else { return };
    let layers = &all()[usize::from(choice >> 7)];
    let numbers = layers.numbers();
    let of = |at: u8| numbers[usize::from(at) % numbers.len()];
    translated(layers, bytes, of(choice & 7), of(choice >> 3 & 7));
    read::<enums::Updates>(layers, bytes);
    read::<enums::Update>(layers, bytes);
    read::<enums::messages::Messages>(layers, bytes);
    read::<enums::PageBlock>(layers, bytes);
    let layers = &all_in_arena()[usize::from(choice >> 7)];
    arena::layers(layers, bytes, SLACK + BYTES_PER_BYTE * bytes.len());
}

fn translated(layers: &Layers, bytes: &[u8], from: i32, to: i32) {
    let limit = SLACK + BYTES_PER_BYTE * bytes.len();
    let Some(Ok(made)) = bounded(limit, || layers.translate(bytes, from, to)) else { return };
    let mut nobody = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), Infallible>(());
    let walked = walk(schema(to), Root::Any, &made.bytes, &Options::DEFAULT, &mut nobody);
    assert!(walked.is_ok(), "{from} to {to}: {bytes:x?} became {:x?}: {walked:?}", made.bytes);
    let again = layers.translate(&made.bytes, to, to).expect("the layers are known");
    let again = again.expect("a value of the layer").bytes;
    assert_eq!(again, made.bytes, "{from} to {to}: {bytes:x?}");
}

fn read<T: for<'de> Decode<'de> + Encode>(layers: &Layers, bytes: &[u8]) {
    let limit = SLACK + BYTES_PER_BYTE * bytes.len();
    let mut space = Space::default();
    let Ok(value) = bounded(limit, || layers.read_in::<T>(bytes, &mut space)) else { return };
    let written = value.to_bytes();
    match T::from_bytes(bytes) {
        Ok(alone) => assert!(!space.is_translated() && alone.to_bytes() == written, "{bytes:x?}"),
        Err(_) => assert!(space.is_translated(), "{bytes:x?}"),
    }
    let again = layers.read::<T>(&written).expect("what is written can be read").to_bytes();
    assert_eq!(again, written, "{bytes:x?}");
}
