//! CRC-32, the checksum of zip and PNG, by a table: a build script should not wait for a crate that is fast on
//! gigabytes.

/// The polynomial, with its bits reversed.
const POLYNOMIAL: u32 = 0xedb8_8320;

/// What each byte adds to the checksum.
static TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < table.len() {
        // There are 256 places.
        #[expect(clippy::cast_possible_truncation, reason = "it fits")]
        let mut value = at as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { value >> 1 ^ POLYNOMIAL } else { value >> 1 };
            bit += 1;
        }
        table[at] = value;
        at += 1;
    }
    table
}

/// Returns the checksum.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| sum >> 8 ^ TABLE[usize::from(sum.to_le_bytes()[0] ^ byte)];
    !bytes.iter().fold(!0, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_checksum_of_zip() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926, "the check value of the standard");
        let bytes: Vec<u8> = (0..=u8::MAX).chain(0..100).collect();
        for end in 0..bytes.len() {
            assert_eq!(crc32(&bytes[..end]), crc32fast::hash(&bytes[..end]));
        }
    }
}
