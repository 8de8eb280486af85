//! Numbers, text and bytes as Rust literals.

use crate::tokens::{Tokens, quote};

/// Returns a number with its sign.
pub(super) fn integer(value: i64) -> Tokens {
    let digits = Tokens::word(value.unsigned_abs());
    if value < 0 { quote!(-#digits) } else { quote!(#digits) }
}

/// Returns a floating-point number of type `f64`, or `f32` if `single` is set.
pub(super) fn float(value: f64, single: bool) -> Tokens {
    let ty = if single { quote!(f32) } else { quote!(f64) };
    if value.is_nan() {
        return quote!(#ty::NAN);
    }
    let digits = if value.is_infinite() {
        quote!(#ty::INFINITY)
    } else {
        let digits = value.abs().to_string();
        let point = if digits.contains('.') { "" } else { ".0" };
        Tokens::word(digits + point)
    };
    if value.is_sign_negative() { quote!(-#digits) } else { digits }
}

/// Returns a `String`.
pub(super) fn string(text: &str) -> Tokens {
    if text.is_empty() { quote!(String::new()) } else { quote!(#text.to_owned()) }
}

/// Returns a `Vec<u8>`.
pub(super) fn vec(bytes: &[u8]) -> Tokens {
    if bytes.is_empty() {
        return quote!(Vec::new());
    }
    if let Some(text) = text(bytes) {
        return quote!(#text.to_vec());
    }
    let elements = elements(bytes);
    quote!(vec![#elements])
}

/// Returns a `&[u8]`.
pub(super) fn slice(bytes: &[u8]) -> Tokens {
    if let Some(text) = text(bytes) {
        return quote!(#text);
    }
    let elements = elements(bytes);
    quote!(&[#elements])
}

/// Returns a `[u8; N]`.
pub(super) fn array(bytes: &[u8]) -> Tokens {
    let elements = elements(bytes);
    quote!([#elements])
}

/// Returns the bytes as a literal, if they are text.
fn text(bytes: &[u8]) -> Option<Tokens> {
    let is_text = bytes.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ');
    is_text.then(|| Tokens::byte_string(bytes))
}

/// Returns the contents of the brackets: a byte and a count if all bytes are equal.
fn elements(bytes: &[u8]) -> Tokens {
    let hex = |byte: &u8| Tokens::word(format_args!("{byte:#04x}"));
    if let Some((first, [_, others @ ..])) = bytes.split_first()
        && bytes[1] == *first
        && others.iter().all(|byte| byte == first)
    {
        let (first, count) = (hex(first), Tokens::word(bytes.len()));
        return quote!(#first; #count);
    }
    let all = bytes.iter().map(hex);
    quote!(#(#all),*)
}
