//! The packets on the wire.

use typelang_runtime::{Decode, Encode, ErrorKind, Object, Reader, Writer};

/// An unencrypted message: no key, an id, and a body preceded by its length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet<B = Object> {
    /// The message's id.
    pub msg_id: i64,
    /// A boxed value.
    pub body: B,
}

impl<B: Encode> Encode for Packet<B> {
    fn encode(&self, out: &mut Writer<'_>) {
        out.long(0);
        out.long(self.msg_id);
        out.sized(&self.body);
    }
}

impl<'de, B: Decode<'de>> Decode<'de> for Packet<B> {
    const MIN_LEN: usize = 20 + B::MIN_LEN;

    fn decode(reader: &mut Reader<'de>) -> Self {
        let key = reader.long();
        if key != 0 {
            // Encrypted: the rest is not TL until it is decrypted.
            reader.fail(ErrorKind::UnknownId { found: key as u32 }, "a packet without a key");
        }
        let (msg_id, length) = (reader.long(), reader.int());
        Self { msg_id, body: reader.sized(length, B::decode) }
    }
}
