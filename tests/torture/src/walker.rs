//! The walker's view of bytes, by the compiled schema alone.

use std::{convert::Infallible, fmt};

use typelang_runtime::{
    Options,
    reflect::{
        Ended, Event, FaultKind, Piece, Random, Root, Schema, TypeExpr, debug as show,
        json::{Form, JsonWriter, Style, Unwritable, encode_text},
        walk,
    },
};

use crate::{Subject, build::Pool};

/// The subject's place in the schema.
#[derive(Debug)]
pub(crate) enum Known {
    Combinator(u32),
    Type(TypeExpr),
}

impl Known {
    /// Returns the subject's place in the schema, if it has one of its own.
    pub(crate) fn of(schema: &Schema, subject: &Subject) -> Option<Self> {
        let tl = subject.tl?;
        if let Some((_, id)) = tl.rsplit_once('#') {
            return Some(Self::Combinator(u32::from_str_radix(id, 16).ok()?));
        }
        TypeExpr::parse(schema, tl).ok().map(Self::Type)
    }

    pub(crate) fn root<'a>(&'a self, schema: &'a Schema) -> Option<Root<'a>> {
        match self {
            Self::Combinator(id) => {
                let combinator = schema.constructor(*id).or_else(|| schema.function(*id))?;
                (combinator.params() == 0 || schema.function(*id).is_some())
                    .then_some(Root::Boxed(schema, combinator))
            }
            Self::Type(ty) => Some(Root::Type(schema, ty)),
        }
    }
}

/// Walks through the bytes.
pub(crate) fn read(
    schemas: &[Schema],
    root: Root<'_>,
    bytes: &[u8],
    options: &Options,
) -> Result<(), FaultKind> {
    let mut visitor = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), Infallible>(());
    match walk(schemas, root, bytes, options, &mut visitor) {
        Ok(_) => Ok(()),
        Err(Ended::Fault(fault)) => Err(fault.kind()),
        Err(Ended::Stop(never)) => match never {},
    }
}

/// Converts the bytes to JSON and back. `None` if the style does not have one of the numbers.
pub(crate) fn there_and_back(
    schemas: &[Schema],
    root: Root<'_>,
    bytes: &[u8],
    style: Style,
) -> Result<Option<String>, String> {
    let mut json = String::new();
    let form = Form { style, ..Form::default() };
    let mut writer = JsonWriter::new(&mut json, schemas, form);
    match walk(schemas, root, bytes, &Options::DEFAULT.depth(u32::MAX), &mut writer) {
        Err(Ended::Stop(Unwritable::Number { .. })) if style == Style::Tdlib => return Ok(None),
        Err(error) => return Err(format!("no JSON: {error:?}")),
        Ok(_) => {}
    }
    match encode_text(schemas, root, &json, form) {
        Ok(again) if again == bytes => Ok(Some(json)),
        Ok(again) => Err(format!("{json}\nbecomes\n{again:02x?}\nof\n{bytes:02x?}")),
        Err(refusal) => Err(format!("{json}\nis refused: {refusal}")),
    }
}

/// Returns values of all types without parameters.
pub(crate) fn pool(schemas: &[Schema], seed: u64) -> Pool {
    let mut pool = Pool::default();
    let mut random = Random::new(schemas, seed).size(40).depth(2);
    for schema in schemas {
        for combinator in schema.combinators().filter(|one| one.params() == 0) {
            let Some(ty) = schema.result_of(combinator) else { continue };
            if schema.function(combinator.id()).is_some() {
                continue;
            }
            if let Some(bytes) = random.bytes(Root::Boxed(schema, combinator)) {
                pool.values.entry(ty.name().to_owned()).or_default().push(bytes);
            }
        }
    }
    pool
}

/// What `Debug` of generated types shows, on one line and on several.
pub(crate) fn debug(schemas: &[Schema], bytes: &[u8]) -> [String; 2] {
    let shown = Shown(schemas, bytes);
    [format!("{shown:?}"), format!("{shown:#?}")]
}

struct Shown<'a>(&'a [Schema], &'a [u8]);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(self.1, self.0, f)
    }
}
