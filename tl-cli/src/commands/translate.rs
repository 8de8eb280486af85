//! `tl translate`: values of one schema as values of another.

use std::{
    io::{Read, Write},
    path::PathBuf,
};

use typelang_parser::Dialect;
use typelang_runtime::{
    Options,
    reflect::{
        Translator,
        json::{JsonWriter, encode_text},
        translate::{Defaults, Translated, Untranslated},
        walk,
    },
};

use crate::{
    shared::{
        dialect::dialect,
        outcome::{Failure, Outcome},
        terminal::Terminal,
        text::{decoded, unmarked_bytes},
    },
    wire::{
        digits::{Digits, write},
        schemas::{Pick, Schemas, Wanted},
        side::side,
        source::{self, Literal, is_digits},
    },
};

/// The arguments of `tl translate`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Translate {
    /// Hex, base64, JSON or a file; `-` or nothing reads the standard input
    pub input: Option<String>,
    /// The schema of the value: a file, or a layer that is built in. Several are searched in this order
    #[arg(long, value_name = "SCHEMA", required = true)]
    pub from: Vec<PathBuf>,
    /// The schema to translate to [default: Telegram's, built in]
    #[arg(long, value_name = "SCHEMA")]
    pub to: Vec<PathBuf>,
    /// The value has this type, such as `Vector<User>`, or combinator [default: by its id]
    #[arg(long = "type", value_name = "TYPE")]
    pub ty: Option<String>,
    /// Read this form [default: guessed]
    #[arg(long, value_enum, value_name = "FORM")]
    pub read: Option<Written>,
    /// Write this form [default: JSON for JSON, and hex for bytes]
    #[arg(long, value_enum, value_name = "FORM")]
    pub write: Option<Written>,
    /// Fill new required fields with 0, `false` or nothing instead of refusing the value
    #[arg(long)]
    pub fill: bool,
    /// Refuse a value if a part of it is lost or filled in
    #[arg(long)]
    pub lossless: bool,
    /// Read schemas in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
    /// Use TDLib's JSON: `@type`, base64 for bytes, numbers for int53, and nothing for objects that are null
    #[arg(long)]
    pub tdlib: bool,
}

/// The form of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Written {
    /// Hex, two digits for each byte
    Hex,
    /// Base64, in either alphabet
    Base64,
    /// The bytes themselves
    Raw,
    /// JSON, as `tl decode` writes it
    Json,
}

impl Written {
    const fn digits(self) -> Option<Digits> {
        match self {
            Self::Hex => Some(Digits::Hex),
            Self::Base64 => Some(Digits::Base64),
            Self::Raw => Some(Digits::Raw),
            Self::Json => None,
        }
    }
}

const EXAMPLES: &str = "\
Examples:
  tl translate --from api-224.tl --to 230 update.bin
  tl translate --from 230 --to api-224.tl --write json '{\"_\": \"help.getConfig\"}'

Constructors, methods and fields match by name. New optional fields are unset, and flag words are \
computed again. A warning with its path tells each part that is lost: a field that the new schema does \
not have, or an optional field whose value it cannot express. A value that it cannot express otherwise \
is an error. The input is one value.";

/// Translates a value and prints it; losses go to the standard error.
///
/// # Errors
/// When the arguments name nothing, or files cannot be read or written.
pub fn translate(args: &Translate, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    if args.write == Some(Written::Raw) && terminal.out_is_terminal() {
        let message = "raw bytes are not written to a terminal; use `--write hex`, or a pipe";
        return Err(Failure::Usage(message.to_owned()));
    }
    let Some(from) = side(&args.from, args.dialect, terminal)? else { return Ok(Outcome::Faults) };
    let Some(to) = side(&args.to, args.dialect, terminal)? else { return Ok(Outcome::Faults) };
    let wanted = args.ty.as_deref().map_or(Ok(Wanted::Any), |ty| from.ty(ty))?;
    let input = read(args)?;
    let is_json = input.is_json;
    match translated(args, &from, &to, &wanted, input) {
        Ok(made) => finish(args, &to, &made, is_json, terminal),
        Err(Stopped::Value(reason)) => {
            terminal.error(&reason)?;
            Ok(Outcome::Faults)
        }
        Err(Stopped::Failure(failure)) => Err(failure),
    }
}

/// Why a value was not translated.
enum Stopped {
    /// Its fault, or what the new schemas cannot express.
    Value(String),
    Failure(Failure),
}

fn translated(
    args: &Translate,
    from: &Schemas,
    to: &Schemas,
    wanted: &Wanted<'_>,
    input: Input,
) -> Result<Translated, Stopped> {
    let bytes = if input.is_json {
        let text = decoded(&input.name, input.bytes).map_err(Stopped::Failure)?;
        let encoded = encode_text(&from.all, wanted.root(), &text, from.form(&pick(args)));
        encoded.map_err(|refusal| Stopped::Value(refusal.to_string()))?
    } else {
        digits(args, input).map_err(Stopped::Failure)?
    };
    let defaults = if args.fill { Defaults::Filled } else { Defaults::Refused };
    let translator = Translator::new(&from.all, &to.all);
    let made = translator.translate(wanted.root(), &bytes, &Options::DEFAULT, defaults);
    made.map_err(|reason| {
        let is_fault = matches!(reason, Untranslated::Fault(_));
        let remedy = if is_fault { "\n  `tl explain` shows the bytes" } else { "" };
        Stopped::Value(format!("{reason}{remedy}"))
    })
}

/// Prints the losses, and the value unless these refuse it.
fn finish(
    args: &Translate,
    to: &Schemas,
    made: &Translated,
    was_json: bool,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    warn(made, terminal)?;
    if args.lossless && !made.losses.is_empty() {
        terminal.error(&"the value is not translated, because a part of it would be lost")?;
        return Ok(Outcome::Faults);
    }
    let form = args.write.unwrap_or(if was_json { Written::Json } else { Written::Hex });
    let Some(digits) = form.digits() else {
        return print_json(args, to, &made.bytes, terminal);
    };
    let mut out = terminal.data();
    write(&made.bytes, digits, &mut out)?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// Lists the losses.
fn warn(made: &Translated, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    for loss in &made.losses {
        terminal.warning(&loss.to_string())?;
    }
    if made.unlisted > 0 {
        terminal.warning(&format!("and {} more", made.unlisted))?;
    }
    Ok(())
}

fn print_json(
    args: &Translate,
    to: &Schemas,
    bytes: &[u8],
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let wanted = args.ty.as_deref().map_or(Ok(Wanted::Any), |ty| to.ty(ty))?;
    let mut json = String::new();
    let mut writer = JsonWriter::new(&mut json, &to.all, to.form(&pick(args)));
    let walked = walk(&to.all, wanted.root(), bytes, &Options::DEFAULT, &mut writer);
    if let Err(fault) = walked {
        terminal.error(&fault)?;
        return Ok(Outcome::Faults);
    }
    writeln!(terminal.text(), "{json}")?;
    Ok(Outcome::Done)
}

fn pick(args: &Translate) -> Pick {
    Pick { dialect: args.dialect, tdlib: args.tdlib, ..Pick::default() }
}

/// The value as it is written.
struct Input {
    name: String,
    bytes: Vec<u8>,
    is_json: bool,
}

fn read(args: &Translate) -> Result<Input, Failure> {
    let literal = Literal { name: "JSON, hex or base64", accepts: is_value };
    let mut source = source::open(args.input.as_deref(), Some(&literal))?;
    let mut bytes = Vec::new();
    source.reader.read_to_end(&mut bytes).map_err(Failure::io("read", &source.name))?;
    let is_json = match args.read {
        Some(form) => form == Written::Json,
        None => looks_like_json(&bytes),
    };
    Ok(Input { name: source.name, bytes, is_json })
}

/// Whether an argument that is no file is a value.
fn is_value(text: &str) -> bool {
    is_digits(text) || looks_like_json(text.as_bytes())
}

fn looks_like_json(input: &[u8]) -> bool {
    let start = unmarked_bytes(input).trim_ascii_start();
    let is_open = matches!(start.first(), Some(b'{' | b'['));
    is_open && str::from_utf8(input).is_ok_and(|text| !text.contains('\0'))
}

/// The bytes of the input.
fn digits(args: &Translate, input: Input) -> Result<Vec<u8>, Failure> {
    let form = args.read.and_then(Written::digits);
    let mut bytes = Vec::new();
    let mut reader = source::of_bytes(&input.name, input.bytes).bytes(form)?;
    reader.read_to_end(&mut bytes).map_err(Failure::io("read", input.name))?;
    Ok(bytes)
}
