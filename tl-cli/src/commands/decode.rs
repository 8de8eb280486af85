//! `tl decode`: bytes as JSON.

use std::{
    fmt,
    io::{self, BufWriter, Read, Write},
    path::PathBuf,
};

use typelang_runtime::{
    Options, Strictness,
    reflect::{
        Ended,
        json::{Form, JsonWriter, Layout, Unwritable},
        walk,
    },
};

use crate::{
    shared::{
        counts::counted,
        outcome::{Failure, Outcome},
        terminal::Terminal,
    },
    wire::{
        batch::{self, Line},
        digits::{Digits, from_hex},
        explained::{Explainer, explained},
        guess::{self, Guessed},
        progress::Progress,
        schemas::{Pick, Schemas, Wanted, built_in, load},
        source::{self, DIGITS, EMPTY},
        stream::{Stopped, Stream},
    },
};

/// The arguments of `tl decode`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Decode {
    /// Hex, base64 or a file; `-` or nothing reads the standard input
    pub input: Option<String>,
    /// Decode values of this type, such as `Vector<User>`, or combinator [default: by each value's id]
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
    /// Read hex, a JSON string of hex, or an object with a key `hex`, from each line; write a line of JSON for it
    #[arg(long)]
    pub batch: bool,
    /// Read one value, and ignore the bytes after it
    #[arg(long, conflicts_with = "batch")]
    pub first: bool,
    /// Use the schema in FOLDER that fits best; without FOLDER, the layer of Telegram's API that does
    #[arg(long, value_name = "FOLDER", num_args = 0..=1, conflicts_with_all = ["schemas", "layer", "batch"])]
    pub guess: Option<Option<PathBuf>>,
}

const EXAMPLES: &str = "\
Examples:
  tl decode 6b18f9c4
  tl decode --type 'Vector<long>' reply.bin
  tl decode --batch < frames.jsonl > values.jsonl
  tl decode --schema ton_api.tl 148e5761
  tl decode --first 6b18f9c4ffffffff
      a value, and whatever follows it
  tl decode --layer 57 6b18f9c4
  tl decode --guess unknown.bin
      by the layer of Telegram's API that fits best; `--guess schemas/` tries the schemas of a folder

The command reads values until the input ends, and writes a line of JSON for each, or several lines on \
a terminal. An error has its place and what is known of the id there; decoding stops at it. In a batch \
an error is a line {\"error\":…,\"line\":N} that says the same, and other lines are not affected; a line longer than 64 MiB \
ends the batch. Answers are written before the command waits for more lines. In JSON, \"_\" is the \
combinator; long, int128 and bytes are strings; unset fields are absent; a `#` is present if the fields \
do not determine it, and always for TON's schemas.";

/// How much of a value is kept back until it is known to be whole.
const HELD: usize = 1 << 20;

/// Reads bytes and prints what they are.
///
/// # Errors
/// When the arguments name nothing, or files cannot be read or written.
pub fn decode(args: &Decode, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let (from, input) = guess::settle(args.guess.as_ref(), args.input.as_deref());
    if let Some(place) = from {
        let bytes = read_all(args, input)?;
        let Some(Guessed { best, others }) = guess::guess(place, &args.pick, &bytes, terminal)?
        else {
            return Ok(Outcome::Faults);
        };
        let others: Vec<&Schemas> = others.iter().collect();
        // What was read already cannot fail to be read.
        return values(args, &best, &others, ("", &mut &*bytes), terminal);
    }
    let Some(schemas) = load(&args.pick, terminal)? else { return Ok(Outcome::Faults) };
    let built_in = (!args.pick.schemas.is_empty()).then(built_in);
    let others: Vec<&Schemas> = built_in.iter().collect();
    if args.batch {
        return lines(args, &schemas, &others, terminal);
    }
    let source = source::open(args.input.as_deref(), Some(&DIGITS))?;
    let name = source.name.clone();
    values(args, &schemas, &others, (&name, &mut source.bytes(args.from)?), terminal)
}

fn read_all(args: &Decode, input: Option<&str>) -> Result<Vec<u8>, Failure> {
    let source = source::open(input, Some(&DIGITS))?;
    let path = PathBuf::from(&source.name);
    let mut bytes = Vec::new();
    let read = source.bytes(args.from)?.read_to_end(&mut bytes);
    read.map_err(Failure::io("read", path))?;
    Ok(bytes)
}

fn wanted<'s>(args: &Decode, schemas: &'s Schemas) -> Result<Wanted<'s>, Failure> {
    args.ty.as_deref().map_or(Ok(Wanted::Any), |ty| schemas.ty(ty))
}

fn options(args: &Decode) -> Options {
    let strictness = if args.strict { Strictness::Strict } else { Strictness::Lenient };
    Options::DEFAULT.strictness(strictness)
}

fn values(
    args: &Decode,
    schemas: &Schemas,
    others: &[&Schemas],
    (name, bytes): (&str, &mut dyn Read),
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let wanted = wanted(args, schemas)?;
    let layout = if terminal.out_is_terminal() { Layout::Lines } else { Layout::Line };
    let form = Form { layout, ..schemas.form(&args.pick) };
    let mut out = Held::new(BufWriter::new(terminal.text()));
    let (mut count, mut stream) = (0, Stream::new(bytes));
    let stopped = loop {
        match stream.is_empty() {
            Ok(true) => break None,
            Ok(false) => {}
            Err(error) => break Some(Stopped::Input(error)),
        }
        let mut writer = JsonWriter::new(&mut out, &schemas.all, form);
        let walked = stream.next(&schemas.all, wanted.root(), &options(args), &mut writer);
        if let Err(stopped) = walked {
            break Some(stopped);
        }
        count += 1;
        out.end()?;
        if args.first {
            break None;
        }
    };
    out.stop()?;
    let spilt = core::mem::replace(&mut out.spilt, Ok(false));
    drop(out);
    match stopped {
        None if count == 0 => terminal.note(EMPTY).map(|()| Outcome::Done).map_err(Failure::from),
        None => Ok(Outcome::Done),
        Some(Stopped::Input(source)) => Err(Failure::io("read", name)(source)),
        Some(Stopped::Visitor(number @ Unwritable::Number { .. })) => {
            let before = before(count);
            terminal.error(&format!("{before}{number}, or leave out `--tdlib`"))?;
            Ok(Outcome::Faults)
        }
        Some(Stopped::Visitor(_)) => {
            Err(Failure::Output(spilt.err().unwrap_or_else(|| io::ErrorKind::Other.into())))
        }
        Some(Stopped::Fault(fault)) => {
            let text = explained(&fault, schemas, others).join("\n  ");
            let before = before(count);
            terminal.error(&format!("{before}{text}\n  `tl explain` shows the bytes"))?;
            Ok(Outcome::Faults)
        }
    }
}

/// How a message begins about a value that follows others.
fn before(count: usize) -> String {
    match count {
        0 => String::new(),
        count => format!("after {}: ", counted(count, "value")),
    }
}

/// Text that is held back until its value is whole, unless that takes too much.
struct Held<W: Write> {
    text: String,
    out: W,
    /// Whether a part of the value is written already.
    spilt: io::Result<bool>,
}

impl<W: Write> Held<W> {
    const fn new(out: W) -> Self {
        Self { text: String::new(), out, spilt: Ok(false) }
    }

    /// Writes what is held back: its value is whole.
    fn end(&mut self) -> io::Result<()> {
        self.text.push('\n');
        self.out.write_all(self.text.as_bytes())?;
        self.text.clear();
        self.spilt = Ok(false);
        Ok(())
    }

    /// Leaves out what is held back of a value that is not whole; what was written ends its line.
    fn stop(&mut self) -> io::Result<()> {
        if let Ok(true) = self.spilt {
            self.text.push('\n');
            self.out.write_all(self.text.as_bytes())?;
        }
        self.text.clear();
        self.out.flush()
    }
}

impl<W: Write> fmt::Write for Held<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.push_str(text);
        if self.text.len() > HELD {
            self.spilt = self.out.write_all(self.text.as_bytes()).map(|()| true);
            self.text.clear();
            return self.spilt.as_ref().map(|_| ()).map_err(|_| fmt::Error);
        }
        Ok(())
    }
}

fn lines(
    args: &Decode,
    schemas: &Schemas,
    others: &[&Schemas],
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let wanted = wanted(args, schemas)?;
    let (root, form, options) = (wanted.root(), schemas.form(&args.pick), options(args));
    let source = source::open(args.input.as_deref(), None)?;
    let progress = Progress::new(source.len);
    let (mut bytes, mut json) = (Vec::new(), String::new());
    let mut explainer = Explainer::default();
    batch::run(source, progress, terminal, |line, out| {
        digits_of(line, args.from, &mut bytes)?;
        json.clear();
        let mut writer = JsonWriter::new(&mut json, &schemas.all, form);
        let walked = walk(&schemas.all, root, &bytes, &options, &mut writer);
        walked.map_err(|ended| match ended {
            Ended::Fault(fault) => explainer.explained(&fault, schemas, others).join("; "),
            Ended::Stop(stop) => stop.to_string(),
        })?;
        out.extend(json.as_bytes());
        Ok(())
    })
}

/// The bytes of a line.
fn digits_of(line: &Line<'_>, form: Option<Digits>, bytes: &mut Vec<u8>) -> Result<(), String> {
    let text = line.text("hex")?;
    let text = text.trim_ascii();
    match form.unwrap_or_else(|| Digits::guess(text)) {
        Digits::Hex => {
            let text = text.strip_prefix(b"0x").unwrap_or(text);
            from_hex(text, bytes)
        }
        Digits::Base64 => batch::from_base64(text, bytes),
        Digits::Raw => Err("neither hex nor base64".to_owned()),
    }
}
