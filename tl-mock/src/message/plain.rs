//! Messages without encryption.

use typelang_runtime::{Decode, Encode, ErrorKind, Object, Reader, Writer};

/// An unencrypted message: zeros for the key's id, an id, and a body after its length.
///
/// What follows the body is padding of the transport.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain<B = Object> {
    /// The message's id.
    pub msg_id: i64,
    /// A boxed value.
    pub body: B,
}

impl<B: Encode> Encode for Plain<B> {
    fn encode(&self, out: &mut Writer<'_>) {
        out.long(0);
        out.long(self.msg_id);
        out.sized(&self.body);
    }
}

impl<'de, B: Decode<'de>> Decode<'de> for Plain<B> {
    const MIN_LEN: usize = 20 + B::MIN_LEN;

    fn decode(reader: &mut Reader<'de>) -> Self {
        // The id of a key takes the place of two words.
        for found in [reader.nat(), reader.nat()] {
            if found != 0 {
                reader.fail(ErrorKind::UnknownId { found }, "a message without a key");
            }
        }
        let (msg_id, length) = (reader.long(), reader.int());
        Self { msg_id, body: reader.sized(length, B::decode) }
    }
}
