//! One side of a connection, as far as packets go.

use crate::frame::{
    detect::detect,
    framing::{FrameError, Framing, LIMIT, Packet},
    obfuscation::Obfuscation,
};

/// One side of a connection: bytes in, packets out, and the other way around.
///
/// It does no input or output itself. Memory is bounded: after [`Transport::receive`], take all packets with
/// [`Transport::packet`] before more bytes come.
///
/// ```
/// use typelang_mock::frame::{Framing, Transport};
///
/// let (mut client, mut server) = (Transport::client(Framing::Padded), Transport::server());
/// let bytes = client.send(b"4 or 8 bytes");
/// server.receive(&bytes);
/// assert_eq!(server.packet()?.map(|packet| packet.payload[..12].to_vec()), Some(b"4 or 8 bytes".to_vec()));
/// # Ok::<(), typelang_mock::frame::FrameError>(())
/// ```
#[derive(Debug)]
pub struct Transport {
    /// Unknown before a client's first bytes.
    framing: Option<Framing>,
    obfuscation: Option<Obfuscation>,
    input: Vec<u8>,
    /// Bytes to send before the first packet.
    header: Vec<u8>,
    /// The numbers of the next full packets.
    received: u32,
    sent: u32,
}

impl Transport {
    /// The server's side, which learns the transport from the first bytes.
    #[must_use]
    pub const fn server() -> Self {
        Self {
            framing: None,
            obfuscation: None,
            input: Vec::new(),
            header: Vec::new(),
            received: 0,
            sent: 0,
        }
    }

    /// A client's side.
    #[must_use]
    pub fn client(framing: Framing) -> Self {
        let header = match framing {
            Framing::Abridged => vec![0xef],
            Framing::Intermediate => vec![0xee; 4],
            Framing::Padded => vec![0xdd; 4],
            Framing::Full => Vec::new(),
        };
        Self { framing: Some(framing), header, ..Self::server() }
    }

    /// A client's side with obfuscation; `None` for full packets, which cannot have it.
    #[must_use]
    pub fn obfuscated_client(framing: Framing) -> Option<Self> {
        let (obfuscation, header) = Obfuscation::connect(framing)?;
        let header = header.to_vec();
        let obfuscation = Some(obfuscation);
        Some(Self { framing: Some(framing), obfuscation, header, ..Self::server() })
    }

    /// The framing, once it is known.
    #[must_use]
    pub const fn framing(&self) -> Option<Framing> {
        self.framing
    }

    /// Whether the bytes are obfuscated.
    #[must_use]
    pub const fn is_obfuscated(&self) -> bool {
        self.obfuscation.is_some()
    }

    /// Takes bytes from the connection.
    pub fn receive(&mut self, bytes: &[u8]) {
        let start = self.input.len();
        self.input.extend_from_slice(bytes);
        if let (Some(_), Some(obfuscation)) = (self.framing, &mut self.obfuscation) {
            obfuscation.reveal(&mut self.input[start..]);
        }
    }

    /// The next packet; `None` if it has not arrived as a whole.
    ///
    /// # Errors
    /// If the bytes are no packet. Nothing after them can be read, so close the connection.
    pub fn packet(&mut self) -> Result<Option<Packet>, FrameError> {
        if self.framing.is_none() && !self.learn()? {
            return Ok(None);
        }
        let Some(framing) = self.framing else { return Ok(None) };
        let Some(found) = framing.find(&self.input, self.received)? else {
            // A frame that is within the limit needs no more than this.
            debug_assert!(self.input.len() <= LIMIT + 64 * 1024, "packets are taken as they come");
            return Ok(None);
        };
        self.received = self.received.wrapping_add(1);
        self.input.drain(..found.taken);
        Ok(Some(found.packet))
    }

    /// Learns the transport; returns whether it is known now.
    fn learn(&mut self) -> Result<bool, FrameError> {
        let Some(detected) = detect(&self.input)? else { return Ok(false) };
        self.input.drain(..detected.taken);
        self.framing = Some(detected.framing);
        self.obfuscation = detected.obfuscation;
        if let Some(obfuscation) = &mut self.obfuscation {
            obfuscation.reveal(&mut self.input);
        }
        Ok(true)
    }

    /// The bytes of a packet. They are to be sent in the order in which they were made.
    pub fn send(&mut self, payload: &[u8]) -> Vec<u8> {
        let number = self.sent;
        self.sent = number.wrapping_add(1);
        self.write(|framing, out| framing.write(payload, number, out))
    }

    /// The bytes of a quick acknowledgement; none if the transport has no such thing.
    pub fn send_quick_ack(&mut self, token: u32) -> Vec<u8> {
        self.write(|framing, out| framing.write_quick_ack(token, out))
    }

    fn write(&mut self, write: impl FnOnce(Framing, &mut Vec<u8>)) -> Vec<u8> {
        let mut out = std::mem::take(&mut self.header);
        let start = if self.is_obfuscated() { out.len() } else { 0 };
        write(self.framing.unwrap_or(Framing::Intermediate), &mut out);
        if let Some(obfuscation) = &mut self.obfuscation {
            obfuscation.hide(&mut out[start..]);
        }
        out
    }
}
