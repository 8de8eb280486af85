//! How a struct is read.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::codec::{read, read_optional};
use crate::plan::{Assembly, Bit, Field, Name, Presence, Step, Struct};

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
    let (mut reads, mut locals) = (TokenStream::new(), BTreeMap::new());
    for step in &item.wire {
        reads.extend(match step {
            Step::Word { local, bits } => word(local, bits),
            Step::Apart { bit, part, .. } => {
                let (local, value) = (&part.local, read_optional(&part.codec, bit));
                quote!(let #local = #value;)
            }
            _ => TokenStream::new(),
        });
        if let Some((field, local, value)) = value(step) {
            reads.extend(quote!(let #local = #value;));
            locals.insert(field, local);
        }
    }
    // In the struct's order, which differs from the wire's where a tuple ends behind other fields.
    let fields = item.fields.iter().map(|Field { name, .. }| match locals.get(name) {
        Some(local) if *local != name => quote!(#name: #local),
        _ => quote!(#name),
    });
    quote! {
        #reads
        Self { #(#fields),* }
    }
}

fn word(local: &Name, bits: &[(u8, Presence)]) -> TokenStream {
    let known = bits.iter().fold(0u32, |known, (bit, _)| known | 1 << bit);
    let known = super::literal(&format!("{known:#x}"));
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
