//! Arbitrary bytes, JSON and compiled schemas through the walker.

use std::{convert::Infallible, sync::OnceLock};

use typelang_parser::{Dialect, tlo};
use typelang_runtime::{
    Decode, Encode, ErrorKind, Options, Strictness,
    reflect::{
        Ended, Event, FaultKind, Input, Piece, Progress, Root, Schema, TypeExpr, Walker,
        json::{Form, JsonWriter, Words, encode_text},
        walk,
    },
    serde::{Deserialize, Serialize},
};
use typelang_telegram::enums;

use crate::{
    arena,
    check::check_as,
    memory::bounded,
    text::{sources_of, text_of},
};

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);

/// Most of what a schema can contain: recursion, shared bits, several flag words, repetitions, dependent
/// types, calls, objects.
const ALL: &str = "
int ? = Int; long ? = Long; string ? = String; double ? = Double; float ? = Float;
true = True; boolFalse = Bool; boolTrue = Bool; vector {t:Type} # [ t ] = Vector t;
tuple {t:Type} {n:#} [ t ] = Tuple t n; pair {a:Type} {b:Type} x:a y:b = Pair a b;
nothing {t:Type} = Maybe t; just {t:Type} value:t = Maybe t;
masked {mask:#} a:mask.0?int b:mask.31?string = Masked mask;
zero = Peano 0; more {n:#} less:%(Peano n) = Peano (n+1);
tree#00000010 left:Tree right:Tree = Tree; leaf#00000020 value:int = Tree;
all#00000040 flags:# on:flags.0?true both:flags.0?int n:flags.1?# deep:n.3?Tree rows:#
    grid:rows*[ k:int v:flags.2?(Vector string) ] sized:(Tuple long rows) three:3*[ double ]
    pair:(pair int (Maybe Tree)) fields:# part:(masked fields) free:# float:float logic:Bool = All;
many#00000080 trues:(Vector true) rows:# nats:(Peano rows) = Many;
---functions---
get#00000100 id:int = All;
wrap#00000200 {X:Type} flags:# note:flags.5?string query:!X = X;
";

fn compiled(text: &str, dialect: Dialect) -> Schema {
    let checked = check_as(&sources_of(text), Some(dialect));
    Schema::from_tlo(&tlo::write(&checked.schema)).expect("what is written can be read")
}

fn small() -> &'static [Schema] {
    static SMALL: OnceLock<[Schema; 1]> = OnceLock::new();
    SMALL.get_or_init(|| [compiled(ALL, Dialect::Vk)])
}

fn telegram() -> &'static [Schema] {
    static TELEGRAM: OnceLock<[Schema; 1]> = OnceLock::new();
    let text = include_str!("../../schema/telegram/api.tl");
    TELEGRAM.get_or_init(|| [compiled(text, Dialect::Telegram)])
}

/// Any bytes end in a value or a fault, whole or in pieces; if a strict walk accepts them, their JSON
/// converts back to them. Any text is JSON of a value or refused. Any bytes are a compiled schema or refused,
/// and a walk with it terminates. Generated types and the walker accept the same bytes.
pub fn reflect(data: &[u8]) {
    let small = small();
    let whole = read(small, Root::Any, data, &Options::DEFAULT);
    if whole.as_ref().err() != Some(&FaultKind::Wire(ErrorKind::ElementLimit)) {
        assert_eq!(in_pieces(small, data), whole.is_ok(), "{data:x?} in pieces");
    }
    for words in [Words::Unexplained, Words::Data, Words::Always] {
        there_and_back(small, data, Form { words, ..Form::default() });
    }
    there_and_back(telegram(), data, Form::default());
    let text = text_of(data);
    _ = encode_text(small, Root::Any, &text, Form::default());
    deserialized::<enums::JsonValue>("JSONValue", &text);
    if let Ok(schema) = bounded(64 * 1024 + 256 * data.len(), || Schema::from_tlo(data)) {
        _ = read(&[schema], Root::Any, data, &Options::DEFAULT);
    }
    same::<enums::Updates>("Updates", data);
    same::<enums::RichText>("RichText", data);
    same::<enums::JsonValue>("JSONValue", data);
    arena::reflect(data, |name| {
        let ty = TypeExpr::parse(&telegram()[0], name).expect("a type of the schema");
        read(telegram(), Root::Type(&telegram()[0], &ty), data, &STRICT).is_ok()
    });
}

trait Generated: for<'de> Decode<'de> + Encode + Serialize + for<'de> Deserialize<'de> {}

impl<T: for<'de> Decode<'de> + Encode + Serialize + for<'de> Deserialize<'de>> Generated for T {}

/// serde accepts text only if the walker does, and gives the same value.
fn deserialized<T: Generated>(name: &str, text: &str) {
    let Ok(value) = serde_json::from_str::<T>(text) else { return };
    let schema = &telegram()[0];
    let ty = TypeExpr::parse(schema, name).expect("a type of the schema");
    let encoded = encode_text(telegram(), Root::Type(schema, &ty), text, Form::default());
    assert_eq!(encoded.as_deref(), Ok(&*value.to_bytes()), "{text}");
}

fn read(
    schemas: &[Schema],
    root: Root<'_>,
    data: &[u8],
    options: &Options,
) -> Result<usize, FaultKind> {
    let mut events = 0;
    let mut visitor = |_: Piece<'_>, _: Event<'_, '_>| {
        events += 1;
        Ok::<(), Infallible>(())
    };
    // Frames and variables, which are bounded by the input's length; elements without bytes use no memory.
    let limit = 64 * 1024 + 512 * data.len();
    match bounded(limit, || walk(schemas, root, data, options, &mut visitor)) {
        Ok(_) => Ok(events),
        Err(Ended::Fault(fault)) => Err(fault.kind()),
        Err(Ended::Stop(never)) => match never {},
    }
}

/// Returns whether the same bytes are a value if only a few of them are available at a time.
fn in_pieces(schemas: &[Schema], data: &[u8]) -> bool {
    let mut visitor = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), Infallible>(());
    let mut walker = Walker::new(schemas, Root::Any, &Options::DEFAULT);
    let (mut start, mut end) = (0, data.len().min(1 + data.len() % 7));
    loop {
        let input = if end == data.len() { Input::Last } else { Input::Piece };
        match walker.feed(&data[start..end], input, &mut visitor) {
            // Remaining bytes in a piece are not refused there.
            Ok(Progress::Done { used }) => return start + used == data.len(),
            Ok(Progress::More { used, needed }) => {
                start += used;
                assert!(needed > end - start, "more is needed than there is");
                end = data.len().min(start.saturating_add(needed));
            }
            Err(_) => return false,
        }
    }
}

/// Bytes that a strict walk accepts become JSON, and the JSON becomes the same bytes.
fn there_and_back(schemas: &[Schema], data: &[u8], form: Form) {
    let mut json = String::new();
    let mut writer = JsonWriter::new(&mut json, schemas, form);
    if walk(schemas, Root::Any, data, &STRICT, &mut writer).is_ok() {
        let again = encode_text(schemas, Root::Any, &json, form);
        assert_eq!(again.as_deref(), Ok(data), "{json}");
    }
}

/// A generated type accepts the same bytes as the walker, within its memory limit, and is unchanged by serde.
fn same<T: Generated>(name: &str, data: &[u8]) {
    let schema = &telegram()[0];
    let ty = TypeExpr::parse(schema, name).expect("a type of the schema");
    let walked = read(telegram(), Root::Type(schema, &ty), data, &STRICT);
    match T::from_bytes_with(data, &STRICT) {
        Ok(value) => {
            assert!(walked.is_ok(), "{name}: {data:x?}, {walked:?}");
            let json = serde_json::to_value(&value).expect("what was read can be written");
            let again: T = serde_json::from_value(json).expect("what was written can be read");
            assert_eq!(again.to_bytes(), data, "{name}");
        }
        Err(error) if error.kind() == ErrorKind::MemoryLimit => {}
        Err(error) => assert!(walked.is_err(), "{name}: {data:x?}, {error}"),
    }
}
