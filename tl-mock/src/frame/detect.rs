//! Telling the transports apart by the first bytes of a connection.

use crate::frame::{
    framing::{FrameError, Framing},
    obfuscation::{HEADER, Obfuscation},
};

/// A transport, and the number of bytes that announced it.
pub(super) struct Detected {
    pub(super) framing: Framing,
    pub(super) obfuscation: Option<Obfuscation>,
    pub(super) taken: usize,
}

/// Tells the transport; `None` if that takes more bytes.
pub(super) fn detect(input: &[u8]) -> Result<Option<Detected>, FrameError> {
    let plain = |framing, taken| Ok(Some(Detected { framing, obfuscation: None, taken }));
    match input {
        [0xef, ..] => return plain(Framing::Abridged, 1),
        [0xee, 0xee, 0xee, 0xee, ..] => return plain(Framing::Intermediate, 4),
        [0xdd, 0xdd, 0xdd, 0xdd, ..] => return plain(Framing::Padded, 4),
        // The number of the first full packet is zero; nothing announces it.
        [_, _, _, _, 0, 0, 0, 0, ..] => return plain(Framing::Full, 0),
        // HTTP, and a TLS record of a handshake.
        [b'G', b'E', b'T', b' ', ..]
        | [b'P', b'O', b'S', b'T', ..]
        | [b'H', b'E', b'A', b'D', ..]
        | [b'O', b'P', b'T', b'I', ..]
        | [0x16, 3, 1, 2, ..] => return Err(FrameError::UnknownTransport),
        _ => {}
    }
    let Some(header) = input.first_chunk::<HEADER>() else { return Ok(None) };
    let (obfuscation, framing) = Obfuscation::accept(header).ok_or(FrameError::UnknownTransport)?;
    Ok(Some(Detected { framing, obfuscation: Some(obfuscation), taken: HEADER }))
}
