//! Bytes as digits.

use std::io::{self, Write};

use crate::shared::text::unmarked_bytes;

/// The form of bytes as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Digits {
    /// Hex, two digits for each byte
    Hex,
    /// Base64, in either alphabet
    Base64,
    /// Raw bytes
    Raw,
}

impl Digits {
    /// What text of digits most likely is; blanks alone are no digits, and text that neither fits is as it is.
    pub(crate) fn guess(text: &[u8]) -> Self {
        let text = unmarked_bytes(text).trim_ascii();
        if text.is_empty() {
            return Self::Hex;
        }
        let bare = text.strip_prefix(b"0x").or_else(|| text.strip_prefix(b"0X"));
        let text = bare.unwrap_or(text);
        let all = |is: fn(u8) -> bool| {
            !text.is_empty() && text.iter().all(|byte| byte.is_ascii_whitespace() || is(*byte))
        };
        let is_hex = bare.is_some() || is_nearly_hex(text);
        if is_hex || all(|byte| byte.is_ascii_hexdigit()) {
            Self::Hex
        } else if all(|byte| sextet(byte).is_some() || byte == b'=') {
            Self::Base64
        } else {
            Self::Raw
        }
    }
}

/// Whether text is most likely hex with a typing error, to be reported with its place, rather than base64.
///
/// One digit in eight may be wrong. Base64 rarely has so few other characters, except for zeros, which are `A`. So
/// letters must be lower case, or a quarter must be numerals.
fn is_nearly_hex(text: &[u8]) -> bool {
    let count = |is: fn(&u8) -> bool| text.iter().filter(|byte| is(byte)).count();
    let numerals = count(u8::is_ascii_digit);
    let small = count(|byte| matches!(byte, b'a'..=b'f'));
    let large = count(|byte| matches!(byte, b'A'..=b'F'));
    let wrong = count(|byte| !byte.is_ascii_whitespace() && !byte.is_ascii_hexdigit());
    let digits = numerals + small.max(large);
    let is_text = text.iter().all(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace());
    is_text
        && digits >= 8
        && wrong * 8 <= digits
        && !text.ends_with(b"=")
        && (small >= large || numerals * 4 >= digits)
}

/// The value of a hex digit; 255 when it is none.
const NIBBLES: [u8; 256] = {
    let mut table = [255; 256];
    let mut value = 0;
    while value < 16 {
        let digit = b"0123456789abcdef"[value as usize];
        table[digit as usize] = value;
        table[digit.to_ascii_uppercase() as usize] = value;
        value += 1;
    }
    table
};

/// The message for hex with an odd number of digits.
pub(crate) const ODD: &str = "an odd number of hex digits; each byte has two";

/// The message for base64 that ends inside a byte.
pub(crate) const CUT_OFF: &str = "the base64 is cut off; pass all of it";

/// Converts hex digits to bytes; the error names the first other character.
pub(crate) fn from_hex(digits: &[u8], out: &mut Vec<u8>) -> Result<(), String> {
    out.clear();
    out.reserve(digits.len() / 2);
    let (pairs, rest) = digits.as_chunks::<2>();
    for (at, [high, low]) in pairs.iter().enumerate() {
        let (high, low) = (NIBBLES[usize::from(*high)], NIBBLES[usize::from(*low)]);
        if high | low > 15 {
            return Err(format!(
                "character {} is not a hex digit",
                2 * at + usize::from(high <= 15)
            ));
        }
        out.push(high << 4 | low);
    }
    match rest {
        [] => Ok(()),
        [last] if NIBBLES[usize::from(*last)] > 15 => {
            Err(format!("character {} is not a hex digit", digits.len() - 1))
        }
        _ => Err(ODD.to_owned()),
    }
}

/// Writes bytes as hex digits, without a line's end.
pub(crate) fn write_hex(bytes: &[u8], out: &mut dyn Write) -> io::Result<()> {
    let digit = |nibble: u8| b"0123456789abcdef"[usize::from(nibble & 15)];
    let mut digits = Vec::with_capacity(8192);
    for block in bytes.chunks(4096) {
        digits.clear();
        digits.extend(block.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]));
        out.write_all(&digits)?;
    }
    Ok(())
}

/// Writes bytes as base64 with padding.
pub(crate) fn write_base64(bytes: &[u8], out: &mut dyn Write) -> io::Result<()> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = Vec::with_capacity(4096);
    for block in bytes.chunks(3072) {
        text.clear();
        for three in block.chunks(3) {
            let mut word = [0; 4];
            word[1..=three.len()].copy_from_slice(three);
            let word = u32::from_be_bytes(word);
            let digit = |at: u32| DIGITS[(word >> (18 - 6 * at) & 63) as usize];
            let mut four = [digit(0), digit(1), digit(2), digit(3)];
            four[three.len() + 1..].fill(b'=');
            text.extend(four);
        }
        out.write_all(&text)?;
    }
    Ok(())
}

/// Writes bytes in a form, digits as a line.
pub(crate) fn write(bytes: &[u8], form: Digits, out: &mut dyn Write) -> io::Result<()> {
    match form {
        Digits::Raw => out.write_all(bytes),
        Digits::Hex => write_hex(bytes, out).and_then(|()| out.write_all(b"\n")),
        Digits::Base64 => write_base64(bytes, out).and_then(|()| out.write_all(b"\n")),
    }
}

/// The value of a base64 digit.
pub(crate) fn sextet(byte: u8) -> Option<u32> {
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

/// The value of a hex digit.
pub(crate) fn nibble(byte: u8) -> Option<u8> {
    Some(NIBBLES[usize::from(byte)]).filter(|value| *value < 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_tell_what_they_are() {
        for (text, form) in [
            ("0d0d9bda", Digits::Hex),
            (" 0x0D0d\n9bda ", Digits::Hex),
            ("DQ2b2g==", Digits::Base64),
            ("_-8", Digits::Base64),
            // A slip in hex is no base64.
            ("0d0d9bdaeg000000", Digits::Hex),
            ("0D0D9BDAO6000000", Digits::Hex),
            ("0x0g", Digits::Hex),
            ("AQAAAAAAAAAAAAAA", Digits::Base64),
            ("AQAAAAAAAAAAAAAAAAA=", Digits::Base64),
            ("qV7BHDkwAAAEUnVzdA", Digits::Base64),
            ("0d0d9bda\u{1}\u{2}\u{3}", Digits::Raw),
            ("\u{1}\u{2}", Digits::Raw),
            ("\u{feff}0d0d9bda", Digits::Hex),
            ("\u{feff}\u{1}", Digits::Raw),
            ("", Digits::Hex),
            (" \n", Digits::Hex),
        ] {
            assert_eq!(Digits::guess(text.as_bytes()), form, "{text:?}");
        }
    }

    #[test]
    fn hex_is_read_and_written() {
        let mut bytes = Vec::new();
        assert_eq!(from_hex(b"00fFa1", &mut bytes), Ok(()));
        assert_eq!(bytes, [0, 255, 0xa1]);
        assert_eq!(from_hex(b"00g0", &mut bytes), Err("character 2 is not a hex digit".to_owned()));
        assert_eq!(from_hex(b"000g", &mut bytes), Err("character 3 is not a hex digit".to_owned()));
        assert_eq!(from_hex(b"00g", &mut bytes), Err("character 2 is not a hex digit".to_owned()));
        assert_eq!(from_hex(b"000", &mut bytes), Err(ODD.to_owned()));
        let mut out = Vec::new();
        write(&[0, 255, 0xa1], Digits::Hex, &mut out).unwrap();
        write(&[0, 255, 0xa1, 4], Digits::Base64, &mut out).unwrap();
        assert_eq!(out, b"00ffa1\nAP+hBA==\n");
    }
}
