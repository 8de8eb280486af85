//! Numbers, text and bytes as Rust literals.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Returns a number with its sign.
pub(super) fn integer(value: i64) -> TokenStream {
    let digits = Literal::u64_unsuffixed(value.unsigned_abs());
    if value < 0 { quote!(-#digits) } else { quote!(#digits) }
}

/// Returns a floating-point number of type `f64`, or `f32` if `single` is set.
pub(super) fn float(value: f64, single: bool) -> TokenStream {
    let ty = if single { quote!(f32) } else { quote!(f64) };
    if value.is_nan() {
        return quote!(#ty::NAN);
    }
    let digits = if value.is_infinite() {
        quote!(#ty::INFINITY)
    } else {
        let digits = Literal::f64_unsuffixed(value.abs());
        quote!(#digits)
    };
    if value.is_sign_negative() { quote!(-#digits) } else { digits }
}

/// Returns a `String`.
pub(super) fn string(text: &str) -> TokenStream {
    if text.is_empty() { quote!(String::new()) } else { quote!(#text.to_owned()) }
}

/// Returns a `Vec<u8>`.
pub(super) fn vec(bytes: &[u8]) -> TokenStream {
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
pub(super) fn slice(bytes: &[u8]) -> TokenStream {
    if let Some(text) = text(bytes) {
        return quote!(#text);
    }
    let elements = elements(bytes);
    quote!(&[#elements])
}

/// Returns a `[u8; N]`.
pub(super) fn array(bytes: &[u8]) -> TokenStream {
    let elements = elements(bytes);
    quote!([#elements])
}

/// Returns the bytes as a literal, if they are text.
fn text(bytes: &[u8]) -> Option<Literal> {
    let is_text = bytes.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ');
    is_text.then(|| Literal::byte_string(bytes))
}

/// Returns the contents of the brackets: a byte and a count if all bytes are equal.
fn elements(bytes: &[u8]) -> TokenStream {
    let hex = |byte: &u8| -> Literal {
        format!("{byte:#04x}").parse().expect("a byte in hex is a literal, because Rust says so")
    };
    if let Some((first, [_, others @ ..])) = bytes.split_first()
        && bytes[1] == *first
        && others.iter().all(|byte| byte == first)
    {
        let (first, count) = (hex(first), Literal::usize_unsuffixed(bytes.len()));
        return quote!(#first; #count);
    }
    let all = bytes.iter().map(hex);
    quote!(#(#all),*)
}
