//! Lines in, lines out.

use std::{
    borrow::Cow,
    io::{BufRead, BufWriter, Write},
    path::PathBuf,
};

use serde_json::json;

use super::{
    digits::{CUT_OFF, sextet},
    fields::Fields,
    progress::Progress,
    source::Source,
};
use crate::{Failure, Outcome, Terminal};

/// A line that is not blank.
pub(crate) struct Line<'l>(&'l [u8]);

impl<'l> Line<'l> {
    /// The text that a line is: of a JSON string, of an object's field, or the line itself.
    pub(crate) fn text(&self, key: &str) -> Result<Cow<'l, [u8]>, String> {
        match self.0 {
            [b'"', text @ .., b'"'] if !text.contains(&b'\\') => Ok(Cow::Borrowed(text)),
            [b'"', ..] => {
                let text: String =
                    serde_json::from_slice(self.0).map_err(|error| no_json(&error))?;
                Ok(Cow::Owned(text.into_bytes()))
            }
            [b'{', ..] => {
                let fields = self.fields()?;
                let field = fields.get(key).ok_or_else(|| format!("no `{key}` in the object"))?;
                match field.get().as_bytes() {
                    [b'{', ..] => Err(format!("`{key}` in the object is an object, and not text")),
                    text => Line(text).text(key),
                }
            }
            text => Ok(Cow::Borrowed(text)),
        }
    }

    /// The fields of an object that are asked for; none of another value. What is in them is passed over, not read.
    pub(crate) fn fields(&self) -> Result<Fields<'l>, String> {
        match self.0 {
            [b'{', ..] => serde_json::from_slice(self.0).map_err(|error| no_json(&error)),
            _ => Ok(Fields::default()),
        }
    }

    /// The line as it is.
    pub(crate) fn whole(&self) -> Result<&'l str, String> {
        str::from_utf8(self.0).map_err(|error| format!("not UTF-8: {error}"))
    }
}

fn no_json(error: &serde_json::Error) -> String {
    format!("no JSON: {error}")
}

/// Reads all lines, has a line made of each, and says what became of them.
pub(crate) fn run(
    mut source: Source,
    mut progress: Progress,
    terminal: &mut Terminal<'_>,
    mut make: impl FnMut(&Line<'_>, &mut Vec<u8>) -> Result<(), String>,
) -> Result<Outcome, Failure> {
    let mut out = BufWriter::with_capacity(1 << 16, &mut *terminal.out);
    let (mut line, mut answer) = (Vec::new(), Vec::new());
    let (mut count, mut failed) = (0_u64, 0_u64);
    loop {
        line.clear();
        let read = source.reader.read_until(b'\n', &mut line);
        let read = read.map_err(|error| io_failure(&source.name, error))?;
        if read == 0 {
            break;
        }
        progress.add(read);
        count += 1;
        let text = line.trim_ascii();
        if text.is_empty() {
            continue;
        }
        answer.clear();
        if let Err(error) = make(&Line(text), &mut answer) {
            failed += 1;
            answer.clear();
            // Writing to memory does not fail.
            _ = write!(answer, "{}", json!({ "error": error, "line": count }));
        }
        answer.push(b'\n');
        out.write_all(&answer)?;
    }
    out.flush()?;
    drop(out);
    drop(progress);
    if failed == 0 {
        return Ok(Outcome::Done);
    }
    terminal.error(&format!("{failed} of {count} lines are at fault"))?;
    Ok(Outcome::Faults)
}

fn io_failure(name: &str, source: std::io::Error) -> Failure {
    Failure::Io { path: PathBuf::from(name), source }
}

/// Turns base64 digits into bytes.
pub(crate) fn from_base64(text: &[u8], out: &mut Vec<u8>) -> Result<(), String> {
    out.clear();
    let end = text.iter().rposition(|byte| *byte != b'=').map_or(0, |at| at + 1);
    let (mut bits, mut count) = (0, 0);
    for (at, byte) in text[..end].iter().enumerate() {
        let value = sextet(*byte).ok_or_else(|| format!("no base64 at character {at}"))?;
        bits = bits << 6 | value;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 255) as u8);
            bits &= (1 << count) - 1;
        }
    }
    if count == 6 { Err(CUT_OFF.to_owned()) } else { Ok(()) }
}
