//! Values of one layer are read by types of another: nothing is lost but what the other layer cannot express.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod common;

use std::{fmt, fs, path::Path};

use common::{compiled, schema};
use typelang_client_layers::{layer_224, layer_229, layer_230};
use typelang_parser::{Options as Settings, Sources, check, json, tlo};
use typelang_runtime::{
    Decode, Embedded, Encode, Layers,
    layers::{Reason, Space},
    reflect::{Random, Role, Root, Schema, TypeExpr},
};

/// What became of the batches.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    /// The current layer alone reads it.
    unchanged: usize,
    /// The same, without flags that it does not have: a `true` is no part of an id.
    fewer_flags: usize,
    /// Translated, and all of it is there.
    translated: usize,
    /// Translated, and a part is unset or dropped.
    lossy: usize,
    /// Holds values that are kept as bytes; how many these are.
    keeping: usize,
    kept: usize,
    lost: usize,
}

/// The guide has the table of what becomes of batches.
const GUIDE: &str = include_str!("../../../docs/guide/layers.md");

impl Tally {
    /// The cells of its row in the guide.
    fn cells(&self) -> String {
        let Self { unchanged, fewer_flags, translated, lossy, keeping, kept, lost } = self;
        let keeping = if *keeping == 0 { "0".to_owned() } else { format!("{keeping} ({kept})") };
        format!("{unchanged} | {fewer_flags} | {translated} | {lossy} | {keeping} | {lost}")
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { unchanged, fewer_flags, translated, lossy, keeping, kept, lost } = self;
        write!(
            f,
            "{unchanged} unchanged, {fewer_flags} without new flags, {translated} translated, "
        )?;
        write!(f, "{lossy} with losses, {keeping} with {kept} unknown values, {lost} lost")
    }
}

/// Random values of a type of a layer.
fn values(layer: i32, ty: &str, seed: u64, count: usize) -> Vec<Vec<u8>> {
    let schemas = [schema(layer)];
    let ty = TypeExpr::parse(&schemas[0], ty).unwrap();
    let mut random = Random::new(&schemas, seed).depth(4).size(4096);
    (0..count).map(|_| random.bytes(Root::Type(&schemas[0], &ty)).unwrap()).collect()
}

/// The layers of a client of one layer that knows some others.
fn layers(embedded: &Embedded, current: i32, others: &[i32]) -> Layers {
    let layers = Layers::new(embedded, current).unwrap();
    others.iter().fold(layers, |layers, other| layers.with(*other, schema(*other)))
}

/// Reads batches of another layer.
fn read_all<T>(layers: &Layers, batches: &[Vec<u8>]) -> Tally
where
    T: for<'de> Decode<'de> + Encode + PartialEq + fmt::Debug,
{
    let mut tally = Tally::default();
    let mut space = Space::default();
    for bytes in batches {
        let value: T = match layers.read_in(bytes, &mut space) {
            Ok(value) => value,
            Err(error) => {
                println!("{error}");
                tally.lost += 1;
                continue;
            }
        };
        let again = value.to_bytes();
        match (space.is_translated(), space.losses(), space.unknown()) {
            (false, ..) if again == *bytes => tally.unchanged += 1,
            (false, ..) => {
                assert_eq!(again.len(), bytes.len());
                tally.fewer_flags += 1;
            }
            (true, [], 0) => tally.translated += 1,
            (true, _, 0) => tally.lossy += 1,
            (true, _, kept) => {
                tally.keeping += 1;
                tally.kept += kept;
            }
        }
        // What is kept is written as it was, so the layers read it again; and nothing is lost twice.
        let back: T = layers.read_in(&again, &mut space).unwrap();
        assert_eq!(back, value);
        assert!(space.losses().is_empty(), "{:?}", space.losses());
    }
    tally
}

type Read = fn(&Layers, &[Vec<u8>]) -> Tally;

#[test]
fn no_batch_of_another_layer_is_lost() {
    let read: [(i32, &Embedded, Read); 3] = [
        (224, &layer_224::api::SCHEMA, read_all::<layer_224::api::enums::Updates>),
        (229, &layer_229::api::SCHEMA, read_all::<layer_229::api::enums::Updates>),
        (230, &layer_230::api::SCHEMA, read_all::<layer_230::api::enums::Updates>),
    ];
    for (current, embedded, read) in read {
        for other in [224, 229, 230].into_iter().filter(|other| *other != current) {
            let tally =
                read(&layers(embedded, current, &[other]), &values(other, "Updates", 7, 100));
            println!("{other} read by {current}: {tally}");
            let row = format!("| {other} read by {current} | {} |", tally.cells());
            assert!(GUIDE.contains(&row), "docs/guide/layers.md has another row than {row}");
            assert_eq!(tally.lost, 0, "{other} read by {current}: {tally}");
            // The two have the same constructors of updates, so that each of 229 is one of 230.
            let is_older = (other, current) == (229, 230);
            assert_eq!(tally.unchanged == 100, is_older, "{other} read by {current}: {tally}");
        }
    }
}

/// Loads the schema of a file, by what its name says it is.
fn loaded(path: &Path) -> Schema {
    let text = || fs::read_to_string(path).unwrap();
    match path.extension().and_then(|it| it.to_str()).unwrap() {
        "tlo" => Schema::from_tlo(&fs::read(path).unwrap()).unwrap(),
        "json" => compiled("api.json", &json::read(&text()).unwrap()),
        _ => compiled("api.tl", &text()),
    }
}

#[test]
fn a_later_layer_is_loaded_from_a_file_of_any_form() {
    let mut sources = Sources::new();
    let text = fs::read_to_string(common::path(230)).unwrap();
    sources.add("api.tl", text.clone());
    let checked = check(&sources, &Settings::default()).schema;
    let forms = [
        ("tl", text.into_bytes()),
        ("tlo", tlo::write(&checked)),
        ("json", json::write(&checked).into_bytes()),
    ];
    let batches = values(230, "Updates", 7, 100);
    let built_in = || Layers::new(&layer_224::api::SCHEMA, 224).unwrap();
    let alone = read_all::<layer_224::api::enums::Updates>(&built_in(), &batches);
    assert!(alone.lost > 0, "{alone}");
    for (extension, bytes) in forms {
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("layer-230").with_extension(extension);
        fs::write(&path, bytes).unwrap();
        let tally = read_all::<layer_224::api::enums::Updates>(
            &built_in().with(230, loaded(&path)),
            &batches,
        );
        assert!(
            GUIDE.contains(&format!("| 230 read by 224 | {} |", tally.cells())),
            "{extension}: {tally}"
        );
        assert_eq!((tally.lost, tally.unchanged), (0, alone.unchanged), "{extension}: {tally}");
    }
}

/// The vectors of layer 229 that are of a type.
fn vectors(ty: &str) -> Vec<Vec<u8>> {
    let schema = schema(229);
    let is_of_type = |name: &str| {
        let made = schema.named(name).filter(|it| it.role() == Role::Constructor);
        let result = made.and_then(|it| schema.result_of(it));
        result.is_some_and(|result| result.name() == ty)
    };
    let rows = typelang_vectors::telegram().rows.into_iter();
    let rows = rows.filter(|row| row["name"].as_str().is_some_and(is_of_type));
    rows.map(|row| bytes(row["hex"].as_str().unwrap())).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
    (0..hex.len()).step_by(2).map(byte).collect()
}

#[test]
fn vectors_of_a_layer_are_read_by_others() {
    use layer_224::api::enums as old;
    use layer_230::api::enums as new;
    let [updates, batches] = ["Update", "Updates"].map(vectors);
    assert!(updates.len() > 150 && batches.len() >= 7, "{} {}", updates.len(), batches.len());
    let older = layers(&layer_224::api::SCHEMA, 224, &[229]);
    let newer = layers(&layer_230::api::SCHEMA, 230, &[229]);
    let tallies = [
        read_all::<old::Update>(&older, &updates),
        read_all::<old::Updates>(&older, &batches),
        read_all::<new::Update>(&newer, &updates),
        read_all::<new::Updates>(&newer, &batches),
    ];
    for tally in tallies {
        println!("{tally}");
        assert_eq!(tally.lost, 0, "{tally}");
    }
}

#[test]
fn a_layer_that_is_not_loaded_does_not_help() {
    let alone = layers(&layer_224::api::SCHEMA, 224, &[229]);
    let tally = read_all::<layer_224::api::enums::Updates>(&alone, &values(230, "Updates", 7, 100));
    println!("230 read by 224 with 229: {tally}");
    assert!(tally.lost > 0, "{tally}");
}

/// An `updates` of these items.
fn updates(items: &[Vec<u8>]) -> Vec<u8> {
    let words =
        |words: &[u32]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    let none = words(&[0x1cb5_c415, 0]);
    let count = u32::try_from(items.len()).unwrap();
    let head = words(&[0x74ae_4240, 0x1cb5_c415, count]);
    [head, items.concat(), none.clone(), none, words(&[1, 2])].concat()
}

#[test]
fn items_of_several_layers_may_be_in_one_value() {
    use layer_224::api::enums::{Update, Updates};
    let of_layers = [224, 229, 230].map(|layer| values(layer, "Update", 3, 20));
    let mixed: Vec<Vec<u8>> =
        (0..20).flat_map(|at| of_layers.iter().map(move |of| of[at].clone())).collect();
    let layers = layers(&layer_224::api::SCHEMA, 224, &[230, 229]);
    let Updates::Updates(all) = layers.read(&updates(&mixed)).unwrap() else { panic!("updates") };
    assert_eq!(all.updates.len(), 60);
    assert_eq!((all.date, all.seq), (1, 2));
    for (at, update) in all.updates.iter().enumerate() {
        if at % 3 == 0 {
            assert_eq!(update.to_bytes(), mixed[at], "an item of the current layer stays as it is");
        }
        if let Update::Unknown(unknown) = update {
            assert_eq!(unknown.as_bytes(), mixed[at]);
        }
        // Alone, each is the same.
        assert_eq!(layers.read::<Update>(&mixed[at]).unwrap(), *update);
    }
}

/// The bytes of an id that no layer has, and of a field.
const OF_NO_LAYER: [u8; 8] = [0xef, 0xbe, 0xad, 0xde, 1, 0, 0, 0];

#[test]
fn of_ten_updates_one_is_of_no_layer() {
    use layer_230::api::{
        enums::{Update, Updates},
        functions::messages::SendMessage,
    };
    let layers = layers(&layer_230::api::SCHEMA, 230, &[224, 229]);
    let nine = values(224, "Update", 9, 9);
    let alone: Vec<Update> = nine.iter().map(|bytes| layers.read(bytes).unwrap()).collect();
    let last = schema(224)
        .constructor(u32::from_le_bytes(*nine[8].first_chunk().unwrap()))
        .map(|it| it.name().to_owned());
    let bytes = updates(&[&nine[..], &[OF_NO_LAYER.to_vec()]].concat());
    let errors = [
        layers.read::<Updates>(&bytes).unwrap_err(),
        layers.read_in::<Updates>(&bytes, &mut Space::default()).unwrap_err(),
        layers.read_response(&SendMessage::default(), &bytes).unwrap_err(),
    ];
    for error in errors {
        let Reason::Fault(fault) = error.reason() else { panic!("{error}") };
        assert_eq!((fault.found_id(), fault.path()), (Some(0xdead_beef), "updates.updates[9]"));
        assert_eq!(error.unknown_id(), Some(0xdead_beef));
        let text = error.to_string();
        assert!(text.contains("(230, 224, 229); load the sender's layer"), "{text}");
        let (path, name) = error.last().unwrap();
        assert_eq!((&*path, Some(name)), ("updates.updates[8]", last.as_deref()));
        assert!(
            text.contains(&format!("the last item before it is `{path}`, a `{name}`")),
            "{text}"
        );
        let list = error.list("updates.updates").unwrap();
        let before: Vec<Update> = list.read().unwrap();
        assert_eq!((&before, list.count()), (&alone, 10));
    }
}

#[test]
fn one_of_no_layer_in_the_middle_ends_what_is_read() {
    use layer_230::api::enums::{Update, Updates};
    let layers = layers(&layer_230::api::SCHEMA, 230, &[224]);
    let mut items = values(224, "Update", 9, 9);
    items.insert(4, OF_NO_LAYER.to_vec());
    let error = layers.read::<Updates>(&updates(&items)).unwrap_err();
    let list = error.list("updates.updates").unwrap();
    let before: Vec<Update> = list.read().unwrap();
    let alone: Vec<Update> = items[..4].iter().map(|bytes| layers.read(bytes).unwrap()).collect();
    // Where the unknown item ends is not known, so that nothing after it is read.
    assert_eq!((before, list.count()), (alone, 10));
}
