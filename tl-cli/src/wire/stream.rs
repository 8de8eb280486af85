//! Values one after another, read piece by piece.

use std::io::{self, Read};

use typelang_runtime::{
    Options, Trailing,
    reflect::{Ended, Fault, Input, Progress, Root, Schema, Visitor, Walker},
};

/// How many bytes are read at once.
const PIECE: usize = 64 * 1024;

/// Why values could not be read on.
pub(crate) enum Stopped<E> {
    /// The bytes are at fault.
    Fault(Fault),
    /// The visitor stopped.
    Visitor(E),
    /// The input could not be read.
    Input(io::Error),
}

/// Bytes that are read as they are needed.
pub(crate) struct Stream<'r> {
    reader: &'r mut dyn Read,
    buffer: Vec<u8>,
    start: usize,
    /// Where the buffer's `start` is in the input.
    offset: u64,
    at_end: bool,
}

impl<'r> Stream<'r> {
    pub(crate) fn new(reader: &'r mut dyn Read) -> Self {
        Self { reader, buffer: Vec::new(), start: 0, offset: 0, at_end: false }
    }

    /// Where the next value begins.
    pub(crate) fn offset(&self) -> u64 {
        self.offset
    }

    /// Whether there are no more bytes.
    pub(crate) fn is_empty(&mut self) -> io::Result<bool> {
        if self.start == self.buffer.len() {
            self.fill(1)?;
        }
        Ok(self.start == self.buffer.len())
    }

    /// The bytes that were read and not used, from where the last value failed.
    pub(crate) fn ahead(&self) -> &[u8] {
        &self.buffer[self.start..]
    }

    /// Walks through the next value.
    pub(crate) fn next<'s, V: Visitor<'s>>(
        &mut self,
        schemas: &'s [Schema],
        root: Root<'s>,
        options: &Options,
        visitor: &mut V,
    ) -> Result<(), Stopped<V::Stop>> {
        let options = options.trailing(Trailing::Allow);
        let mut walker = Walker::new(schemas, root, &options).starting_at(self.offset);
        loop {
            let input = if self.at_end { Input::Last } else { Input::Piece };
            let fed = walker.feed(&self.buffer[self.start..], input, visitor);
            match fed {
                Ok(Progress::Done { used }) => {
                    self.skip(used);
                    return Ok(());
                }
                Ok(Progress::More { used, needed }) => {
                    self.skip(used);
                    self.fill(needed).map_err(Stopped::Input)?;
                }
                Err(Ended::Fault(fault)) => {
                    let used = usize::try_from(fault.offset().saturating_sub(self.offset));
                    self.skip(used.unwrap_or_default().min(self.buffer.len() - self.start));
                    return Err(Stopped::Fault(fault));
                }
                Err(Ended::Stop(stop)) => return Err(Stopped::Visitor(stop)),
            }
        }
    }

    fn skip(&mut self, used: usize) {
        self.start += used;
        self.offset += used as u64;
    }

    /// Reads until this many bytes are available or the input ends.
    fn fill(&mut self, needed: usize) -> io::Result<()> {
        self.buffer.drain(..self.start);
        self.start = 0;
        while !self.at_end && self.buffer.len() < needed {
            // A length that is claimed takes memory only as far as there are bytes.
            let old = self.buffer.len();
            let piece = (needed - old).clamp(PIECE, PIECE << 4);
            let read = (&mut *self.reader).take(piece as u64).read_to_end(&mut self.buffer)?;
            self.at_end = read < piece;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use typelang_runtime::reflect::json::{Form, JsonWriter};

    use super::{super::schemas::built_in, *};

    /// Gives a few bytes at a time, as a slow pipe does.
    struct Slow<'b>(&'b [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(out.len()).min(self.0.len());
            out[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    #[test]
    fn values_come_out_however_the_bytes_come_in() {
        let schemas = built_in();
        let me = 0x7da0_7ec9_u32.to_le_bytes();
        let user = [&0xdde8_a54c_u32.to_le_bytes()[..], &[7; 16]].concat();
        let bytes = [&me[..], &user, &me, &user[..10]].concat();
        for size in [1, 3, 4, 7, 100] {
            let mut slow = Slow(&bytes, size);
            let mut stream = Stream::new(&mut slow);
            let mut json = String::new();
            let fault = loop {
                assert!(!stream.is_empty().unwrap());
                let mut writer = JsonWriter::new(&mut json, &schemas.all, Form::default());
                match stream.next(&schemas.all, Root::Any, &Options::DEFAULT, &mut writer) {
                    Ok(()) => json.push(' '),
                    Err(Stopped::Fault(fault)) => break fault,
                    Err(_) => unreachable!("neither the writer nor the reader fails"),
                }
            };
            let id = "506381209866536711";
            let whole = format!(r#"{{"_":"inputPeerUser","user_id":"{id}","access_hash":"{id}"}}"#);
            let cut = r#"{"_":"inputPeerUser","user_id":"#;
            let me = r#"{"_":"inputPeerSelf"}"#;
            assert_eq!(json, format!("{me} {whole} {me} {cut}"), "{size}");
            assert_eq!((fault.offset(), fault.path()), (32, "inputPeerUser.user_id"));
            assert_eq!(stream.ahead(), &user[4..10]);
        }
    }
}
