//! How a struct is written.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::codec::{Operand, binding, write};
use crate::plan::{Presence, Step, Struct};

/// The body of `encode_bare`.
pub(super) fn body(item: &Struct) -> TokenStream {
    item.wire.iter().map(step).collect()
}

fn step(step: &Step) -> TokenStream {
    match step {
        Step::Word { bits, .. } => word(bits),
        Step::Required { field, codec, .. } => write(codec, &Operand::field(field)),
        Step::Flag { .. } | Step::Join { .. } => TokenStream::new(),
        Step::Optional { field, codec, .. } if codec.is_natural() => {
            quote!(out.optional(&self.#field);)
        }
        Step::Optional { field, codec, .. } => {
            let name = quote!(value);
            let (pattern, value) =
                (binding(codec, &name), write(codec, &Operand::reference(&name)));
            quote!(if let tl::Some(#pattern) = &self.#field { #value })
        }
        Step::Group { field, parts, .. } => {
            let locals = parts.iter().map(|part| binding(&part.codec, &part.local));
            let writes =
                parts.iter().map(|part| write(&part.codec, &Operand::reference(&part.local)));
            quote!(if let tl::Some((#(#locals),*)) = &self.#field { #(#writes)* })
        }
        Step::Apart { field, of, index, part, .. } => {
            let name = quote!(value);
            let value = write(&part.codec, &Operand::reference(&name));
            let pattern = binding(&part.codec, &name);
            let places = (0..*of).map(|at| if at == *index { pattern.clone() } else { quote!(_) });
            quote!(if let tl::Some((#(#places),*)) = &self.#field { #value })
        }
    }
}

/// The flag word, from the fields that its bits tell of.
fn word(bits: &[(u8, Presence)]) -> TokenStream {
    let bits = bits.iter().map(|(bit, presence)| {
        let value = is_there(presence);
        match bit {
            0 => quote!(u32::from(#value)),
            bit => {
                let bit = Literal::u8_unsuffixed(*bit);
                quote!(u32::from(#value) << #bit)
            }
        }
    });
    quote!(out.nat(#(#bits)|*);)
}

/// Whether a bit is set.
pub(super) fn is_there(presence: &Presence) -> TokenStream {
    match presence {
        Presence::Flag(field) => quote!(self.#field),
        Presence::Some(field) => quote!(self.#field.is_some()),
    }
}
