//! Encoding of structs.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    codec::{Checks, Operand, binding, write},
    known,
};
use crate::plan::model::{
    codec::Codec,
    item::{Field, Struct},
    rust::Name,
    wire::{Bit, Number, Piece, Step, Write},
};

/// The statements of `encode_bare`.
pub(super) fn statements(item: &Struct) -> impl Iterator<Item = TokenStream> {
    let checks = if item.checks_parts { Checks::Parts } else { Checks::None };
    let come_first = item.numbers_first;
    let encoding = Encoding { item, checks, come_first };
    let lets = come_first.then(|| known::all_lets(item));
    let steps = item.writes.iter().map(move |write| match write {
        Write::Step(at) => encoding.step(&item.wire[*at]),
        Write::Run(run) => encoding.run(run.iter().map(|at| &item.wire[*at])),
    });
    lets.into_iter().chain(steps)
}

/// The context of encoding a struct.
struct Encoding<'p> {
    item: &'p Struct,
    checks: Checks,
    /// Whether all numbers are computed before the first of them is written.
    come_first: bool,
}

impl Encoding<'_> {
    /// Writes several values of fixed width in one call.
    fn run<'s>(&self, steps: impl Iterator<Item = &'s Step>) -> TokenStream {
        let mut lets = TokenStream::new();
        let values: Vec<TokenStream> = steps
            .filter_map(|step| match step {
                Step::Number(Number { local, .. }) if self.come_first => Some(quote!(#local)),
                Step::Number(number) if number.is_needed => {
                    let (local, value) = (&number.local, known::value(number));
                    lets.extend(quote!(let #local = #value;));
                    Some(quote!(#local))
                }
                Step::Number(number) => Some(known::value(number)),
                Step::Required { field, .. } => Some(quote!(self.#field)),
                _ => None,
            })
            .collect();
        quote!(#lets out.run((#(#values),*));)
    }

    fn step(&self, step: &Step) -> TokenStream {
        match step {
            Step::Number(number) => self.number(number),
            Step::Required { field, codec, .. } => {
                let value = write(codec, &Operand::field(field), self.checks);
                self.within(field, 0, codec, value)
            }
            Step::Join { .. } | Step::Zip { .. } | Step::Flag { is_ruled: false, .. } => {
                TokenStream::new()
            }
            Step::Flag { field, bit, is_ruled: true, .. } => {
                let check = expect_bit(bit, &quote!(self.#field));
                self.inside(field, 0, &check)
            }
            Step::Optional { field, bit, codec, is_ruled, .. } => {
                let value = self.optional(field, codec);
                let Some(check) = is_ruled.then(|| presence(field, bit)) else {
                    return self.within(field, 0, codec, value);
                };
                self.inside(field, 0, &quote!(#check #value))
            }
            Step::Group { field, bit, parts, record, is_ruled, is_run, .. } => {
                let check = is_ruled.then(|| self.inside(field, 0, &presence(field, bit)));
                let value = match record {
                    Some(record) => self.record(field, parts, &record.fields),
                    None => self.tuple(field, parts, *is_run),
                };
                quote!(#check #value)
            }
            Step::Apart { field, bit, of, index, part, record, is_ruled } => {
                let check = (*is_ruled && *index == 0)
                    .then(|| self.inside(field, *index, &presence(field, bit)));
                let value = match record {
                    Some(record) => self.member(field, &record.fields[*index], part, *index),
                    None => self.apart(field, *of, *index, part),
                };
                quote!(#check #value)
            }
            Step::Column { field, count, of, index, part, is_ruled, .. } => {
                let check = (*is_ruled && *index == 0).then(|| {
                    self.inside(field, 0, &quote!(out.expect_count(#count, &self.#field);))
                });
                let value = column(field, *of, *index, part, self.checks);
                let value = self.within(field, *index, &part.codec, value);
                quote!(#check #value)
            }
        }
    }

    /// Computes and writes a number: from the fields behind its bits and its kept part, or from a length.
    fn number(&self, number: &Number) -> TokenStream {
        let Number { local, bit, is_needed, .. } = number;
        match bit {
            Some(Bit { word, bit }) => {
                let bit = Literal::u8_unsuffixed(*bit);
                let value = quote!(out.optional_nat(#word, #bit, #local););
                if number.is_shared { named(&number.tl_name, &value) } else { value }
            }
            None if self.come_first => quote!(out.nat(#local);),
            None => {
                let value = known::value(number);
                if *is_needed {
                    quote!(let #local = #value; out.nat(#local);)
                } else {
                    quote!(out.nat(#value);)
                }
            }
        }
    }

    fn optional(&self, field: &Name, codec: &Codec) -> TokenStream {
        if codec.is_natural() {
            return quote!(out.optional(&self.#field););
        }
        let name = quote!(value);
        let value = write(codec, &Operand::reference(&name), self.checks);
        let pattern = binding(codec, &name);
        quote!(if let tl::Some(#pattern) = &self.#field { #value })
    }

    /// Writes all values of a bit.
    fn tuple(&self, field: &Name, parts: &[Piece], is_run: bool) -> TokenStream {
        if is_run {
            let locals = parts.iter().map(|part| &part.local);
            let values = locals.clone();
            return quote!(if let tl::Some((#(#locals),*)) = &self.#field { out.run((#(*#values),*)); });
        }
        let locals = parts.iter().map(|part| binding(&part.codec, &part.local));
        let writes = parts.iter().enumerate().map(|(at, part)| {
            let value = write(&part.codec, &Operand::reference(&part.local), self.checks);
            self.within(field, at, &part.codec, value)
        });
        quote!(if let tl::Some((#(#locals),*)) = &self.#field { #(#writes)* })
    }

    /// Writes all values of a bit that are the fields of a record.
    fn record(&self, field: &Name, parts: &[Piece], members: &[Name]) -> TokenStream {
        let writes = parts.iter().zip(members).enumerate().map(|(at, (part, member))| {
            let value = write(&part.codec, &Operand::member(member), self.checks);
            self.within(field, at, &part.codec, value)
        });
        let writes: TokenStream = writes.collect();
        if parts.iter().all(|part| part.codec.is_constant()) {
            quote!(if self.#field.is_some() { #writes })
        } else {
            quote!(if let tl::Some(value) = &self.#field { #writes })
        }
    }

    /// Writes one of the values of a bit.
    fn apart(&self, field: &Name, of: usize, index: usize, part: &Piece) -> TokenStream {
        let name = quote!(value);
        let value = write(&part.codec, &Operand::reference(&name), self.checks);
        let value = self.within(field, index, &part.codec, value);
        let pattern = binding(&part.codec, &name);
        let places = (0..of).map(|at| if at == index { pattern.clone() } else { quote!(_) });
        quote!(if let tl::Some((#(#places),*)) = &self.#field { #value })
    }

    /// Writes one field of an optional record.
    fn member(&self, field: &Name, member: &Name, part: &Piece, at: usize) -> TokenStream {
        let value = write(&part.codec, &Operand::member(member), self.checks);
        let value = self.within(field, at, &part.codec, value);
        if part.codec.is_constant() {
            quote!(if self.#field.is_some() { #value })
        } else {
            quote!(if let tl::Some(value) = &self.#field { #value })
        }
    }

    /// Wraps the encoding of a field so that a disagreement reports the field's name.
    fn within(&self, field: &Name, at: usize, codec: &Codec, value: TokenStream) -> TokenStream {
        match codec {
            _ if self.checks == Checks::None || value.is_empty() => value,
            Codec::Scalar(_) | Codec::Text(_) => value,
            _ => self.inside(field, at, &value),
        }
    }

    /// Wraps the encoding of a field that may disagree.
    fn inside(&self, field: &Name, at: usize, value: &TokenStream) -> TokenStream {
        let holds = |it: &&Field| it.name == *field;
        let names = self.item.fields.iter().find(holds).map(|it| &it.tl_names);
        let name = names.and_then(|names| names.get(at)).map_or(field.as_str(), String::as_str);
        named(name, value)
    }
}

/// Wraps an encoding so that a disagreement reports this name of the schema.
fn named(name: &str, value: &TokenStream) -> TokenStream {
    quote!(out.within(#name, |out| { #value });)
}

/// A statement that checks the presence of a field against its bit.
fn presence(field: &Name, bit: &Bit) -> TokenStream {
    expect_bit(bit, &quote!(self.#field.is_some()))
}

fn expect_bit(Bit { word, bit }: &Bit, is_there: &TokenStream) -> TokenStream {
    let bit = Literal::u8_unsuffixed(*bit);
    quote!(out.expect_bit(#word, #bit, #is_there);)
}

/// Writes one column of a vector of tuples.
fn column(field: &Name, of: usize, index: usize, part: &Piece, checks: Checks) -> TokenStream {
    let name = quote!(value);
    let value = write(&part.codec, &Operand::reference(&name), checks);
    if value.is_empty() {
        return value;
    }
    let pattern = binding(&part.codec, &name);
    let places = (0..of).map(|at| if at == index { pattern.clone() } else { quote!(_) });
    let write = quote!(|out, (#(#places),*)| { #value });
    match checks {
        Checks::None => quote!(out.repeat_with(&self.#field, #write);),
        Checks::Parts => quote!(out.repeat_within(&self.#field, #write);),
    }
}
