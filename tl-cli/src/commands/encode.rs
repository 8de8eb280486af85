//! `tl encode`: JSON as bytes.

use std::io::{Read, Write};

use serde_json::value::RawValue;
use typelang_runtime::reflect::{
    Root, Schema,
    json::{Form, encode_text},
};

use crate::{
    shared::{
        outcome::{Failure, Outcome},
        terminal::Terminal,
        text::{decoded, unmarked},
    },
    wire::{
        batch::{self, Line},
        digits::{Digits, write, write_base64, write_hex},
        progress::Progress,
        schemas::{Pick, Schemas, Wanted, load},
        source::{self, Literal},
    },
};

/// The arguments of `tl encode`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Encode {
    /// JSON or a file; `-` or nothing reads the standard input
    pub input: Option<String>,
    /// Encode a value of this type, such as `Vector<User>`, or combinator [default: the value's `_`]
    #[arg(long = "type", value_name = "TYPE")]
    pub ty: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its fields are documented")]
    pub pick: Pick,
    /// Write bytes in this form
    #[arg(long, value_enum, default_value = "hex")]
    pub to: Digits,
    /// Encode a call of this method, with the fields in `--params`
    #[arg(long, value_name = "METHOD", conflicts_with_all = ["ty", "batch", "input"])]
    pub method: Option<String>,
    /// The fields of the call, as a JSON object
    #[arg(long, value_name = "JSON", requires = "method", default_value = "{}")]
    pub params: String,
    /// Read a value, or an object with a key `value`, from each line; write its bytes as a JSON string
    #[arg(long)]
    pub batch: bool,
}

const EXAMPLES: &str = "\
Examples:
  tl encode '{\"_\": \"help.getConfig\"}'
  tl encode --method users.getUsers --params '{\"id\": [{\"_\": \"inputUserSelf\"}]}'
  tl encode --type 'Vector<long>' --to base64 '[1, 2]'
  tl encode --batch < values.jsonl > frames.jsonl

A `#` is computed from the fields; if the JSON has it, it must agree with them. To choose between \
equal names of several schemas, add the id: \"message#5bb8e511\". An error has its path in the JSON. In \
a batch an error is a line {\"error\":…,\"line\":N}; a line longer than 64 MiB ends the batch.";

/// Reads JSON and prints its bytes.
///
/// # Errors
/// When the arguments name nothing, or files cannot be read or written.
pub fn encode(args: &Encode, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let Some(schemas) = load(&args.pick, terminal)? else { return Ok(Outcome::Faults) };
    let form = schemas.form(&args.pick);
    let wanted = args.ty.as_deref().map_or(Ok(Wanted::Any), |ty| schemas.ty(ty))?;
    if args.batch {
        if args.to == Digits::Raw {
            let message = "--batch writes JSON; use `--to hex` or `--to base64`";
            return Err(Failure::Usage(message.to_owned()));
        }
        return lines(args, &schemas, wanted.root(), form, terminal);
    }
    if args.to == Digits::Raw && terminal.out_is_terminal() {
        let message = "raw bytes are not written to a terminal; use `--to hex`, or a pipe";
        return Err(Failure::Usage(message.to_owned()));
    }
    let (root, json) = match &args.method {
        Some(method) => (schemas.function(method)?, unmarked(&args.params).to_owned()),
        None => (wanted.root(), read(args.input.as_deref())?),
    };
    match encode_text(&schemas.all, root, &json, form) {
        Ok(bytes) => {
            let mut out = terminal.data();
            write(&bytes, args.to, &mut out)?;
            out.flush()?;
            Ok(Outcome::Done)
        }
        Err(refusal) => {
            terminal.error(&refusal)?;
            Ok(Outcome::Faults)
        }
    }
}

fn read(input: Option<&str>) -> Result<String, Failure> {
    let literal = Literal { name: "JSON", accepts: is_json };
    let mut source = source::open(input, Some(&literal))?;
    let mut json = Vec::new();
    source.reader.read_to_end(&mut json).map_err(Failure::io("read", &source.name))?;
    decoded(&source.name, json)
}

/// Whether an argument that is no file is JSON.
fn is_json(text: &str) -> bool {
    let text = unmarked(text).trim_start();
    text.starts_with(['{', '[', '"'])
        || text.parse::<f64>().is_ok()
        || ["true", "false", "null"].contains(&text)
}

fn lines(
    args: &Encode,
    schemas: &Schemas,
    root: Root<'_>,
    form: Form,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let source = source::open(args.input.as_deref(), None)?;
    let progress = Progress::new(source.len);
    batch::run(source, progress, terminal, |line, out| {
        let bytes = line_bytes(line, schemas, root, form)?;
        out.push(b'"');
        let written = match args.to {
            Digits::Base64 => write_base64(&bytes, out),
            Digits::Hex | Digits::Raw => write_hex(&bytes, out),
        };
        out.push(b'"');
        written.map_err(|error| error.to_string())
    })
}

fn line_bytes(
    line: &Line<'_>,
    schemas: &Schemas,
    root: Root<'_>,
    form: Form,
) -> Result<Vec<u8>, String> {
    let fields = line.fields()?;
    let (root, json) = match fields.get("value") {
        Some(value) if fields.get(form.style.key()).is_none() => {
            (with_id(schemas, fields.get("id"), root), value.get())
        }
        _ => (root, line.whole()?),
    };
    encode_text(&schemas.all, root, json, form).map_err(|refusal| refusal.to_string())
}

/// The combinator whose id is beside a value, unless the arguments name a root.
fn with_id<'s>(schemas: &'s Schemas, id: Option<&RawValue>, root: Root<'s>) -> Root<'s> {
    let id = id.and_then(|id| u32::from_str_radix(id.get().trim_matches('"'), 16).ok());
    let find = |schema: &'s Schema| {
        let found = schema.constructor(id?).or_else(|| schema.function(id?))?;
        Some(Root::Boxed(schema, found))
    };
    match root {
        Root::Any => schemas.all.iter().find_map(find).unwrap_or(root),
        _ => root,
    }
}
