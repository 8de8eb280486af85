//! `tl explain`: bytes with the meaning of each.

use std::{
    io::{BufWriter, Read, Write},
    path::PathBuf,
};

use typelang_runtime::{Options, Strictness, reflect::Fault};

use crate::{
    shared::{
        outcome::{Failure, Outcome},
        terminal::Terminal,
    },
    wire::{
        annotate::Annotate,
        digits::{Digits, write_hex},
        explained::{explained, known, unknown},
        guess::{Guessed, guess, settle},
        schemas::{Pick, Schemas, Wanted, built_in, load},
        source::{self, DIGITS, EMPTY},
        stream::{Stopped, Stream},
    },
};

/// The arguments of `tl explain`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Explain {
    /// Hex, base64 or a file; an id as schemas write it, such as `#c1cd5ea9`; `-` or nothing reads the standard input
    pub input: Option<String>,
    /// Explain values of this type, such as `Vector<User>`, or combinator [default: by each value's id]
    #[arg(long = "type", value_name = "TYPE")]
    pub ty: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its fields are documented")]
    pub pick: Pick,
    /// Read bytes in this form [default: guessed]
    #[arg(long, value_enum)]
    pub from: Option<Digits>,
    /// Refuse flag bits that no field uses, lengths in a longer form than needed, and padding that is not zero
    #[arg(long)]
    pub strict: bool,
    /// Use the schema in FOLDER that fits best; without FOLDER, the layer of Telegram's API that does
    #[arg(long, value_name = "FOLDER", num_args = 0..=1, conflicts_with_all = ["schemas", "layer"])]
    pub guess: Option<Option<PathBuf>>,
}

const EXAMPLES: &str = "\
Examples:
  tl explain 4ca5e8dd0100000000000000ffffffffffffffff
  tl explain capture.bin | less
  tl explain '#c1cd5ea9'
  tl explain --schema mine.tl --type 'Vector<int>' list.hex

A line has the offset in hex, the first bytes, the path, the type in the schema, and the value; for a \
flag word, the bits that are set with the names of their fields. Unset fields have no line. The value \
inside a `gzip_packed` follows after bars, with its own offsets. Where bytes cannot be read, the error \
names the last item that could be, what was expected, and what is known of the id there.";

/// Prints bytes with what they mean.
///
/// # Errors
/// When the arguments name nothing, or files cannot be read or written.
pub fn explain(args: &Explain, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let (from, input) = settle(args.guess.as_ref(), args.input.as_deref());
    if let Some(id) = input.and_then(written_id) {
        return declared(args, id, terminal);
    }
    let source = source::open(input, Some(&DIGITS))?;
    let name = PathBuf::from(&source.name);
    let mut bytes = source.bytes(args.from)?;
    if let Some(place) = from {
        let mut all = Vec::new();
        bytes.read_to_end(&mut all).map_err(Failure::io("read", &name))?;
        let Some(Guessed { best, others }) = guess(place, &args.pick, &all, terminal)? else {
            return Ok(Outcome::Faults);
        };
        let others: Vec<&Schemas> = others.iter().collect();
        return lines(args, name, &best, &others, &mut &*all, terminal);
    }
    let Some(schemas) = load(&args.pick, terminal)? else { return Ok(Outcome::Faults) };
    let built_in = (!args.pick.schemas.is_empty()).then(built_in);
    let others: Vec<&Schemas> = built_in.iter().collect();
    lines(args, name, &schemas, &others, &mut bytes, terminal)
}

/// Reads an id as schemas write it, such as `#c1cd5ea9`.
fn written_id(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() <= 8)?;
    let is_id = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| is_id)
}

/// Says what an id is the id of, and how it is written in bytes.
fn declared(args: &Explain, id: u32, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let Some(schemas) = load(&args.pick, terminal)? else { return Ok(Outcome::Faults) };
    let built_in = (!args.pick.schemas.is_empty()).then(built_in);
    let others: Vec<&Schemas> = built_in.iter().collect();
    let known = known(id, &schemas, &others);
    if known.is_empty() {
        terminal.error(&unknown(id))?;
        return Ok(Outcome::Faults);
    }
    let mut out = terminal.text();
    for line in known {
        writeln!(out, "{id:08x} is {line}")?;
    }
    writeln!(out, "its bytes are {}", hex(&id.to_le_bytes()))?;
    out.flush()?;
    Ok(Outcome::Done)
}

fn lines(
    args: &Explain,
    name: PathBuf,
    schemas: &Schemas,
    others: &[&Schemas],
    bytes: &mut dyn Read,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let wanted = args.ty.as_deref().map_or(Ok(Wanted::Any), |ty| schemas.ty(ty))?;
    let strictness = if args.strict { Strictness::Strict } else { Strictness::Lenient };
    let options = Options::DEFAULT.strictness(strictness);
    let is_coloured = terminal.colours_out();
    let mut stream = Stream::new(bytes);
    let mut out = BufWriter::new(terminal.coloured());
    let (mut last, mut is_packed_wrong, mut is_empty) = (None, false, true);
    let stopped = loop {
        match stream.is_empty() {
            Ok(true) => break None,
            Ok(false) => is_empty = false,
            Err(error) => break Some(Stopped::Input(error)),
        }
        let mut annotate = Annotate::new(&schemas.all, is_coloured, &mut out);
        let walked = stream.next(&schemas.all, wanted.root(), &options, &mut annotate);
        last = annotate.last.or(last);
        is_packed_wrong |= annotate.is_packed_wrong;
        if let Err(stopped) = walked {
            break Some(stopped);
        }
    };
    out.flush()?;
    drop(out);
    match stopped {
        None if is_packed_wrong => Ok(Outcome::Faults),
        None if is_empty => terminal.note(EMPTY).map(|()| Outcome::Done).map_err(Failure::from),
        None => Ok(Outcome::Done),
        Some(Stopped::Input(source)) => Err(Failure::io("read", name)(source)),
        Some(Stopped::Visitor(error)) => Err(error.into()),
        Some(Stopped::Fault(fault)) => {
            let ahead = stream.ahead();
            report(&fault, ahead, last.as_deref(), schemas, others, terminal)?;
            Ok(Outcome::Faults)
        }
    }
}

/// How many bytes are shown from where reading failed.
const AHEAD: usize = 16;

fn report(
    fault: &Fault,
    ahead: &[u8],
    last: Option<&str>,
    schemas: &Schemas,
    others: &[&Schemas],
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let mut lines = explained(fault, schemas, others);
    lines.extend(last.map(|last| format!("the last item that could be read is {last}")));
    if !ahead.is_empty() {
        let more = if ahead.len() > AHEAD { " …" } else { "" };
        let words: Vec<String> = ahead.chunks(4).take(AHEAD / 4).map(hex).collect();
        let (place, words) = (fault.offset(), words.join(" "));
        lines.push(format!("bytes from offset {place} ({place:06x}): {words}{more}"));
    }
    Ok(terminal.error(&lines.join("\n  "))?)
}

fn hex(bytes: &[u8]) -> String {
    let mut digits = Vec::new();
    // Writing to memory does not fail, and digits are text.
    _ = write_hex(bytes, &mut digits);
    String::from_utf8(digits).unwrap_or_default()
}
