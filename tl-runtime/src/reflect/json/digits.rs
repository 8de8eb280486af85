//! Decimal numbers, and bytes in hexadecimal and base64.

use core::fmt;

const HEX: &[u8; 16] = b"0123456789abcdef";
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The number of bytes converted at a time.
const BLOCK: usize = 96;

/// Writes bytes in hexadecimal.
#[cfg(feature = "serde")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hex<'b>(pub(crate) &'b [u8]);

#[cfg(feature = "serde")]
impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(self.0, f)
    }
}

/// Writes bytes in base64.
#[cfg(feature = "serde")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Base64<'b>(pub(crate) &'b [u8]);

#[cfg(feature = "serde")]
impl fmt::Display for Base64<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_base64(self.0, f)
    }
}

pub(super) fn write_hex(bytes: &[u8], out: &mut impl fmt::Write) -> fmt::Result {
    let mut digits = [0; 2 * BLOCK];
    for block in bytes.chunks(BLOCK) {
        for (pair, byte) in digits.chunks_exact_mut(2).zip(block) {
            pair[0] = HEX[usize::from(byte >> 4)];
            pair[1] = HEX[usize::from(byte & 15)];
        }
        put(&digits[..2 * block.len()], out)?;
    }
    Ok(())
}

pub(super) fn write_base64(bytes: &[u8], out: &mut impl fmt::Write) -> fmt::Result {
    for three in bytes.chunks(3) {
        let mut word = [0; 4];
        word[1..=three.len()].copy_from_slice(three);
        let word = u32::from_be_bytes(word);
        let digit = |at: u32| BASE64[(word >> (18 - 6 * at) & 63) as usize];
        let mut digits = [digit(0), digit(1), digit(2), digit(3)];
        digits[three.len() + 1..].fill(b'=');
        put(&digits, out)?;
    }
    Ok(())
}

/// Writes a number between two marks or without marks, in half the time of formatting.
pub(super) fn write_decimal(value: i64, mark: &str, out: &mut impl fmt::Write) -> fmt::Result {
    let mut digits = [0; 24];
    let mut at = digits.len();
    let mut push = |byte: u8| {
        at -= 1;
        digits[at] = byte;
    };
    mark.bytes().for_each(&mut push);
    let mut rest = value.unsigned_abs();
    loop {
        push(HEX[(rest % 10) as usize]);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        push(b'-');
    }
    mark.bytes().for_each(&mut push);
    put(&digits[at..], out)
}

fn put(digits: &[u8], out: &mut impl fmt::Write) -> fmt::Result {
    // Digits are ASCII.
    core::str::from_utf8(digits).map_or(Err(fmt::Error), |digits| out.write_str(digits))
}

#[cfg(feature = "json")]
pub(super) mod read {
    use alloc::vec::Vec;

    /// Parses hexadecimal digits.
    pub(crate) fn hex(text: &str) -> Option<Vec<u8>> {
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let byte = |[high, low]: &[u8; 2]| u8::try_from(digit(*high)? << 4 | digit(*low)?).ok();
        pairs.iter().map(byte).collect()
    }

    /// Parses base64 in either alphabet, padded or not.
    pub(crate) fn base64(text: &str) -> Option<Vec<u8>> {
        let text = text.trim_end_matches('=');
        let mut out = Vec::with_capacity(text.len() / 4 * 3 + 2);
        for four in text.as_bytes().chunks(4) {
            let mut word = 0;
            for at in 0..4 {
                word = word << 6 | four.get(at).map_or(Some(0), |byte| sextet(*byte))?;
            }
            let count = [None, None, Some(1), Some(2), Some(3)][four.len()]?;
            out.extend(&word.to_be_bytes()[1..=count]);
        }
        Some(out)
    }

    fn sextet(byte: u8) -> Option<u32> {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        Some(u32::from(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    #[test]
    fn digits_are_those_of_the_standard() {
        for (bytes, base64, hex) in [
            (&b""[..], "", ""),
            (b"f", "Zg==", "66"),
            (b"fo", "Zm8=", "666f"),
            (b"foobar", "Zm9vYmFy", "666f6f626172"),
            (b"\xff\xfe", "//4=", "fffe"),
        ] {
            let (mut in_hex, mut in_base64) = (String::new(), String::new());
            write_hex(bytes, &mut in_hex).unwrap();
            write_base64(bytes, &mut in_base64).unwrap();
            assert_eq!((in_hex.as_str(), in_base64.as_str()), (hex, base64));
        }
    }

    #[test]
    fn decimals_are_those_of_formatting() {
        for value in [0, 1, -1, 9, 10, -10, 1_234_567_890, i64::MAX, i64::MIN] {
            let (mut bare, mut marked) = (String::new(), String::new());
            write_decimal(value, "", &mut bare).unwrap();
            write_decimal(value, "\"", &mut marked).unwrap();
            assert_eq!(bare, alloc::format!("{value}"));
            assert_eq!(marked, alloc::format!("\"{value}\""));
        }
    }

    #[cfg(feature = "json")]
    #[test]
    fn all_bytes_come_back() {
        let all: alloc::vec::Vec<u8> = (0..=255).cycle().take(1000).collect();
        for len in (0..20).chain([255, 256, 999]) {
            let (mut hex, mut base64) = (String::new(), String::new());
            write_hex(&all[..len], &mut hex).unwrap();
            write_base64(&all[..len], &mut base64).unwrap();
            assert_eq!(read::hex(&hex).as_deref(), Some(&all[..len]));
            assert_eq!(read::hex(&hex.to_uppercase()).as_deref(), Some(&all[..len]));
            assert_eq!(read::base64(&base64).as_deref(), Some(&all[..len]));
            let bare = base64.trim_end_matches('=').replace('+', "-").replace('/', "_");
            assert_eq!(read::base64(&bare).as_deref(), Some(&all[..len]));
        }
        assert_eq!(read::hex("abc"), None);
        assert_eq!(read::hex("zz"), None);
        assert_eq!(read::hex("é"), None);
        assert_eq!(read::base64("A"), None);
        assert_eq!(read::base64("A*=="), None);
    }
}
