//! Random numbers, text and bytes.

use crate::{
    reflect::{
        random::prng::Prng,
        schema::{
            builtin::Builtin,
            field::{Field, Uses},
        },
    },
    traits::encode::Encode,
};
use alloc::vec::Vec;

/// Text with one to four bytes per character, including some that JSON or terminals must escape.
const PIECES: &[&str] =
    &["a", "Z", "0", " ", "\"", "\\", "\n", "\u{0}", "\u{7f}", "é", "я", "€", "語", "🦀"];

/// Lengths around those at which the form of a length changes.
const LENGTHS: &[usize] = &[250, 252, 253, 254, 255, 256, 257, 300];

const DOUBLES: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    -1.5,
    0.1,
    f64::MAX,
    f64::MIN_POSITIVE,
    5e-324,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
    9_007_199_254_740_992.0,
];

/// A value for a `#`: bits with dependents, a small count, or anything.
pub(super) fn word(prng: &mut Prng, field: &Field, is_spent: bool) -> u32 {
    let Uses { bits, counts, never, .. } = field.uses;
    let bits = bits & !never;
    let has_uses = counts || field.uses.bits != 0;
    let word = match bits {
        _ if is_spent && has_uses => 0,
        _ if counts => count(prng),
        0 if has_uses => 0,
        0 => prng.pick(&[0, 1, u32::MAX, 1 << 31]) ^ prng.word() >> 24,
        bits => {
            bits & match prng.below(8) {
                0 => 0,
                1 => u32::MAX,
                2 => 1 << prng.below(32),
                _ => prng.word(),
            }
        }
    };
    match word {
        // The smallest value that shows that it is present.
        0 if field.is_lone && counts => 1,
        0 if field.is_lone => bits & bits.wrapping_neg(),
        word => word,
    }
}

/// The number of items in a list.
pub(super) fn count(prng: &mut Prng) -> u32 {
    prng.pick(&[0, 1, 1, 2, 3])
}

/// Writes a bare value of a type without parts.
pub(super) fn scalar(prng: &mut Prng, builtin: Builtin, out: &mut Vec<u8>) {
    match builtin {
        Builtin::Int | Builtin::Int32 => int(prng).encode_into(out),
        Builtin::Long | Builtin::Int64 => long(prng).encode_into(out),
        Builtin::Int53 => (long(prng) >> 10).encode_into(out),
        Builtin::Double => double(prng).encode_into(out),
        Builtin::Float => {
            prng.pick(&[0.0, -0.0, 1.5, 0.1, f32::MAX, f32::MIN_POSITIVE]).encode_into(out);
        }
        Builtin::Int128 => out.extend(noise(prng, 16)),
        Builtin::Int256 => out.extend(noise(prng, 32)),
        Builtin::Int512 => out.extend(noise(prng, 64)),
        Builtin::String | Builtin::SecureString => text(prng, out),
        Builtin::Bytes | Builtin::SecureBytes => {
            let len = length(prng);
            noise(prng, len).encode_into(out);
        }
        Builtin::Bool => (prng.below(2) == 1).encode_into(out),
        Builtin::True | Builtin::Vector | Builtin::Object | Builtin::Function => {}
    }
}

fn int(prng: &mut Prng) -> u32 {
    match prng.below(4) {
        0 => prng.pick(&[0, 1, u32::MAX, 1 << 31, (1 << 31) - 1]),
        1 => prng.word() >> 22,
        _ => prng.word(),
    }
}

fn long(prng: &mut Prng) -> i64 {
    match prng.below(4) {
        0 => prng.pick(&[0, 1, -1, i64::MIN, i64::MAX, (1 << 53) + 1, 1 << 31]),
        1 => prng.next().cast_signed() >> 44,
        _ => prng.next().cast_signed(),
    }
}

fn double(prng: &mut Prng) -> f64 {
    if prng.below(2) == 0 {
        return prng.pick(DOUBLES);
    }
    let double = f64::from_bits(prng.next());
    // JSON has only one NaN.
    if double.is_nan() { f64::NAN } else { double }
}

fn length(prng: &mut Prng) -> usize {
    if prng.below(32) == 0 { prng.pick(LENGTHS) } else { prng.below(12) }
}

fn noise(prng: &mut Prng, len: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while bytes.len() < len {
        bytes.extend(prng.next().to_le_bytes());
    }
    bytes.truncate(len);
    bytes
}

fn text(prng: &mut Prng, out: &mut Vec<u8>) {
    let mut text: Vec<u8> = Vec::new();
    let len = length(prng);
    while text.len() < len {
        text.extend(prng.pick(PIECES).as_bytes());
    }
    text.encode_into(out);
}
