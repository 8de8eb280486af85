//! The four ways to mark where packets end.

use std::fmt;

use crate::crypto::random;

/// How the ends of packets are marked, <https://core.telegram.org/mtproto/mtproto-transports>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// A length in words, of one byte or four.
    Abridged,
    /// A length in bytes, of four bytes.
    Intermediate,
    /// The same, and up to 15 random bytes after the packet.
    Padded,
    /// A length, a number, and a CRC-32 behind.
    Full,
}

/// A packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet {
    /// A message, encrypted or not, and possibly padding after it; or an error of four bytes.
    pub payload: Vec<u8>,
    /// Whether a client wants a quick acknowledgement.
    pub wants_quick_ack: bool,
}

/// Why bytes are no packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameError {
    /// The first bytes are those of no transport, such as HTTP's or TLS's.
    UnknownTransport,
    /// The length is zero, negative, more than the limit, or not a multiple of four where it has to be.
    Length(u32),
    /// The CRC-32 of a full packet is wrong.
    Checksum,
    /// The number of a full packet is not that of the next one.
    Number(u32),
}

/// The largest packet in bytes: a part of a file, and room.
pub(super) const LIMIT: usize = 1 << 20;
/// The bit of a length that asks for a quick acknowledgement.
const QUICK: u32 = 1 << 31;
/// The bytes of a full packet around its payload.
const FULL: usize = 12;

/// A packet found at the start of the input, and the number of bytes that it takes.
pub(super) struct Found {
    pub(super) packet: Packet,
    pub(super) taken: usize,
}

impl Framing {
    /// Finds the first packet; `None` if it has not arrived as a whole. `number` is that of the next full packet.
    pub(super) fn find(self, input: &[u8], number: u32) -> Result<Option<Found>, FrameError> {
        let Some(head) = self.head(input) else { return Ok(None) };
        let length = head.length as usize;
        let is_bad = length == 0
            || length > LIMIT
            || self != Self::Padded && !length.is_multiple_of(4)
            || self == Self::Full && length <= FULL;
        if is_bad {
            return Err(FrameError::Length(head.length));
        }
        let Some(frame) = input.get(..head.size + length) else { return Ok(None) };
        let payload = match self {
            Self::Full => full(frame, number)?,
            _ => &frame[head.size..],
        };
        let packet = Packet { payload: payload.to_vec(), wants_quick_ack: head.wants_quick_ack };
        Ok(Some(Found { packet, taken: frame.len() }))
    }

    fn head(self, input: &[u8]) -> Option<Head> {
        let word = |bytes: &[u8]| bytes.first_chunk().map(|word| u32::from_le_bytes(*word));
        match self {
            Self::Abridged => {
                let first = *input.first()?;
                let wants_quick_ack = first & 0x80 != 0;
                if first & 0x7f < 0x7f {
                    let length = u32::from(first & 0x7f) * 4;
                    return Some(Head { size: 1, length, wants_quick_ack });
                }
                let length = (word(input)? >> 8) * 4;
                Some(Head { size: 4, length, wants_quick_ack })
            }
            Self::Intermediate | Self::Padded => {
                let length = word(input)?;
                let wants_quick_ack = length & QUICK != 0;
                Some(Head { size: 4, length: length & !QUICK, wants_quick_ack })
            }
            // The length of a full packet counts itself.
            Self::Full => Some(Head { size: 0, length: word(input)?, wants_quick_ack: false }),
        }
    }

    /// Appends a packet.
    pub(super) fn write(self, payload: &[u8], number: u32, out: &mut Vec<u8>) {
        let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
        match self {
            Self::Abridged => match u8::try_from(length / 4) {
                Ok(words @ ..0x7f) => out.push(words),
                _ => out.extend(((length / 4) << 8 | 0x7f).to_le_bytes()),
            },
            Self::Intermediate => out.extend(length.to_le_bytes()),
            Self::Padded => {
                // An error has no padding, so that its length tells it from a message.
                let most = if payload.len() == 4 { 1 } else { 16 };
                let [padding] = random::array::<1>().map(|byte| byte % most);
                out.extend((length + u32::from(padding)).to_le_bytes());
                out.extend(payload);
                return random::append(out, usize::from(padding));
            }
            Self::Full => return write_full(payload, number, out),
        }
        out.extend(payload);
    }

    /// Appends a quick acknowledgement, which full packets do not have.
    pub(super) fn write_quick_ack(self, token: u32, out: &mut Vec<u8>) {
        match self {
            Self::Abridged => out.extend((token | QUICK).to_be_bytes()),
            Self::Intermediate | Self::Padded => out.extend((token | QUICK).to_le_bytes()),
            Self::Full => {}
        }
    }
}

struct Head {
    /// The number of bytes before the payload.
    size: usize,
    length: u32,
    wants_quick_ack: bool,
}

/// Checks a full packet, and returns its payload.
fn full(frame: &[u8], wanted: u32) -> Result<&[u8], FrameError> {
    let (body, crc) = frame.split_last_chunk::<4>().ok_or(FrameError::Checksum)?;
    if crc32fast::hash(body) != u32::from_le_bytes(*crc) {
        return Err(FrameError::Checksum);
    }
    let (head, payload) = body.split_first_chunk::<8>().ok_or(FrameError::Checksum)?;
    let [_, _, _, _, number @ ..] = *head;
    let number = u32::from_le_bytes(number);
    if number == wanted { Ok(payload) } else { Err(FrameError::Number(number)) }
}

fn write_full(payload: &[u8], number: u32, out: &mut Vec<u8>) {
    let start = out.len();
    let length = u32::try_from(payload.len() + FULL).unwrap_or(u32::MAX);
    out.extend(length.to_le_bytes());
    out.extend(number.to_le_bytes());
    out.extend(payload);
    let crc = crc32fast::hash(&out[start..]);
    out.extend(crc.to_le_bytes());
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownTransport => {
                f.write_str("the first bytes do not belong to any transport over TCP")
            }
            Self::Length(length) => write!(f, "the length of a packet is {length}"),
            Self::Checksum => f.write_str("the checksum of a full packet is wrong"),
            Self::Number(number) => {
                write!(f, "a full packet with the number {number} out of order")
            }
        }
    }
}

impl std::error::Error for FrameError {}
