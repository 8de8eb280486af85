//! Obfuscation: AES-256 in CTR mode, with keys that the client sends first.

use std::fmt;

use aes::{
    Aes256,
    cipher::{KeyIvInit, StreamCipher},
};

use crate::{crypto::random, frame::framing::Framing};

/// The bytes that a client sends before its first packet.
pub(super) const HEADER: usize = 64;
type Stream = ctr::Ctr128BE<Aes256>;

/// The key streams of both directions.
pub(super) struct Obfuscation {
    incoming: Stream,
    outgoing: Stream,
}

/// The tags of the framings inside, four times the same byte or not.
const TAGS: [(Framing, [u8; 4]); 3] = [
    (Framing::Abridged, [0xef; 4]),
    (Framing::Intermediate, [0xee; 4]),
    (Framing::Padded, [0xdd; 4]),
];

impl Obfuscation {
    /// Reads a client's header; `None` if there is no framing in it.
    pub(super) fn accept(header: &[u8; HEADER]) -> Option<(Self, Framing)> {
        let (mut incoming, outgoing) = streams(header)?;
        let mut plain = *header;
        incoming.apply_keystream(&mut plain);
        let framing = TAGS.iter().find(|(_, tag)| plain[56..60] == *tag)?.0;
        Some((Self { incoming, outgoing }, framing))
    }

    /// Makes a client's header, for a framing that can be obfuscated.
    pub(super) fn connect(framing: Framing) -> Option<(Self, [u8; HEADER])> {
        let tag = TAGS.iter().find(|(known, _)| *known == framing)?.1;
        let mut header = random::array::<HEADER>();
        // Not a byte that begins another transport, nor zeros where a full packet has its number.
        header[0] = b'x';
        header[4] |= 1;
        let (mut outgoing, incoming) = streams(&header)?;
        let mut hidden = header;
        hidden[56..60].copy_from_slice(&tag);
        outgoing.apply_keystream(&mut hidden);
        header[56..].copy_from_slice(&hidden[56..]);
        Some((Self { incoming, outgoing }, header))
    }

    pub(super) fn reveal(&mut self, bytes: &mut [u8]) {
        self.incoming.apply_keystream(bytes);
    }

    pub(super) fn hide(&mut self, bytes: &mut [u8]) {
        self.outgoing.apply_keystream(bytes);
    }
}

/// The streams of what the client writes and of what it reads.
fn streams(header: &[u8; HEADER]) -> Option<(Stream, Stream)> {
    let mut reversed = *header;
    reversed[8..56].reverse();
    let stream = |bytes: &[u8; HEADER]| Stream::new_from_slices(&bytes[8..40], &bytes[40..56]).ok();
    Some((stream(header)?, stream(&reversed)?))
}

impl fmt::Debug for Obfuscation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Obfuscation").finish_non_exhaustive()
    }
}
