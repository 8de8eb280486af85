//! Frames on a stream: a length and as many bytes.

use std::io::{self, Read, Write};

/// The longest frame that is accepted, in bytes.
const LIMIT: u32 = 1 << 24;

/// Writes a frame.
pub(crate) fn write(stream: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let len = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    stream.write_all(&[&len.to_le_bytes(), bytes].concat())
}

/// Reads a frame into `bytes`. Returns `false` if the stream ends before one.
pub(crate) fn read(stream: &mut impl Read, bytes: &mut Vec<u8>) -> io::Result<bool> {
    let mut len = [0; 4];
    match stream.read_exact(&mut len) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
        Err(error) => return Err(error),
    }
    let len = u32::from_le_bytes(len);
    if len > LIMIT {
        return Err(io::Error::other(format!(
            "a frame of {len} bytes: at most {LIMIT} are accepted"
        )));
    }
    bytes.clear();
    stream.take(len.into()).read_to_end(bytes)?;
    if bytes.len() == len as usize { Ok(true) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
