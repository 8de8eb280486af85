//! Values of Telegram's layers as values of other layers.

#![cfg(all(feature = "json", feature = "layers", feature = "random"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot be set up has failed")]

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::Value;
use typelang_parser::{Options as Settings, Sources, check, tlo};
use typelang_runtime::{
    Options, Trailing,
    reflect::{
        Combinator, Ended, Event, Piece, Random, Role, Root, Schema, Translator,
        json::{Form, JsonWriter},
        translate::{Defaults, Loss, LossKind, Translated, Untranslated},
        walk,
    },
};

const STRICT: Options = Options::DEFAULT.strictness(typelang_runtime::Strictness::Strict);

fn layer(file: &str) -> [Schema; 1] {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/telegram").join(file);
    let mut sources = Sources::new();
    sources.add(file, fs::read_to_string(path).unwrap());
    [Schema::from_tlo(&tlo::write(&check(&sources, &Settings::default()).schema)).unwrap()]
}

/// What became of the values of a pair of layers.
#[derive(Debug, Default)]
struct Tally {
    unchanged: usize,
    translated: usize,
    lossy: usize,
    /// Lost a part that is required on the way back.
    one_way: usize,
    refused: usize,
}

/// The leaves of a value, by path.
fn leaves(schemas: &[Schema], bytes: &[u8]) -> BTreeMap<String, String> {
    let mut json = String::new();
    let mut writer = JsonWriter::new(&mut json, schemas, Form::default());
    // Not strictly: bits that are free in both layers are kept, and one of them may have no flag at all.
    walk(schemas, Root::Any, bytes, &Options::DEFAULT, &mut writer).unwrap();
    let value: Value = serde_json::from_str(&json).unwrap();
    let mut leaves = BTreeMap::new();
    collect(value["_"].as_str().unwrap_or_default().to_owned(), &value, &mut leaves);
    leaves
}

fn collect(path: String, value: &Value, leaves: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| collect(format!("{path}.{key}"), value, leaves));
        }
        Value::Array(items) if !items.is_empty() => {
            let items = items.iter().enumerate();
            items.for_each(|(at, value)| collect(format!("{path}[{at}]"), value, leaves));
        }
        _ => _ = leaves.insert(path, value.to_string()),
    }
}

fn is_within(leaf: &str, path: &str) -> bool {
    leaf.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn is_filled(loss: &Loss) -> bool {
    *loss.kind() == LossKind::Filled
}

/// Compares a value with itself after the way there and back: only what was listed differs.
fn compare(schemas: &[Schema], bytes: &[u8], there: &Translated, back: &Translated) {
    let (before, after) = (leaves(schemas, bytes), leaves(schemas, &back.bytes));
    let listed = || there.losses.iter().chain(&back.losses);
    for leaf in before.keys().chain(after.keys()) {
        let differs = before.get(leaf) != after.get(leaf);
        let is_listed = listed().any(|loss| is_within(leaf, loss.path()));
        assert!(!differs || is_listed, "{leaf} differs: {:?}", there.losses);
    }
    for loss in there.losses.iter().filter(|loss| !is_filled(loss)) {
        assert!(before.keys().any(|leaf| is_within(leaf, loss.path())), "{loss} was not there");
        let is_filled = back.losses.iter().any(|it| is_filled(it) && it.path() == loss.path());
        let is_there = after.keys().any(|leaf| is_within(leaf, loss.path()));
        if let LossKind::Bits(bits) = loss.kind() {
            let value = |leaves: &BTreeMap<String, String>| -> u32 {
                leaves.get(loss.path()).map_or(0, |value| value.parse().unwrap())
            };
            assert_eq!(value(&before) & !bits, value(&after), "{loss}");
        } else {
            assert!(is_filled || !is_there, "{loss} is not lost");
        }
    }
}

/// Translates values of a combinator there and back.
fn there_and_back(
    (old, new): (&[Schema; 1], &[Schema; 1]),
    (there, back): (&Translator<'_>, &Translator<'_>),
    bytes: &[u8],
    tally: &mut Tally,
) {
    let made = match there.translate(Root::Any, bytes, &STRICT, Defaults::Filled) {
        Ok(made) => made,
        Err(Untranslated::Refusal(_)) => return tally.refused += 1,
        Err(Untranslated::Fault(fault)) => panic!("{fault}"),
    };
    _ = leaves(new, &made.bytes);
    let again = back.translate(Root::Any, &made.bytes, &Options::DEFAULT, Defaults::Filled);
    let again = match again {
        Ok(again) => again,
        Err(Untranslated::Refusal(refusal)) => {
            // A field that was lost is required.
            let is_lost = |loss: &Loss| !is_filled(loss) && loss.path() == refusal.path();
            assert!(made.losses.iter().any(is_lost), "{refusal}");
            return tally.one_way += 1;
        }
        Err(Untranslated::Fault(fault)) => panic!("{fault}"),
    };
    compare(old, bytes, &made, &again);
    if made.losses.iter().all(is_filled) {
        assert_eq!(again.bytes, bytes, "nothing was lost");
        let (filled, dropped): (Vec<_>, Vec<_>) = (
            made.losses.iter().map(Loss::path).collect(),
            again.losses.iter().map(Loss::path).collect(),
        );
        assert_eq!(filled, dropped);
    }
    match (made.losses.is_empty(), made.bytes == bytes) {
        (true, true) => tally.unchanged += 1,
        (true, false) => tally.translated += 1,
        (false, _) => tally.lossy += 1,
    }
}

fn try_all(old: &[Schema; 1], new: &[Schema; 1]) -> Tally {
    let translators = (&Translator::new(old, new), &Translator::new(new, old));
    let mut random = Random::new(old, 11).depth(3).size(1024);
    let mut tally = Tally::default();
    let is_common = |it: &&Combinator| new[0].all_named(it.name()).any(|to| to.role() == it.role());
    for combinator in old[0].combinators().filter(is_common) {
        for _ in 0..2 {
            let Some(bytes) = random.bytes(Root::Boxed(&old[0], combinator)) else { break };
            there_and_back((old, new), translators, &bytes, &mut tally);
        }
    }
    tally
}

#[test]
fn values_of_a_layer_translate_to_other_layers_and_back() {
    let layers = ["api-224.tl", "api-229.tl", "api.tl"].map(layer);
    for (old, new) in [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)] {
        let tally = try_all(&layers[old], &layers[new]);
        println!("{old} to {new}: {tally:?}");
        assert!(tally.unchanged > 2000 && tally.refused < 1000, "{old} to {new}: {tally:?}");
    }
}

#[test]
fn any_bytes_between_layers_are_translated_or_refused() {
    let (old, new) = (layer("api-224.tl"), layer("api.tl"));
    let translator = Translator::new(&old, &new);
    let mut random = Random::new(&old, 3).size(512);
    for turn in 0..3000_usize {
        let mut bytes = random.bytes(Root::Any).unwrap();
        for damage in 0..turn % 3 {
            let at = (turn * 7919 + damage * 31) % bytes.len();
            bytes[at] ^= 1 << (turn % 8);
        }
        let made = translator.translate(Root::Any, &bytes, &Options::DEFAULT, Defaults::Filled);
        if let Ok(made) = made {
            let mut nobody =
                |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), std::convert::Infallible>(());
            let walked = walk(&new, Root::Any, &made.bytes, &Options::DEFAULT, &mut nobody);
            assert!(!matches!(walked, Err(Ended::Fault(_))), "{walked:?}");
        }
    }
}

/// Changes a word of a value, or cuts it.
fn damage(bytes: &mut Vec<u8>, turn: usize) {
    let at = (turn * 7919) % bytes.len();
    match turn % 4 {
        0 => {}
        1 => bytes[at] ^= 1 << (turn % 8),
        2 => bytes.truncate(at),
        _ => bytes.extend([0; 4]),
    }
}

#[test]
fn what_is_copied_is_what_a_walk_takes() {
    // Values whose parts nobody wants are not walked; what is taken and what is refused must be the same.
    let (old, new) = (layer("api.tl"), layer("api.tl"));
    let translator = Translator::new(&old, &new);
    let limits = [
        Options::DEFAULT,
        Options::DEFAULT.depth(2),
        Options::DEFAULT.elements(6),
        Options::DEFAULT.trailing(Trailing::Allow),
        STRICT,
    ];
    let mut random = Random::new(&old, 17).depth(6).size(700);
    let constructors: Vec<_> =
        old[0].combinators().filter(|it| it.role() == Role::Constructor).collect();
    let (mut copied, mut refused) = ([0; 5], [0; 5]);
    for (turn, combinator) in constructors.iter().copied().cycle().take(12_000).enumerate() {
        let Some(mut bytes) = random.bytes(Root::Boxed(&old[0], combinator)) else { continue };
        damage(&mut bytes, turn);
        let at = turn / 4 % limits.len();
        let mut nobody = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), std::convert::Infallible>(());
        let walked = walk(&old, Root::Any, &bytes, &limits[at], &mut nobody);
        let made = translator.translate(Root::Any, &bytes, &limits[at], Defaults::Refused);
        match (walked, made) {
            (Ok(used), Ok(made)) => {
                assert_eq!(made.bytes, bytes[..used], "`{}`", combinator.name());
                copied[at] += 1;
            }
            (Err(Ended::Fault(fault)), Err(Untranslated::Fault(other))) => {
                assert_eq!(other, fault, "`{}`", combinator.name());
                refused[at] += 1;
            }
            (walked, made) => panic!("`{}`: {walked:?}, {made:?}", combinator.name()),
        }
    }
    let all = || copied.iter().chain(&refused);
    assert!(all().all(|count| *count > 100), "{copied:?} {refused:?}");
}
