//! Tests the types of a schema.

use std::{
    env,
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Duration,
};

use allocation_counter::measure;
use serde_json::{Number, Value, json};
use typelang_runtime::{
    ErrorKind, Options, Strictness,
    reflect::{Combinator, FaultKind, Random, Root, Schema, json::Style},
};

use crate::{
    Subject,
    build::Pool,
    clock::ran,
    damage::damaged,
    layered::{Layered, Newer},
    report::{Report, say},
    walker::{self, Known},
};

/// The types of one schema.
#[derive(Clone, Copy, Debug)]
pub struct Driver {
    /// Its number in the batch.
    pub place: u64,
    /// The seed of the values.
    pub seed: u64,
    /// The compiled schema.
    pub tlo: &'static [u8],
    /// Whether free bits are data.
    pub keeps_bits: bool,
    /// Whether serde's traits write TDLib's JSON.
    pub is_tdlib: bool,
    /// A later layer, if some types have a place for values of one.
    pub newer: Option<Newer>,
    /// The types.
    pub subjects: fn() -> Vec<Subject>,
}

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);
/// The number of random values of each type, of damaged values for each of these, and of made values.
const VALUES: u64 = 10;
const DAMAGED: usize = 16;
const MADE: u64 = 24;
/// The approximate number of prefixes that are tried.
const PREFIXES: usize = 100;
/// The memory that reading may use in addition to 16 × the input: the default options' MiB, and the memory of
/// an error.
const SLACK: u64 = 1024 * 1024 + 64 * 1024;
/// The time limit of one reading, in a build without optimization.
const SLOW: Duration = Duration::from_secs(2);
/// The time without progress after which the process ends, and the interval of checking it.
const HANG: Duration = Duration::from_secs(20);
const LOOK: Duration = Duration::from_secs(1);

/// Counts progress.
static STEPS: AtomicU64 = AtomicU64::new(0);

/// Tries the schemas whose numbers in the batch are on the command line, or all.
pub fn main(drivers: &[Driver]) {
    let wanted: Vec<u64> = env::args().skip(1).filter_map(|place| place.parse().ok()).collect();
    // A panic is reported with its fault.
    std::panic::set_hook(Box::new(|_| {}));
    thread::spawn(watch);
    for driver in drivers {
        if wanted.is_empty() || wanted.contains(&driver.place) {
            drive(driver);
        }
    }
}

/// Ends the process if there is no progress.
fn watch() {
    let (mut last, mut since) = (0, ran());
    loop {
        thread::sleep(LOOK);
        let (steps, now) = (STEPS.load(Ordering::Relaxed), ran());
        if steps != last {
            (last, since) = (steps, now);
        } else if now.saturating_sub(since) > HANG {
            say(&json!({"hang": HANG.as_secs()}));
            std::process::abort();
        }
    }
}

/// Whether serde refuses a number that TDLib's JSON does not have.
fn is_no_number(error: &str) -> bool {
    error.contains("is not a JSON number") || error.contains("is not an `int53`")
}

/// Whether decoding would have taken more memory than the limit.
fn is_memory_limit(error: &str) -> bool {
    error.contains("needs more memory than the limit")
}

fn drive(driver: &Driver) {
    let mut report = Report::new(driver.place);
    let schemas = match Schema::from_tlo(driver.tlo) {
        Ok(schema) if driver.keeps_bits => [schema.keeping_free_bits()],
        Ok(schema) => [schema],
        Err(error) => {
            report.fault("compiled schema not read", &error.to_string());
            say(&json!({"place": driver.place, "done": 0}));
            return;
        }
    };
    let pool = walker::pool(&schemas, driver.seed);
    let subjects = (driver.subjects)();
    let mut layered = driver.newer.as_ref().and_then(|newer| {
        let made = Layered::new(newer);
        made.inspect_err(|error| report.fault("later layer not read", error)).ok()
    });
    let mut counts = (0, 0);
    for subject in &subjects {
        report.begin(subject.name);
        let style = if driver.is_tdlib { Style::Tdlib } else { Style::Tl };
        let mut trial =
            Trial { schemas: &schemas, style, pool: &pool, subject, report: &mut report };
        let known = Known::of(&schemas[0], subject);
        let root = known.as_ref().and_then(|known| known.root(&schemas[0]));
        if let Some(root) = root {
            trial.random(root, driver.seed);
        }
        trial.responses(driver.seed);
        let (made, refused) = trial.made(root, driver.seed);
        counts = (counts.0 + made, counts.1 + refused);
        if let Some(layered) = &mut layered {
            layered.run(subject, &mut report, driver.seed);
        }
    }
    let kept = layered.map_or(0, |layered| layered.kept);
    say(
        &json!({"place": driver.place, "done": subjects.len(), "faults": report.faults, "made": counts.0, "refused": counts.1, "kept": kept}),
    );
}

struct Trial<'a> {
    schemas: &'a [Schema],
    /// The form of serde's traits.
    style: Style,
    pool: &'a Pool,
    subject: &'a Subject,
    report: &'a mut Report,
}

impl Trial<'_> {
    /// Tries values that the walker makes, and damaged ones.
    fn random(&mut self, root: Root<'_>, seed: u64) {
        let schemas = self.schemas;
        let ids: Vec<u32> = schemas[0].combinators().map(Combinator::id).collect();
        let mut random = Random::new(schemas, seed).size(200);
        let mut damage = fastrand::Rng::with_seed(seed);
        for _ in 0..VALUES {
            let Some(bytes) = random.bytes(root) else { return };
            if !self.is_mine(&bytes) {
                continue;
            }
            self.sound(root, &bytes);
            for _ in 0..DAMAGED {
                self.any(root, &damaged(&bytes, &ids, &mut damage));
            }
        }
    }

    /// A struct is only one constructor of the type that the schema names.
    fn is_mine(&self, bytes: &[u8]) -> bool {
        let id = bytes.first_chunk().map(|id| u32::from_le_bytes(*id));
        self.subject.id.is_none() || self.subject.id == id
    }

    /// Tries the bytes of a value.
    fn sound(&mut self, root: Root<'_>, bytes: &[u8]) {
        STEPS.fetch_add(1, Ordering::Relaxed);
        let (subject, schemas) = (self.subject, self.schemas);
        for (kind, options) in
            [("value refused", &Options::DEFAULT), ("value refused by strict options", &STRICT)]
        {
            self.report.expect(kind, || match (subject.recode)(bytes, options) {
                Ok(again) if again == bytes => Ok(()),
                Ok(again) => Err(format!("{bytes:02x?}\nis written as\n{again:02x?}")),
                Err(error) => Err(format!("{bytes:02x?}\n{error}")),
            });
        }
        self.report.expect("value", || {
            (subject.whole)(bytes).map_err(|fault| format!("{bytes:02x?}\n{fault}"))
        });
        if subject.tl.is_some_and(|tl| tl.contains('!')) {
            return;
        }
        if subject.is_shown {
            self.report.expect("Debug and walker", || {
                let (shown, walked) = ((subject.debug)(bytes)?, walker::debug(schemas, bytes));
                if shown == walked { Ok(()) } else { Err(format!("{shown:?}\n{walked:?}")) }
            });
        }
        self.json("JSON", root, bytes);
        // Whole words, since decoding reads words. Trying all prefixes of a long value would take quadratic
        // time.
        let step = (bytes.len() / PREFIXES).next_multiple_of(4).max(4);
        for len in (0..bytes.len()).step_by(step) {
            if !subject.is_open && (subject.read)(&bytes[..len], &Options::DEFAULT) {
                self.report.fault("a prefix is a value", &format!("{len} bytes of\n{bytes:02x?}"));
                break;
            }
        }
    }

    /// Tries responses to the subject's call, and damaged ones.
    fn responses(&mut self, seed: u64) {
        let (subject, schemas, pool) = (self.subject, self.schemas, self.pool);
        let function = subject.id.and_then(|id| schemas[0].function(id));
        let (Some(respond), Some(function)) = (subject.respond, function) else { return };
        let root = Root::Type(&schemas[0], function.result());
        if function.result().has_variables() {
            return;
        }
        let ids: Vec<u32> = schemas[0].combinators().map(Combinator::id).collect();
        let mut random = Random::new(schemas, seed).size(200);
        let mut damage = fastrand::Rng::with_seed(seed);
        for round in 0..VALUES {
            let Some(reply) = random.bytes(root) else { return };
            STEPS.fetch_add(1, Ordering::Relaxed);
            self.report.expect("response", || match respond(seed << 8 | round, pool, &reply) {
                Ok(again) if again == reply => Ok(()),
                Ok(again) => Err(format!("{reply:02x?}\nis written as\n{again:02x?}")),
                Err(error) => Err(format!("{reply:02x?}\n{error}")),
            });
            let reply = damaged(&reply, &ids, &mut damage);
            let walked = walker::read(schemas, root, &reply, &Options::DEFAULT);
            let read = self
                .report
                .expect("damaged response", || Ok(respond(seed << 8 | round, pool, &reply)));
            let differs = |read: &Result<_, String>| match read {
                Ok(_) => walked.is_err(),
                // A walk stores nothing.
                Err(error) => walked.is_ok() && !is_memory_limit(error),
            };
            if !subject.is_open && read.as_ref().is_some_and(differs) {
                let details = format!("{reply:02x?}\n{read:?}, and the walker says {walked:?}");
                self.report.fault("damaged response and walker", &details);
            }
        }
    }

    /// Converts the bytes to JSON and back, by the walker and by serde's traits.
    fn json(&mut self, step: &str, root: Root<'_>, bytes: &[u8]) {
        let (schemas, style) = (self.schemas, self.style);
        match self.report.expect(step, || walker::there_and_back(schemas, root, bytes, style)) {
            Some(Some(json)) => self.serde(bytes, &json),
            Some(None) => self.no_number(bytes),
            None => {}
        }
    }

    /// What the walker refuses for a number, serde's traits refuse too.
    fn no_number(&mut self, bytes: &[u8]) {
        let Some(there) = self.subject.there else { return };
        if !there(bytes).is_err_and(|error| is_no_number(&error)) {
            self.report.fault("serde and walker", &format!("no number in\n{bytes:02x?}"));
        }
    }

    fn serde(&mut self, bytes: &[u8], json: &str) {
        let Some(there) = self.subject.there else { return };
        let text = self.report.expect("serde writes", || there(bytes));
        let Some(text) = text else { return };
        let parsed = |text: &str| serde_json::from_str::<Value>(text).ok();
        let both = parsed(&text).zip(parsed(json));
        if both.is_none_or(|(serde, walker)| !is_same(&serde, &walker)) {
            self.report.fault("serde and walker", &format!("{text}\n{json}\n{bytes:02x?}"));
        }
        if let Some(back) = self.subject.back {
            self.report.expect("serde reads", || match back(&text) {
                Ok(again) if again == bytes => Ok(()),
                Ok(again) => Err(format!("{text}\nbecomes\n{again:02x?}\nof\n{bytes:02x?}")),
                Err(error) => Err(format!("{text}\nis refused: {error}")),
            });
        }
    }

    /// Tries arbitrary bytes.
    fn any(&mut self, root: Root<'_>, bytes: &[u8]) {
        STEPS.fetch_add(1, Ordering::Relaxed);
        let subject = self.subject;
        let began = ran();
        let used = self
            .report
            .expect("damaged", || Ok(measure(|| _ = (subject.read)(bytes, &Options::DEFAULT))));
        if let Some(used) = used
            && used.bytes_max > 16 * bytes.len() as u64 + SLACK
        {
            self.report
                .fault("memory", &format!("{} bytes held for\n{bytes:02x?}", used.bytes_max));
        }
        let took = ran().saturating_sub(began);
        if took > SLOW {
            self.report.fault("slow", &format!("{took:?} for\n{bytes:02x?}"));
        }
        // A walk by the type takes its other constructors, which a struct has to refuse.
        let is_other = matches!(root, Root::Type(..)) && !self.is_mine(bytes);
        for (name, options) in [("lenient", &Options::DEFAULT), ("strict", &STRICT)] {
            let walked = walker::read(self.schemas, root, bytes, options);
            let fault = walked.err().or(is_other.then_some(FaultKind::NoConstructor));
            self.report.expect(&format!("damaged, {name}"), || {
                agree(subject, bytes, options, fault.as_ref())
            });
        }
    }

    /// Tries values that are made field by field; returns how many have bytes and how many are refused.
    fn made(&mut self, root: Option<Root<'_>>, seed: u64) -> (u64, u64) {
        let (mut written, mut refused) = (0, 0);
        let (subject, pool, schemas) = (self.subject, self.pool, self.schemas);
        for round in 0..MADE {
            STEPS.fetch_add(1, Ordering::Relaxed);
            let made = self.report.expect("made value", || (subject.made)(seed << 8 | round, pool));
            let Some(made) = made else { continue };
            let Some(bytes) = made else {
                refused += 1;
                continue;
            };
            written += 1;
            let Some(root) = root else { continue };
            if subject.is_open {
                continue;
            }
            let options = STRICT.memory(usize::MAX).elements(usize::MAX).depth(u32::MAX);
            if let Err(fault) = walker::read(schemas, root, &bytes, &options) {
                if is_kept(subject, &fault) {
                    continue;
                }
                self.report.fault("made value and walker", &format!("{fault:?}\n{bytes:02x?}"));
                continue;
            }
            self.json("JSON of a made value", root, &bytes);
        }
        (written, refused)
    }
}

/// Checks that the type and the walker agree about bytes, and that decoding is stable.
fn agree(
    subject: &Subject,
    bytes: &[u8],
    options: &Options,
    walked: Option<&FaultKind>,
) -> Result<(), String> {
    match ((subject.recode)(bytes, options), walked) {
        (Ok(again), None) => {
            if *options == STRICT && again != bytes {
                return Err(format!("{bytes:02x?}\nis written as\n{again:02x?}"));
            }
            // Objects keep bytes that lenient options accept.
            let options = if subject.is_open { options } else { &STRICT };
            match (subject.recode)(&again, options) {
                Ok(twice) if twice == again => Ok(()),
                other => Err(format!(
                    "{bytes:02x?}\nis written as\n{again:02x?}\nand that as\n{other:02x?}"
                )),
            }
        }
        (Ok(_), Some(fault)) if !subject.is_open && !is_kept(subject, fault) => {
            Err(format!("only the walker refuses\n{bytes:02x?}\n{fault:?}"))
        }
        (Err(error), None) if error.kind() != ErrorKind::MemoryLimit => {
            Err(format!("only generated code refuses\n{bytes:02x?}\n{error}"))
        }
        _ => Ok(()),
    }
}

/// Returns whether the walker refuses bits that the type was asked to keep.
fn is_kept(subject: &Subject, fault: &FaultKind) -> bool {
    subject.keeps_bits && matches!(fault, FaultKind::Wire(ErrorKind::UnknownFlags { .. }))
}

/// Returns whether two texts of JSON say the same. The shortest text of a float may end in either of two digits, if the
/// float is in the middle between them.
fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let is_same_in = |(name, a)| b.get(name).is_some_and(|b| is_same(a, b));
            a.len() == b.len() && a.iter().all(is_same_in)
        }
        (Value::Number(a), Value::Number(b)) if a.is_f64() && b.is_f64() => {
            #[expect(clippy::cast_possible_truncation, reason = "the nearest float is meant")]
            let float = |number: &Number| number.as_f64().map(|double| double as f32);
            // A double has more digits than the shortest text of any float.
            let is_short = |number: &Number| {
                let text = number.to_string();
                text.chars().filter(char::is_ascii_digit).count() <= 14
            };
            a == b || (float(a) == float(b) && is_short(a) && is_short(b))
        }
        (a, b) => a == b,
    }
}
