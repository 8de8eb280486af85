//! The verdicts against the translator: values of neighbouring and distant layers go forward and back.

use std::{
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;
use typelang_layers::{Archive, LAYERS};
use typelang_parser::{Dialect, Options as Settings, Sources, check, tlo};
use typelang_runtime::{
    Options,
    reflect::{
        Combinator, Event, Piece, Random, Role, Root, Schema, Translator,
        json::{Form, JsonWriter},
        translate::{Defaults, Loss, LossKind, Translated, Untranslated},
        walk,
    },
};

use super::{change::What, changes::changes, verdict::Verdict};

/// One way between two layers.
struct Way<'s> {
    from: &'s [Schema],
    translator: Translator<'s>,
    verdicts: BTreeMap<(What, String), Verdict>,
}

impl<'s> Way<'s> {
    fn new(from: &'s [Schema], to: &'s [Schema]) -> Self {
        let all = changes(&from[0], &to[0]).into_iter();
        let verdicts = all.map(|it| ((it.what, it.name), it.verdict)).collect();
        Self { from, translator: Translator::new(from, to), verdicts }
    }

    fn of(&self, combinator: &Combinator) -> Verdict {
        let is_method = combinator.role() == Role::Function;
        let what = if is_method { What::Method } else { What::Constructor };
        self.verdicts.get(&(what, combinator.name().to_owned())).copied().unwrap_or(Verdict::Same)
    }

    /// The worst verdict on anything in a value.
    fn verdict(&self, root: Root<'_>, bytes: &[u8]) -> Verdict {
        let mut worst = Verdict::Same;
        let mut visitor = |_: Piece<'_>, event: Event<'_, '_>| {
            if let Event::Begin(combinator, _) = event {
                worst = worst.max(self.of(combinator));
            }
            Ok::<(), Infallible>(())
        };
        assert!(walk(self.from, root, bytes, &Options::DEFAULT, &mut visitor).is_ok());
        worst
    }

    fn translate(&self, bytes: &[u8], role: Role) -> Result<Translated, Untranslated> {
        self.translator.translate(root_of(role), bytes, &Options::DEFAULT, Defaults::Filled)
    }
}

/// How many values came through in which way.
#[derive(Debug, Default)]
struct Counts {
    values: usize,
    same: usize,
    lossy: usize,
    refused: usize,
    /// Where verdicts are wrong, by layers and name.
    wrong: BTreeMap<String, String>,
}

/// What a value is about, for messages.
struct Case<'s> {
    there: &'s Way<'s>,
    back: &'s Way<'s>,
    role: Role,
    bytes: Vec<u8>,
}

impl Case<'_> {
    /// Translates the value forward and back, and says where the verdict is wrong.
    fn run(&self, counts: &mut Counts) -> Result<(), String> {
        counts.values += 1;
        let Self { there, back, role, bytes, .. } = self;
        let verdict = there.verdict(root_of(*role), bytes);
        let new = match there.translate(bytes, *role) {
            Ok(new) => new,
            Err(refusal) => {
                counts.refused += 1;
                return (verdict == Verdict::Breaks)
                    .then_some(())
                    .ok_or_else(|| format!("{verdict}, and refused: {refusal}"));
            }
        };
        let losses = || new.losses.iter().map(ToString::to_string).collect::<Vec<_>>();
        if verdict <= Verdict::Lossless && !new.losses.is_empty() {
            return Err(format!("{verdict}, and lost: {:?}", losses()));
        }
        let old = match back.translate(&new.bytes, *role) {
            Ok(old) => old,
            Err(refusal) => {
                counts.refused += 1;
                let way = back.verdict(root_of(*role), &new.bytes);
                let is_known = way == Verdict::Breaks && !new.losses.is_empty();
                return is_known
                    .then_some(())
                    .ok_or_else(|| format!("{way} on the way back, and refused: {refusal}"));
            }
        };
        if new.losses.is_empty() {
            counts.same += 1;
            return (old.bytes == *bytes)
                .then_some(())
                .ok_or_else(|| format!("{verdict}, and the bytes differ: {:?}", old.losses));
        }
        counts.lossy += 1;
        self.compare(&new, &old).map_err(|fault| format!("{fault}; losses: {:?}", losses()))
    }

    /// Checks that exactly the listed paths differ.
    fn compare(&self, new: &Translated, old: &Translated) -> Result<(), String> {
        if new.unlisted > 0 {
            return Ok(());
        }
        let values = [&self.bytes, &old.bytes].map(|bytes| json(self.there.from, self.role, bytes));
        let mut differing = BTreeSet::new();
        differ(&root_path(&values[0]), &values[0], &values[1], &mut differing);
        let all = new.losses.iter().chain(&old.losses);
        let listed = |path: &String| all.clone().any(|loss| is_within(path, loss.path()));
        if let Some(path) = differing.iter().find(|path| !listed(path)) {
            return Err(format!("{path} differs"));
        }
        let is_filled = |loss: &&Loss| matches!(loss.kind(), LossKind::Filled);
        for lost in new.losses.iter().filter(|loss| !is_filled(loss)) {
            let is_near =
                |path: &String| is_within(path, lost.path()) || is_within(lost.path(), path);
            let is_shown = differing.iter().any(is_near);
            // What was 0, and is filled with 0, is as before.
            let is_same = || old.losses.iter().filter(is_filled).any(|it| it.path() == lost.path());
            if !is_shown && !is_same() {
                return Err(format!("{} does not differ", lost.path()));
            }
        }
        Ok(())
    }
}

const fn root_of<'s>(role: Role) -> Root<'s> {
    match role {
        Role::Function => Root::Call,
        Role::Constructor => Root::Any,
    }
}

fn is_within(path: &str, outer: &str) -> bool {
    path.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn root_path(value: &Value) -> String {
    value["_"].as_str().unwrap_or_default().to_owned()
}

fn json(schemas: &[Schema], role: Role, bytes: &[u8]) -> Value {
    let mut text = String::new();
    let mut writer = JsonWriter::new(&mut text, schemas, Form::default());
    assert!(walk(schemas, root_of(role), bytes, &Options::DEFAULT, &mut writer).is_ok());
    serde_json::from_str(&text).unwrap()
}

/// Collects the paths at which two values differ.
fn differ(path: &str, a: &Value, b: &Value, paths: &mut BTreeSet<String>) {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) if a.get("_") == b.get("_") => {
            let keys: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for key in keys {
                let (a, b) = (a.get(key), b.get(key));
                let null = Value::Null;
                differ(&format!("{path}.{key}"), a.unwrap_or(&null), b.unwrap_or(&null), paths);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                differ(&format!("{path}[{at}]"), a, b, paths);
            }
        }
        _ if a == b => {}
        _ => drop(paths.insert(path.to_owned())),
    }
}

fn compiled(archive: &Archive, layer: u32) -> Schema {
    let mut sources = Sources::new();
    sources.add("layer.tl", archive.at(layer).unwrap());
    let settings = Settings { dialect: Some(Dialect::Telegram), ..Settings::default() };
    Schema::from_tlo(&tlo::write(&check(&sources, &settings).schema)).unwrap()
}

/// How many values of how many constructors and methods are tried.
#[derive(Clone, Copy)]
struct Effort {
    seed: u64,
    /// Values of each one that changes.
    changed: usize,
    /// Values of others: of one in `every`.
    every: usize,
    /// When a pair takes no further names.
    time: Duration,
}

/// Tries a pair of layers, in this direction.
fn pair(
    numbers: (u32, u32),
    (from, to): (&[Schema], &[Schema]),
    effort: Effort,
    counts: &mut Counts,
) {
    let (there, back) = (Way::new(from, to), Way::new(to, from));
    let mut random = Random::new(from, effort.seed ^ u64::from(numbers.0)).depth(4);
    let start = Instant::now();
    let is_common = |it: &&Combinator| {
        let mut named = to[0].all_named(it.name());
        it.params() == 0 && named.any(|other| other.role() == it.role())
    };
    let seed = usize::try_from(effort.seed % 1000).unwrap();
    for (at, combinator) in from[0].combinators().filter(is_common).enumerate() {
        let is_changed = there.of(combinator) != Verdict::Same;
        let is_sampled = (at + seed).is_multiple_of(effort.every);
        let values = if is_changed { effort.changed } else { usize::from(is_sampled) };
        if start.elapsed() > effort.time {
            break;
        }
        for value in 0..values {
            let Some(bytes) = random.bytes(Root::Boxed(&from[0], combinator)) else { continue };
            let case = Case { there: &there, back: &back, role: combinator.role(), bytes };
            if let Err(fault) = case.run(counts) {
                let name = format!("{} to {}, `{}`", numbers.0, numbers.1, combinator.name());
                counts.wrong.entry(name).or_insert(format!("value {value}: {fault}"));
            }
        }
    }
}

/// All neighbours.
fn neighbours() -> Vec<(u32, u32)> {
    LAYERS.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Pairs of layers that are any number of layers apart; each layer is in one of them.
fn distant(seed: u64) -> Vec<(u32, u32)> {
    let count = LAYERS.len();
    let step = 2 + usize::try_from(seed).unwrap() % (count - 3);
    (0..count).map(|at| (LAYERS[at], LAYERS[(at + step) % count])).collect()
}

/// Tries pairs in both directions, on as many threads as there are processors.
fn all_pairs(pairs: &[(u32, u32)], effort: Effort) -> Counts {
    let archive = Archive::open();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let parts = pairs.chunks(pairs.len().div_ceil(threads));
    let run = |part: &[(u32, u32)]| {
        let mut counts = Counts::default();
        let mut before: Option<(u32, [Schema; 1])> = None;
        for &(a, b) in part {
            let known = before.take().filter(|(layer, _)| *layer == a).map(|(_, schema)| schema);
            let old = known.unwrap_or_else(|| [compiled(&archive, a)]);
            let new = [compiled(&archive, b)];
            pair((a, b), (&old, &new), effort, &mut counts);
            pair((b, a), (&new, &old), effort, &mut counts);
            before = Some((b, new));
        }
        counts
    };
    let run = &run;
    let all: Vec<Counts> = thread::scope(|scope| {
        let running: Vec<_> = parts.map(|part| scope.spawn(move || run(part))).collect();
        running.into_iter().map(|it| it.join().unwrap()).collect()
    });
    all.into_iter().fold(Counts::default(), |a, b| Counts {
        values: a.values + b.values,
        same: a.same + b.same,
        lossy: a.lossy + b.lossy,
        refused: a.refused + b.refused,
        wrong: a.wrong.into_iter().chain(b.wrong).collect(),
    })
}

/// The seed of the values: `SEED=N`, or else always the same.
fn seed() -> u64 {
    std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1)
}

#[test]
fn neighbours_translate_as_their_verdicts_say() {
    let time = Duration::from_millis(600);
    let counts = all_pairs(&neighbours(), Effort { seed: seed(), changed: 1, every: 97, time });
    assert!(counts.wrong.is_empty(), "{} wrong: {counts:#?}", counts.wrong.len());
    assert!(counts.values > 1000, "{counts:?}");
    assert!(counts.same > 0 && counts.lossy > 0 && counts.refused > 0, "{counts:?}");
}

#[test]
#[ignore = "takes minutes: all constructors and methods of all pairs"]
fn neighbours_translate_as_their_verdicts_say_for_all_constructors() {
    let time = Duration::from_mins(10);
    let counts = all_pairs(&neighbours(), Effort { seed: seed(), changed: 20, every: 1, time });
    assert!(counts.wrong.is_empty(), "{} wrong: {counts:#?}", counts.wrong.len());
    assert!(counts.values > 100_000, "{counts:?}");
}

#[test]
#[ignore = "takes minutes: all constructors and methods of pairs that are far apart"]
fn distant_neighbours_translate_as_their_verdicts_say() {
    let time = Duration::from_mins(10);
    let counts = all_pairs(&distant(seed()), Effort { seed: seed(), changed: 3, every: 5, time });
    assert!(counts.wrong.is_empty(), "{} wrong: {counts:#?}", counts.wrong.len());
    assert!(counts.values > 50_000, "{counts:?}");
}
