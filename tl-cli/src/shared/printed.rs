//! Bytes on their way to where a terminal may be.

use std::{
    fmt,
    io::{self, Write},
};

use typelang_parser::printable;

/// A writer that escapes control characters, or lets all bytes pass.
///
/// Characters may come in pieces: what is not whole waits for the rest.
pub(crate) struct Printed<'a> {
    out: &'a mut dyn Write,
    is_raw: bool,
    /// The beginning of a character whose other bytes are not written yet.
    begun: Vec<u8>,
}

impl<'a> Printed<'a> {
    /// Escapes.
    pub(crate) fn escaping(out: &'a mut dyn Write) -> Self {
        Self { out, is_raw: false, begun: Vec::new() }
    }

    /// Lets all bytes pass.
    pub(crate) fn raw(out: &'a mut dyn Write) -> Self {
        Self { out, is_raw: true, begun: Vec::new() }
    }

    fn escape(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let (valid, error) = match str::from_utf8(rest) {
                Ok(text) => (text, None),
                Err(error) => {
                    let valid = &rest[..error.valid_up_to()];
                    (str::from_utf8(valid).unwrap_or_default(), Some(error.error_len()))
                }
            };
            self.out.write_all(printable(valid).as_bytes())?;
            rest = &rest[valid.len()..];
            match error {
                None => {}
                Some(Some(length)) => {
                    self.out.write_all("\u{fffd}".as_bytes())?;
                    rest = &rest[length..];
                }
                Some(None) => {
                    self.begun = rest.to_vec();
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

impl Write for Printed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_raw {
            return self.out.write(bytes);
        }
        let is_plain = |byte: &u8| matches!(byte, b'\n' | b'\t' | b' '..=b'~');
        if self.begun.is_empty() && bytes.iter().all(is_plain) {
            self.out.write_all(bytes)?;
        } else if self.begun.is_empty() {
            self.escape(bytes)?;
        } else {
            let mut whole = core::mem::take(&mut self.begun);
            whole.extend_from_slice(bytes);
            self.escape(&whole)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl fmt::Debug for Printed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Printed").field("is_raw", &self.is_raw).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a\u{1b}[2J é\u{9b}\u{202e}\n\u{1f600}\t";
    const SHOWN: &str = "a\\u001b[2J é\\u009b\\u202e\n\u{1f600}\t";

    #[test]
    fn text_is_escaped_however_it_comes() {
        for size in 1..TEXT.len() {
            let mut out = Vec::new();
            let mut printed = Printed::escaping(&mut out);
            for piece in TEXT.as_bytes().chunks(size) {
                printed.write_all(piece).unwrap();
            }
            assert_eq!(String::from_utf8(out).unwrap(), SHOWN, "{size}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_marked() {
        let mut out = Vec::new();
        Printed::escaping(&mut out).write_all(b"a\x9b1m\xff\xc3(\xe2\x82b").unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "a\u{fffd}1m\u{fffd}\u{fffd}(\u{fffd}b");
    }

    #[test]
    fn data_passes_as_it_is() {
        let mut out = Vec::new();
        Printed::raw(&mut out).write_all(b"\x1b\x9b\0").unwrap();
        assert_eq!(out, b"\x1b\x9b\0");
    }
}
