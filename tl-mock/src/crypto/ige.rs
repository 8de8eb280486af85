//! AES-256 in IGE mode.

use aes::{
    Aes256,
    cipher::{Block, BlockModeDecrypt, BlockModeEncrypt, KeyIvInit},
};

/// A key and an initialization vector of AES-256 in IGE mode.
#[derive(Clone, Debug)]
pub struct KeyIv {
    /// The key.
    pub key: [u8; 32],
    /// The block of ciphertext and the block of plain text before the first ones.
    pub iv: [u8; 32],
}

/// The number of bytes that are encrypted together.
pub(crate) const BLOCK: usize = 16;

impl KeyIv {
    /// Encrypts whole blocks in place; bytes after the last whole block stay.
    pub fn encrypt(&self, data: &mut [u8]) {
        let mut mode = ige::Encryptor::<Aes256>::new(&self.key.into(), &self.iv.into());
        for chunk in data.chunks_exact_mut(BLOCK) {
            let Ok(block) = <&mut Block<Aes256>>::try_from(chunk) else { return };
            mode.encrypt_block(block);
        }
    }

    /// Decrypts whole blocks in place; bytes after the last whole block stay.
    pub fn decrypt(&self, data: &mut [u8]) {
        let mut mode = ige::Decryptor::<Aes256>::new(&self.key.into(), &self.iv.into());
        for chunk in data.chunks_exact_mut(BLOCK) {
            let Ok(block) = <&mut Block<Aes256>>::try_from(chunk) else { return };
            mode.decrypt_block(block);
        }
    }
}
