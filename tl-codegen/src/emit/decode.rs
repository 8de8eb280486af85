//! How a struct is read.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::codec::{read, read_optional};
use crate::plan::{Assembly, Bit, Name, Presence, Step, Struct};

/// The body of `decode_bare`.
pub(super) fn body(item: &Struct) -> TokenStream {
    let body = match item.assembly {
        Assembly::Literal => literal(item),
        Assembly::Locals => locals(item),
    };
    if item.nested { quote!(reader.nested(|reader| { #body })) } else { body }
}

/// Flag words first, then the struct with each field read in its place.
fn literal(item: &Struct) -> TokenStream {
    let words = item.wire.iter().filter_map(|step| match step {
        Step::Word { local, bits } => Some(word(local, bits)),
        _ => None,
    });
    let fields = item.wire.iter().filter_map(|step| {
        let (field, _, value) = value(step)?;
        Some(quote!(#field: #value))
    });
    quote! {
        #(#words)*
        Self { #(#fields),* }
    }
}

/// Everything into variables first, in the order of the wire.
fn locals(item: &Struct) -> TokenStream {
    let reads = item.wire.iter().map(|step| match step {
        Step::Word { local, bits } => word(local, bits),
        Step::Apart { bit, part, .. } => {
            let (local, value) = (&part.local, read_optional(&part.codec, bit));
            quote!(let #local = #value;)
        }
        _ => value(step).map(|(_, local, value)| quote!(let #local = #value;)).unwrap_or_default(),
    });
    // In the struct's order, which differs from the wire's where a tuple ends behind other fields.
    let fields = item.fields.iter().filter_map(|field| {
        let name = &field.name;
        let (_, local, _) =
            item.wire.iter().filter_map(value).find(|(field, ..)| *field == name)?;
        Some(if name == local { quote!(#name) } else { quote!(#name: #local) })
    });
    quote! {
        #(#reads)*
        Self { #(#fields),* }
    }
}

fn word(local: &Name, bits: &[(u8, Presence)]) -> TokenStream {
    let known = bits.iter().fold(0u32, |known, (bit, _)| known | 1 << bit);
    let known: Literal =
        format!("{known:#x}").parse().expect("a number in hex is a literal, because Rust says so");
    quote!(let #local = reader.flags(#known);)
}

/// The field that a step fills, the variable for it, and the expression that reads it.
fn value(step: &Step) -> Option<(&Name, &Name, TokenStream)> {
    match step {
        Step::Word { .. } | Step::Apart { .. } => None,
        Step::Required { field, local, codec } => Some((field, local, read(codec))),
        Step::Flag { field, local, bit } => Some((field, local, is_set(bit))),
        Step::Optional { field, local, bit, codec } => {
            Some((field, local, read_optional(codec, bit)))
        }
        Step::Group { field, local, bit, parts } => {
            let (word, bit) = (&bit.word, Literal::u8_unsuffixed(bit.bit));
            let parts = parts.iter().map(|part| read(&part.codec));
            let value = quote!(reader.optional_with(#word, #bit, |reader| (#(#parts),*)));
            Some((field, local, value))
        }
        Step::Join { field, local, parts } => Some((field, local, join(parts))),
    }
}

fn is_set(bit: &Bit) -> TokenStream {
    let (word, bit) = (&bit.word, Literal::u8_unsuffixed(bit.bit));
    quote!(#word & (1 << #bit) != 0)
}

fn join(parts: &[Name]) -> TokenStream {
    quote! {
        match (#(#parts),*) {
            (#(tl::Some(#parts)),*) => tl::Some((#(#parts),*)),
            _ => tl::None,
        }
    }
}
