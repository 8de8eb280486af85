//! `tl random`: values of any type.

use std::{
    io::{BufWriter, Write},
    time::{SystemTime, UNIX_EPOCH},
};

use typelang_runtime::{
    Options,
    reflect::{
        Ended, Random as Generator, Root, Schema,
        json::{Form, JsonWriter, Unwritable},
        walk,
    },
};

use crate::{
    shared::{
        outcome::{Failure, Outcome},
        terminal::Terminal,
    },
    wire::{
        digits::{Digits, write},
        schemas::{Pick, Wanted, load},
    },
};

/// The arguments of `tl random`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Random {
    /// Print values of this type, such as `Vector<User>`, or combinator [default: any constructor]
    #[arg(value_name = "TYPE")]
    pub ty: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its fields are documented")]
    pub pick: Pick,
    /// Seed of the values; equal seeds give equal values [default: printed, and different each time]
    #[arg(long)]
    pub seed: Option<u64>,
    /// Print this many values
    #[arg(long, short = 'n', default_value_t = 1)]
    pub count: u64,
    /// Choose freely down to this level; deeper values are the smallest possible
    #[arg(long, default_value_t = 5)]
    pub depth: u32,
    /// Write bytes in this form
    #[arg(long, value_enum, default_value = "hex")]
    pub to: Digits,
    /// Write JSON, as `tl decode` does
    #[arg(long, conflicts_with = "to")]
    pub json: bool,
}

const EXAMPLES: &str = "\
Examples:
  tl random updates --json
  tl random messages.sendMedia --seed 7 -n 100 > calls.hex
  tl random 'Vector<User>' --to raw > users.bin";

/// The number of values to try until one has a form in JSON.
const TRIES: usize = 1000;

/// Prints random values.
///
/// # Errors
/// When the arguments name nothing, or the values cannot be written.
pub fn random(args: &Random, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    if args.to == Digits::Raw && terminal.out_is_terminal() {
        let message = "raw bytes are not written to a terminal; use `--to hex`, or a pipe";
        return Err(Failure::Usage(message.to_owned()));
    }
    let Some(schemas) = load(&args.pick, terminal)? else { return Ok(Outcome::Faults) };
    let wanted = args.ty.as_deref().map_or(Ok(Wanted::Any), |ty| schemas.ty(ty))?;
    let seed = args.seed.unwrap_or_else(seed_of_now);
    if args.seed.is_none() {
        terminal.note(&format!("the seed is {seed}"))?;
    }
    let (root, form) = (wanted.root(), schemas.form(&args.pick));
    let mut generator = Generator::new(&schemas.all, seed).depth(args.depth);
    let mut out = BufWriter::new(if args.json { terminal.text() } else { terminal.data() });
    for _ in 0..args.count {
        let lacking = || Failure::Usage(lacking(args.ty.as_deref()));
        if args.json {
            let json = json(&mut generator, &schemas.all, root, form)?.ok_or_else(lacking)?;
            writeln!(out, "{json}")?;
        } else {
            write(&generator.bytes(root).ok_or_else(lacking)?, args.to, &mut out)?;
        }
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// Returns the error for a type without a value.
fn lacking(ty: Option<&str>) -> String {
    match ty {
        Some(ty) => format!("`{ty}` has no finite value; name another type"),
        None => "the schema has no finite value; name one with `--schema` that has".to_owned(),
    }
}

/// The next value as JSON; `None` if there is none. Values with numbers that the form does not have are passed over.
fn json<'s>(
    generator: &mut Generator<'s>,
    schemas: &'s [Schema],
    root: Root<'s>,
    form: Form,
) -> Result<Option<String>, Failure> {
    let options = Options::DEFAULT.depth(u32::MAX);
    let mut refused = None;
    for _ in 0..TRIES {
        let Some(bytes) = generator.bytes(root) else { return Ok(None) };
        let mut json = String::new();
        let mut writer = JsonWriter::new(&mut json, schemas, form);
        match walk(schemas, root, &bytes, &options, &mut writer) {
            Ok(_) => return Ok(Some(json)),
            Err(Ended::Stop(number @ Unwritable::Number { .. })) => refused = Some(number),
            Err(fault) => return Err(Failure::Usage(fault.to_string())),
        }
    }
    let refused = refused.map(|number| number.to_string()).unwrap_or_default();
    Err(Failure::Usage(format!("none of {TRIES} values has a form in JSON: {refused}")))
}

fn seed_of_now() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::from(now.subsec_nanos()) ^ now.as_secs() << 20
}
