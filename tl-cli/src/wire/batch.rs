//! Lines in, lines out.

use std::{
    borrow::Cow,
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
};

use serde_json::json;

use super::{
    digits::{CUT_OFF, sextet},
    fields::Fields,
    progress::Progress,
    source::Source,
};
use crate::shared::{
    counts::counted,
    outcome::{Failure, Outcome},
    terminal::Terminal,
    text::unmarked_bytes,
};

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
                let field = fields.get(key).ok_or_else(|| format!("the object has no `{key}`"))?;
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
    format!("invalid JSON: {error}")
}

/// Reads all lines, has a line made of each, and says what became of them.
///
/// Answers are written before the input may keep the command waiting, so that a program can ask and wait for the
/// answer.
pub(crate) fn run(
    source: Source,
    mut progress: Progress,
    terminal: &mut Terminal<'_>,
    mut make: impl FnMut(&Line<'_>, &mut Vec<u8>) -> Result<(), String>,
) -> Result<Outcome, Failure> {
    let mut out = BufWriter::with_capacity(1 << 16, terminal.text());
    let mut reader = BufReader::with_capacity(PIECE, source.reader);
    let (mut line, mut answer) = (Vec::new(), Vec::new());
    let (mut count, mut failed) = (0_usize, 0_usize);
    loop {
        if !reader.buffer().contains(&b'\n') {
            out.flush()?;
        }
        let read = read_line(&mut reader, &mut line);
        let read = read.map_err(|error| io_failure(&source.name, count + 1, &error))?;
        if read == 0 {
            break;
        }
        progress.add(read);
        count += 1;
        let text = if count == 1 { unmarked_bytes(&line) } else { &line }.trim_ascii();
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
    let lines = counted(count, "line");
    let verb = if failed == 1 { "has" } else { "have" };
    terminal.error(&format!("{failed} of {lines} {verb} faults"))?;
    Ok(Outcome::Faults)
}

/// How long a line may be, in bytes: longer than any value that a peer would take.
const MAX_LINE: usize = 64 << 20;

/// How much of a line is read at once.
const PIECE: usize = 64 << 10;

/// Reads a line and gives its length, which is 0 at the end. A line that does not end fails, and takes no more memory
/// then.
fn read_line(reader: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    line.clear();
    loop {
        line.try_reserve(PIECE).map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))?;
        let read = (&mut *reader).take(PIECE as u64).read_until(b'\n', line)?;
        if read == 0 || line.ends_with(b"\n") {
            return Ok(line.len());
        }
        if line.len() > MAX_LINE {
            let message = format!("it is longer than {} MiB", MAX_LINE >> 20);
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
        }
    }
}

fn io_failure(name: &str, line: usize, error: &io::Error) -> Failure {
    let source = io::Error::new(error.kind(), format!("line {line}: {error}"));
    Failure::io("read", name)(source)
}

/// Turns base64 digits into bytes.
pub(crate) fn from_base64(text: &[u8], out: &mut Vec<u8>) -> Result<(), String> {
    out.clear();
    let end = text.iter().rposition(|byte| *byte != b'=').map_or(0, |at| at + 1);
    let (mut bits, mut count) = (0, 0);
    for (at, byte) in text[..end].iter().enumerate() {
        let value = sextet(*byte).ok_or_else(|| format!("not base64 at character {at}"))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of this many bytes, then its end.
    fn line(length: usize) -> impl BufRead {
        BufReader::new(io::repeat(b'0').take(length as u64).chain(&b"\nff\n"[..]))
    }

    #[test]
    fn lines_are_read_up_to_a_limit() {
        let mut text = Vec::new();
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, MAX_LINE] {
            let mut reader = line(length);
            assert_eq!(read_line(&mut reader, &mut text).unwrap(), length + 1);
            assert_eq!(read_line(&mut reader, &mut text).unwrap(), 3);
            assert_eq!(text, b"ff\n");
            assert_eq!(read_line(&mut reader, &mut text).unwrap(), 0);
        }
        assert_eq!(read_line(&mut &b"ff"[..], &mut text).unwrap(), 2);
    }

    #[test]
    fn a_line_without_end_is_an_error_and_takes_little_memory() {
        let mut text = Vec::new();
        let error = read_line(&mut BufReader::new(io::repeat(b'0')), &mut text).unwrap_err();
        assert_eq!(error.to_string(), "it is longer than 64 MiB");
        assert!(text.len() <= MAX_LINE + PIECE && text.capacity() <= 2 * MAX_LINE + PIECE);
    }
}
