//! From JSON to bytes.

use crate::{
    read::options::Options,
    reflect::{
        json::{
            collector::parse,
            fault::{Problem, Refusal},
            form::Form,
            object::object,
            scalar::Spelling,
            tape::Tape,
            word::{Nat, Words},
        },
        schema::{combinator::Role, table::Schema},
        walk::{
            env::Slots,
            event::{Event, Piece, Visitor},
            root::Root,
            walker::walk,
        },
    },
    write::writer::Writer,
};
use alloc::{format, string::ToString, vec::Vec};
use core::convert::Infallible;
use serde_json::Value;

/// How many times its text's length a value's bytes may be: what JSON leaves out, each `#` that is computed, is four bytes.
const LARGER: usize = 5;

/// Bytes that are no fault, whatever the text.
const SLACK: usize = 64 * 1024;

/// How many bytes are free before a value is written, so that small ones never make the vector double.
const ROOM: usize = 256;

/// The bytes of the value that a JSON text stands for.
///
/// # Errors
/// When the text is no JSON, or is not a value of the root; see [`encode`].
pub fn encode_text(
    schemas: &[Schema],
    root: Root<'_>,
    json: &str,
    form: Form,
) -> Result<Vec<u8>, Refusal> {
    let tape = parse(json).map_err(|message| Refusal::new(Problem::Syntax(message)))?;
    encode_tape(schemas, root, &tape, form)
}

/// The bytes of the value that JSON stands for.
///
/// # Errors
/// When the JSON is not a value of the root: a key that is no field, a field that is missing, a value of another kind or
/// out of range, a name that the schema does not have there, or parts that disagree, such as fields that share a bit.
pub fn encode(
    schemas: &[Schema],
    root: Root<'_>,
    json: &Value,
    form: Form,
) -> Result<Vec<u8>, Refusal> {
    let syntax = |error: serde_json::Error| Refusal::new(Problem::Syntax(error.to_string()));
    let tape = Tape::read(json).map_err(syntax)?;
    encode_tape(schemas, root, &tape, form)
}

/// The same, of JSON on a tape.
pub(crate) fn encode_tape(
    schemas: &[Schema],
    root: Root<'_>,
    tape: &Tape,
    form: Form,
) -> Result<Vec<u8>, Refusal> {
    let json = tape.root();
    let (slots, words) = (Slots::new(), Words::default());
    let (out, level) = (Writer::new(), 0);
    let limit = tape.text_len().saturating_mul(LARGER).saturating_add(SLACK);
    let mut encoder = Encoder {
        schemas,
        spelling: Spelling::new(form.style, form.fills),
        slots,
        words,
        out,
        level,
        limit,
        guessed: false,
    };
    match root {
        Root::Any => encoder.any(json, &[Role::Constructor, Role::Function])?,
        Root::Call => encoder.any(json, &[Role::Function])?,
        Root::Type(schema, ty) => {
            let env = encoder.slots.outside(schema);
            encoder.ty(ty, env, json)?;
        }
        Root::Boxed(schema, combinator) => {
            let map = object(json, &format!("an object, `{}`", combinator.name()))?;
            encoder.expect_name(map, combinator)?;
            encoder.alone(schema, combinator, map)?;
        }
    }
    let Encoder { out, guessed, .. } = encoder;
    let out = out.into_bytes();
    if guessed {
        read_again(schemas, root, &out)?;
    }
    Ok(out)
}

/// Makes sure that what was written can be read, where a number that was not known yet chose a constructor.
fn read_again(schemas: &[Schema], root: Root<'_>, bytes: &[u8]) -> Result<(), Refusal> {
    struct Nobody;
    impl Visitor<'_> for Nobody {
        type Stop = Infallible;

        fn visit(&mut self, _: Piece<'_>, _: Event<'_, '_>) -> Result<(), Infallible> {
            Ok(())
        }
    }
    let walked = walk(schemas, root, bytes, &Options::DEFAULT, &mut Nobody);
    walked.map(|_| ()).map_err(|fault| {
        let reason =
            format!("a `#` has to be given here, as what is computed does not fit: {fault}");
        Refusal::new(Problem::NoForm { reason })
    })
}

/// What is written, and what is open.
pub(super) struct Encoder<'s> {
    pub(super) schemas: &'s [Schema],
    pub(super) spelling: Spelling,
    pub(super) slots: Slots<'s, Nat>,
    pub(super) words: Words<'s>,
    pub(super) out: Writer<'static>,
    /// How deep the value is that is being written: lists whose items may be lists again count too.
    pub(super) level: usize,
    /// How many bytes there may be, beside those that `$fill` stands for.
    limit: usize,
    /// Whether a number that was not known chose a constructor.
    pub(super) guessed: bool,
}

impl Encoder<'_> {
    /// Makes room for what is written next, if there may be more bytes.
    ///
    /// Room grows by half, where a vector would double: its old and new bytes, and the JSON, are held at once.
    pub(super) fn make_room(&mut self) -> Encoded {
        let len = self.out.as_bytes().len();
        if len > self.limit.saturating_add(self.spelling.filled()) {
            let reason = format!(
                "the bytes are more than {LARGER} times the JSON: encode it as several values"
            );
            return Err(Refusal::new(Problem::NoForm { reason }));
        }
        let bytes = self.out.bytes_mut();
        if bytes.capacity() - len < ROOM {
            bytes.reserve_exact(len / 2 + ROOM);
        }
        Ok(())
    }
}

pub(super) type Encoded = Result<(), Refusal>;
