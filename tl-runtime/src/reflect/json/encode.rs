//! From JSON to bytes.

use crate::{
    read::options::Options,
    reflect::{
        json::{
            collector::parse,
            fault::{Problem, Refusal},
            form::{Form, UnknownFields},
            object::object,
            scalar::Spelling,
            tape::Tape,
            word::{Nat, OpenWords},
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

/// The maximum ratio of bytes to the length of the text: each `#`, which is computed and may be left out of JSON, takes
/// four bytes.
const LARGER: usize = 5;

/// The number of bytes that are allowed for any text.
const SLACK: usize = 64 * 1024;

/// The initial capacity in bytes, so that small values never make the vector double.
const ROOM: usize = 256;

/// The bytes of the value in a JSON text.
///
/// # Errors
/// If the text is not JSON, or is not a value of the root; see [`encode`].
pub fn encode_text(
    schemas: &[Schema],
    root: Root<'_>,
    json: &str,
    form: Form,
) -> Result<Vec<u8>, Refusal> {
    let tape = parse(json).map_err(|message| Refusal::new(Problem::Syntax(message)))?;
    encode_tape(schemas, root, &tape, form, false).map(|(bytes, _)| bytes)
}

/// The bytes of the value in JSON.
///
/// # Errors
/// If the JSON is not a value of the root: an unknown key, a missing field, a value of another kind or out of range, a
/// name that the schema does not have there, or parts that disagree, such as fields that share a bit.
pub fn encode(
    schemas: &[Schema],
    root: Root<'_>,
    json: &Value,
    form: Form,
) -> Result<Vec<u8>, Refusal> {
    let syntax = |error: serde_json::Error| Refusal::new(Problem::Syntax(error.to_string()));
    let tape = Tape::read(json).map_err(syntax)?;
    encode_tape(schemas, root, &tape, form, false).map(|(bytes, _)| bytes)
}

/// The same for JSON on a tape. With `is_marking` values of other layers are marked; also returns whether there are
/// any.
pub(crate) fn encode_tape(
    schemas: &[Schema],
    root: Root<'_>,
    tape: &Tape,
    form: Form,
    is_marking: bool,
) -> Result<(Vec<u8>, bool), Refusal> {
    let json = tape.root();
    let (slots, words) = (Slots::new(), OpenWords::default());
    let (out, level) = (if is_marking { Writer::new().marking() } else { Writer::new() }, 0);
    let limit = tape.text_len().saturating_mul(LARGER).saturating_add(SLACK);
    let mut encoder = Encoder {
        schemas,
        spelling: Spelling::new(form.style, form.fills),
        unknown: form.unknown,
        slots,
        words,
        out,
        level,
        limit,
        guessed: false,
        has_marks: false,
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
    let Encoder { out, guessed, has_marks, .. } = encoder;
    let out = out.into_bytes();
    if guessed {
        read_again(schemas, root, &out, &Options::DEFAULT.marked(has_marks))?;
    }
    Ok((out, has_marks))
}

/// Reads the bytes again if a number that was not yet known selected a constructor.
fn read_again(
    schemas: &[Schema],
    root: Root<'_>,
    bytes: &[u8],
    options: &Options,
) -> Result<(), Refusal> {
    struct Nobody;
    impl Visitor<'_> for Nobody {
        type Stop = Infallible;

        fn visit(&mut self, _: Piece<'_>, _: Event<'_, '_>) -> Result<(), Infallible> {
            Ok(())
        }
    }
    let walked = walk(schemas, root, bytes, options, &mut Nobody);
    walked.map(|_| ()).map_err(|fault| {
        let reason =
            format!("a `#` has to be given here, because the computed value does not fit: {fault}");
        Refusal::new(Problem::NoForm { reason })
    })
}

/// The output, and the open values.
pub(super) struct Encoder<'s> {
    pub(super) schemas: &'s [Schema],
    pub(super) spelling: Spelling,
    pub(super) unknown: UnknownFields,
    pub(super) slots: Slots<'s, Nat>,
    pub(super) words: OpenWords<'s>,
    pub(super) out: Writer<'static>,
    /// The depth of the value that is being written; lists of lists count too.
    pub(super) level: usize,
    /// The number of bytes still allowed, not counting those of `$fill`.
    limit: usize,
    /// Whether a number that was not known selected a constructor.
    pub(super) guessed: bool,
    /// Whether there is a value of another layer.
    pub(super) has_marks: bool,
}

impl Encoder<'_> {
    /// Makes room for the next bytes, if more are allowed.
    ///
    /// The capacity grows by half where a vector would double it: the old and the new bytes and the JSON are in memory
    /// at once.
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
