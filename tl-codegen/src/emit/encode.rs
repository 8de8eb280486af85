//! How a struct is written.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    codec::{Operand, amount, binding, element_reader, element_writer, write},
    decode::known,
};
use crate::plan::{
    Amount, Bit, Codec, Name, Number, Piece, Presence, Rest, Step, Struct, is_run, stretches,
};

/// The body of `encode_bare`.
pub(super) fn body(item: &Struct) -> TokenStream {
    stretches(&item.wire)
        .iter()
        .map(|stretch| if let [one] = stretch[..] { step(one) } else { run(stretch) })
        .collect()
}

/// Values of fixed width in one piece.
fn run(steps: &[&Step]) -> TokenStream {
    let mut lets = TokenStream::new();
    let values: Vec<TokenStream> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Number(number) if number.is_needed => {
                let (local, value) = (&number.local, number_value(number));
                lets.extend(quote!(let #local = #value;));
                Some(quote!(#local))
            }
            Step::Number(number) => Some(number_value(number)),
            Step::Required { field, .. } => Some(quote!(self.#field)),
            _ => None,
        })
        .collect();
    quote!(#lets out.run((#(#values),*));)
}

fn step(step: &Step) -> TokenStream {
    match step {
        Step::Number(part) => number(part),
        Step::Required { field, codec, .. } => write(codec, &Operand::field(field)),
        Step::Flag { .. } | Step::Join { .. } | Step::Zip { .. } => TokenStream::new(),
        Step::Optional { field, bit, codec, is_ruled: true, .. } => ruled(field, bit, codec),
        Step::Optional { field, codec, .. } if codec.is_natural() => {
            quote!(out.optional(&self.#field);)
        }
        Step::Optional { field, codec, .. } => {
            let name = quote!(value);
            let (pattern, value) =
                (binding(codec, &name), write(codec, &Operand::reference(&name)));
            quote!(if let tl::Some(#pattern) = &self.#field { #value })
        }
        Step::Group { field, parts, record: Some(record), .. } => {
            let parts = parts.iter().zip(&record.fields);
            parts.map(|(part, of)| member(field, of, part)).collect()
        }
        Step::Group { field, parts, record: None, .. } if is_run(parts) => {
            let locals = parts.iter().map(|part| &part.local);
            let values = locals.clone();
            quote!(if let tl::Some((#(#locals),*)) = &self.#field { out.run((#(*#values),*)); })
        }
        Step::Group { field, parts, record: None, .. } => {
            let locals = parts.iter().map(|part| binding(&part.codec, &part.local));
            let writes =
                parts.iter().map(|part| write(&part.codec, &Operand::reference(&part.local)));
            quote!(if let tl::Some((#(#locals),*)) = &self.#field { #(#writes)* })
        }
        Step::Apart { field, index, part, record: Some(record), .. } => {
            member(field, &record.fields[*index], part)
        }
        Step::Apart { field, of, index, part, record: None, .. } => {
            let name = quote!(value);
            let value = write(&part.codec, &Operand::reference(&name));
            let pattern = binding(&part.codec, &name);
            let places = (0..*of).map(|at| if at == *index { pattern.clone() } else { quote!(_) });
            quote!(if let tl::Some((#(#places),*)) = &self.#field { #value })
        }
        Step::Column { field, of, index, part, .. } => column(field, *of, *index, part),
    }
}

/// One field of a struct that may be absent.
fn member(field: &Name, member: &Name, part: &Piece) -> TokenStream {
    let value = write(&part.codec, &Operand::member(member));
    if part.codec.is_constant() {
        quote!(if self.#field.is_some() { #value })
    } else {
        quote!(if let tl::Some(value) = &self.#field { #value })
    }
}

/// One column of a vector of tuples.
fn column(field: &Name, of: usize, index: usize, part: &Piece) -> TokenStream {
    let name = quote!(value);
    let value = write(&part.codec, &Operand::reference(&name));
    if value.is_empty() {
        return value;
    }
    let pattern = binding(&part.codec, &name);
    let places = (0..of).map(|at| if at == index { pattern.clone() } else { quote!(_) });
    quote!(out.repeat_with(&self.#field, |out, (#(#places),*)| { #value });)
}

/// A field that is there if and only if its bit is set, whatever the struct holds.
fn ruled(field: &Name, bit: &Bit, codec: &Codec) -> TokenStream {
    let (word, bit) = (&bit.word, Literal::u8_unsuffixed(bit.bit));
    let (write, read) = (element_writer(codec), element_reader(codec));
    quote!(out.optional_by(#word, #bit, &self.#field, #write, #read);)
}

/// A number, from the fields that its bits tell of and what is kept of it, or from a length.
fn number(number: &Number) -> TokenStream {
    let (local, value) = (&number.local, number_value(number));
    match (&number.bit, number.is_needed) {
        (None, false) => quote!(out.nat(#value);),
        (None, true) => quote!(let #local = #value; out.nat(#local);),
        (Some(Bit { word, bit }), is_needed) => {
            let bit = Literal::u8_unsuffixed(*bit);
            let local = is_needed.then(|| quote!(let #local =));
            quote!(#local out.optional_nat(#word, #bit, #value);)
        }
    }
}

/// Numbers of a struct, as they are written.
pub(super) fn numbers(item: &Struct, wanted: &[Amount]) -> TokenStream {
    // From behind: what is wanted may go by what is written before it.
    let mut needed: BTreeSet<&Name> = wanted.iter().filter_map(|it| it.var.as_ref()).collect();
    let mut lets = Vec::new();
    for step in item.wire.iter().rev() {
        let Step::Number(number) = step else { continue };
        let local = &number.local;
        if !needed.contains(local) {
            continue;
        }
        let value = number_value(number);
        lets.push(match &number.bit {
            None => quote!(let #local = #value;),
            Some(Bit { word, bit }) => {
                needed.insert(word);
                let bit = Literal::u8_unsuffixed(*bit);
                quote!(let #local = if #word & (1 << #bit) == 0 { 0 } else { #value };)
            }
        });
    }
    lets.reverse();
    let wanted = wanted.iter().map(amount);
    quote!(#(#lets)* [#(#wanted),*])
}

fn number_value(number: &Number) -> TokenStream {
    let bits = number.bits.iter().map(|(bit, presence)| {
        let (value, bit) = (is_there(presence), Literal::u8_unsuffixed(*bit));
        quote!((#value, #bit))
    });
    let bits = quote!(tl::flags([#(#bits),*]));
    let kept = match (&number.rest, &number.bit) {
        (Rest::None, _) => return bits,
        (Rest::Length(vector), _) => return quote!(tl::count(&self.#vector)),
        (Rest::Kept(field), None) => quote!(self.#field),
        (Rest::Kept(field), Some(_)) => quote!(self.#field.unwrap_or(0)),
    };
    if number.bits.is_empty() {
        return kept;
    }
    let known = known(number);
    quote!(#bits | #kept & !#known)
}

/// Whether a bit is set.
pub(super) fn is_there(presence: &Presence) -> TokenStream {
    match presence {
        Presence::Flag(field) => quote!(self.#field),
        Presence::Some(field) => quote!(self.#field.is_some()),
        Presence::Any(all) => {
            let all = all.iter().map(is_there);
            quote!(#(#all)||*)
        }
    }
}
