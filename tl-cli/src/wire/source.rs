//! Where bytes come from: an argument, a file or the standard input, as digits or as they are.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Cursor, Read},
    path::{Path, PathBuf},
};

use super::digits::{CUT_OFF, Digits, ODD, nibble, sextet};
use crate::shared::{input::is_stdin, outcome::Failure, text::unmarked_bytes};

/// Something to read, its name, and its length when that is known.
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) reader: Box<dyn BufRead>,
    pub(crate) len: Option<u64>,
}

/// The note for input without a byte.
pub(crate) const EMPTY: &str =
    "the input is empty; pass hex, base64 or a file, or pipe bytes into the standard input";

/// How much is looked at to tell digits from bytes.
const LOOK: usize = 64 * 1024;

/// What an argument that names no file may be.
pub(crate) struct Literal {
    /// What messages call it.
    pub(crate) name: &'static str,
    pub(crate) accepts: fn(&str) -> bool,
}

/// Digits as an argument.
pub(crate) const DIGITS: Literal = Literal { name: "hex or base64", accepts: is_digits };

/// Opens an argument: a file, the standard input for `-` or nothing, or else the text itself if it is a literal.
pub(crate) fn open(argument: Option<&str>, literal: Option<&Literal>) -> Result<Source, Failure> {
    let path = argument.map_or(Path::new("-"), Path::new);
    if is_stdin(path) {
        let (name, reader) =
            ("<stdin>".to_owned(), Box::new(BufReader::with_capacity(LOOK, io::stdin())));
        return Ok(Source { name, reader, len: None });
    }
    let accepts = |text: &&str| literal.is_some_and(|it| (it.accepts)(text));
    if let Some(text) = argument.filter(|_| !path.exists()).filter(accepts) {
        let (name, bytes) = ("<argument>".to_owned(), text.as_bytes().to_vec());
        let len = Some(bytes.len() as u64);
        return Ok(Source { name, reader: Box::new(Cursor::new(bytes)), len });
    }
    let file = File::open(path).map_err(|error| not_opened(path, error, literal))?;
    let len = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|it| it.len());
    let reader = Box::new(BufReader::with_capacity(LOOK, file));
    Ok(Source { name: path.display().to_string(), reader, len })
}

/// Whether no file has such a name.
fn is_no_name(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidFilename)
}

fn not_opened(path: &Path, error: io::Error, literal: Option<&Literal>) -> Failure {
    let or_literal = literal.map_or(String::new(), |it| format!("{} or ", it.name));
    if path.as_os_str().is_empty() {
        return Failure::Usage(format!("the argument is empty; pass {or_literal}a file"));
    }
    let error = match literal.filter(|_| is_no_name(&error)) {
        Some(literal) => {
            io::Error::new(error.kind(), format!("{error}, and it is not {} either", literal.name))
        }
        None if literal.is_none() && is_no_name(&error) => {
            io::Error::new(error.kind(), format!("{error}; pass a file of lines, or pipe them in"))
        }
        None => error,
    };
    Failure::io("opened", path)(error)
}

/// Bytes in memory, with a name.
pub(crate) fn of_bytes(name: &str, bytes: Vec<u8>) -> Source {
    let (name, len) = (name.to_owned(), Some(bytes.len() as u64));
    Source { name, reader: Box::new(Cursor::new(bytes)), len }
}

/// Whether an argument that is no file is digits; a word of one case is more likely the name of a file that is not
/// there.
pub(crate) fn is_digits(text: &str) -> bool {
    let is_mixed = || {
        let has = |is: fn(char) -> bool| text.contains(is);
        has(|char| !char.is_ascii_alphabetic())
            || has(|char| char.is_ascii_lowercase()) && has(|char| char.is_ascii_uppercase())
    };
    match Digits::guess(text.as_bytes()) {
        Digits::Hex => !text.trim_ascii().is_empty(),
        Digits::Base64 => is_mixed(),
        Digits::Raw => false,
    }
}

impl Source {
    /// The bytes themselves, with digits turned into them; without a form it is what the beginning looks like.
    pub(crate) fn bytes(mut self, form: Option<Digits>) -> Result<Box<dyn Read>, Failure> {
        let path = PathBuf::from(&self.name);
        let start = self.reader.fill_buf().map_err(Failure::io("read", path))?;
        let form = form.unwrap_or_else(|| Digits::guess(start));
        if form == Digits::Raw {
            return Ok(Box::new(self.reader));
        }
        let mark = start.len() - unmarked_bytes(start).len();
        self.reader.consume(mark);
        Ok(Box::new(Decoded {
            reader: self.reader,
            digits: form,
            bits: 0,
            count: 0,
            at: 0,
            blanks: 0,
            ended: false,
        }))
    }
}

/// Digits as the bytes that they encode; blanks between them are skipped.
struct Decoded {
    reader: Box<dyn BufRead>,
    digits: Digits,
    /// The bits of digits that make no byte yet.
    bits: u32,
    count: u32,
    /// How many characters were read.
    at: u64,
    /// How many of them were blanks.
    blanks: u64,
    /// Whether the padding of base64 was met.
    ended: bool,
}

/// What a character of digits is.
enum Digit {
    Value(u32),
    Nothing,
    Wrong,
}

impl Decoded {
    fn digit(&mut self, byte: u8) -> Digit {
        self.at += 1;
        let is_hex = self.digits == Digits::Hex;
        let value = match byte {
            _ if byte.is_ascii_whitespace() => {
                self.blanks += 1;
                // A value for each line: the next one begins afresh, if this one is whole.
                if byte == b'\n' && self.ended && self.may_end() {
                    (self.bits, self.count, self.ended) = (0, 0, false);
                }
                return Digit::Nothing;
            }
            b'=' if !is_hex => {
                self.ended = true;
                return Digit::Nothing;
            }
            // The `0x` before all, whose `0` was taken for a digit.
            b'x' | b'X' if is_hex && self.at - self.blanks == 2 && self.bits == 0 => {
                self.count = 0;
                return Digit::Nothing;
            }
            _ if is_hex => nibble(byte).map(u32::from),
            _ => sextet(byte).filter(|_| !self.ended),
        };
        value.map_or(Digit::Wrong, Digit::Value)
    }

    /// Adds a digit's bits, and gives the byte that they complete.
    fn push(&mut self, value: u32) -> Option<u8> {
        let width = if self.digits == Digits::Hex { 4 } else { 6 };
        self.bits = self.bits << width | value;
        self.count += width;
        if self.count < 8 {
            return None;
        }
        self.count -= 8;
        let byte = u8::try_from(self.bits >> self.count & 255).ok();
        self.bits &= (1 << self.count) - 1;
        byte
    }

    /// Whether the input may end here: no hex digit is alone, nor more bits than base64 leaves over.
    const fn may_end(&self) -> bool {
        match self.digits {
            Digits::Hex => self.count == 0,
            _ => self.count < 6,
        }
    }
}

impl Read for Decoded {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < out.len() {
            let text = self.reader.fill_buf()?;
            if text.is_empty() {
                if filled == 0 && !self.may_end() {
                    let message = match self.digits {
                        Digits::Hex => ODD,
                        _ => CUT_OFF,
                    };
                    return Err(io::Error::new(io::ErrorKind::InvalidData, message));
                }
                break;
            }
            // As many characters as cannot make too many bytes.
            let text = text[..text.len().min(out.len() - filled)].to_vec();
            for byte in &text {
                match self.digit(*byte) {
                    Digit::Value(value) => {
                        if let Some(byte) = self.push(value) {
                            out[filled] = byte;
                            filled += 1;
                        }
                    }
                    Digit::Nothing => {}
                    Digit::Wrong => return Err(invalid(self.digits, self.at - 1)),
                }
            }
            self.reader.consume(text.len());
        }
        Ok(filled)
    }
}

fn invalid(digits: Digits, at: u64) -> io::Error {
    let name = if digits == Digits::Hex { "hex" } else { "base64" };
    io::Error::new(io::ErrorKind::InvalidData, format!("character {at} is not a {name} digit"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, form: Option<Digits>) -> Result<Vec<u8>, String> {
        let name = String::new();
        let source =
            Source { name, reader: Box::new(Cursor::new(text.as_bytes().to_vec())), len: None };
        let mut bytes = Vec::new();
        let mut reader = source.bytes(form).map_err(|failure| failure.to_string())?;
        reader.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        Ok(bytes)
    }

    #[test]
    fn digits_become_bytes() {
        assert_eq!(read("0x00 ffA1\n", None), Ok(vec![0, 255, 0xa1]));
        assert_eq!(read("\n 0X00ffA1", None), Ok(vec![0, 255, 0xa1]));
        assert_eq!(read("\u{feff}00ffA1", None), Ok(vec![0, 255, 0xa1]));
        assert_eq!(read("\u{feff}00ff", Some(Digits::Raw)).map(|bytes| bytes.len()), Ok(7));
        assert_eq!(read("\u{feff}\u{1}", None), Ok(b"\xef\xbb\xbf\x01".to_vec()));
        assert_eq!(read("AP+hBA==", None), Ok(vec![0, 255, 0xa1, 4]));
        assert_eq!(read("AP+hBA==\nAQ==\n", None), Ok(vec![0, 255, 0xa1, 4, 1]));
        assert!(read("AQ==AQ==", None).is_err());
        assert_eq!(read("AP-hBA", Some(Digits::Base64)), Ok(vec![0, 255, 0xa1, 4]));
        assert_eq!(read("\u{1}a", None), Ok(vec![1, b'a']));
        assert_eq!(read("abcd", Some(Digits::Raw)), Ok(b"abcd".to_vec()));
        assert_eq!(read("abc\n", None), Err(ODD.to_owned()));
        assert_eq!(read("AP+hB", None), Err(CUT_OFF.to_owned()));
        assert_eq!(read("AP+hB=\n", None), Err(CUT_OFF.to_owned()));
        assert!(read("AP+hB=\nAQ==\n", None).is_err());
        assert!(read("AQ== AQ==", None).is_err());
        assert_eq!(read(" \n", None), Ok(Vec::new()));
        assert_eq!(
            read("ab-d", Some(Digits::Hex)),
            Err("character 2 is not a hex digit".to_owned())
        );
        let long = "0123456789abcdef".repeat(10_000);
        assert_eq!(read(&long, None).map(|bytes| bytes.len()), Ok(80_000));
    }

    #[test]
    fn a_word_is_a_file_that_is_not_there() {
        for digits in ["00ff", "0xFF", "AP+hBA==", "TKXo3QEA", "abcdEFGH"] {
            assert!(is_digits(digits), "{digits}");
        }
        for name in ["", "nofile", "UPDATES", "updates.bin", "./a"] {
            assert!(!is_digits(name), "{name}");
        }
    }
}
