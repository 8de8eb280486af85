//! The message in `auth.bindTempAuthKey`, MTProto 1.0.

use std::fmt;

use typelang_runtime::{Decode, Encode, Reader};
use typelang_telegram::mtproto::types::BindAuthKeyInner;

use crate::crypto::{auth_key::AuthKey, hash::sha1, ige::BLOCK, random};

/// What `encrypted_message` of `auth.bindTempAuthKey` has in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The id of the message with the call.
    pub msg_id: i64,
    /// Both keys, the session, and when the temporary key expires.
    pub inner: BindAuthKeyInner,
}

/// Why bytes are no message that binds a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BindingError {
    /// The bytes are too few, or the first eight are the id of another key.
    Key,
    /// `msg_key` is not that of the content, so the message was encrypted with another key.
    MsgKey,
    /// The content is no `bind_auth_key_inner`.
    Inner,
}

/// The encrypted bytes before the value: random ones, the message's id, a sequence number, and a length.
const HEAD: usize = 32;
/// The bytes of a boxed `bind_auth_key_inner`.
const INNER: usize = 40;

/// Decrypts `encrypted_message` with the permanent key.
///
/// # Errors
/// If the bytes are no message that binds a key, or are encrypted with another one.
pub fn open_binding(permanent: &AuthKey, message: &[u8]) -> Result<Binding, BindingError> {
    let (id, rest) = message.split_first_chunk::<8>().ok_or(BindingError::Key)?;
    let (msg_key, data) = rest.split_first_chunk::<16>().ok_or(BindingError::Key)?;
    if i64::from_le_bytes(*id) != permanent.id() {
        return Err(BindingError::Key);
    }
    if data.len() != (HEAD + INNER).next_multiple_of(BLOCK) {
        return Err(BindingError::Inner);
    }
    let mut data = data.to_vec();
    permanent.former_key_iv(msg_key).decrypt(&mut data);
    let content = &data[..HEAD + INNER];
    if sha1(&[content])[4..] != *msg_key {
        return Err(BindingError::MsgKey);
    }
    let mut reader = Reader::new(&content[16..]);
    let (msg_id, _, length) = (reader.long(), reader.int(), reader.int());
    let inner = BindAuthKeyInner::decode(&mut reader);
    let is_sound = !reader.failed() && usize::try_from(length) == Ok(INNER);
    is_sound.then_some(Binding { msg_id, inner }).ok_or(BindingError::Inner)
}

/// Encrypts `encrypted_message` with the permanent key, as a client does.
#[must_use]
pub fn seal_binding(permanent: &AuthKey, binding: &Binding) -> Vec<u8> {
    let mut data = random::array::<16>().to_vec();
    data.extend(binding.msg_id.to_le_bytes());
    data.extend(0_i32.to_le_bytes());
    let inner = binding.inner.to_bytes();
    data.extend(u32::try_from(inner.len()).unwrap_or(u32::MAX).to_le_bytes());
    data.extend(inner);
    let hash = sha1(&[&data]);
    let msg_key: [u8; 16] = std::array::from_fn(|at| hash[at + 4]);
    let padding = data.len().next_multiple_of(BLOCK) - data.len();
    random::append(&mut data, padding);
    permanent.former_key_iv(&msg_key).encrypt(&mut data);
    [&permanent.id().to_le_bytes()[..], &msg_key, &data].concat()
}

impl fmt::Display for BindingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Key => "`encrypted_message` does not begin with the id of the permanent key",
            Self::MsgKey => "`encrypted_message` is not encrypted with the permanent key",
            Self::Inner => "`encrypted_message` contains no `bind_auth_key_inner`",
        })
    }
}

impl std::error::Error for BindingError {}
