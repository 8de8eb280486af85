//! Decoding of structs.

use std::collections::BTreeMap;

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::quote;

use super::{
    codec::{method, read, read_optional, repeat},
    known, types,
};
use crate::pieces;
use crate::plan::model::{
    item::{Field, Struct},
    memory::Memory,
    rust::Name,
    wire::{Assembly, Bit, Number, Record, Rest, Step},
};

/// The lists of parts of `decode_bare`.
const READS: usize = 0;
const FIELDS: usize = 1;
const CHECKS: usize = 2;

/// The marks between the parts of each list.
pub(super) fn marks() -> [TokenStream; 3] {
    let field = pieces::wide_mark();
    [quote!(__cut! {}), quote!(#field: (),), quote!(__cut! {})]
}

/// The parts of `decode_bare`, each with its list: statements that read, fields of the value, and checks.
pub(super) fn parts(item: &Struct) -> impl Iterator<Item = (usize, TokenStream)> {
    let is_read = item.wire.iter().any(Step::is_read);
    let given = item.read_by.names().filter(move |_| is_read);
    let given = given.map(|number| quote!(let #number = reader.given(#number);));
    let (literal, locals) = match item.assembly {
        Assembly::Literal => (Some(literal(item)), None),
        Assembly::Locals => (None, Some(locals(item))),
    };
    let parts = literal.into_iter().flatten().chain(locals.into_iter().flatten());
    let checks = checks(item).map(|check| (CHECKS, check));
    given.map(|read| (READS, read)).chain(parts).chain(checks)
}

/// The body of `decode_bare` around some of its parts.
pub(super) fn body(item: &Struct, [reads, fields, checks]: &[TokenStream; 3]) -> TokenStream {
    let value = quote!(Self { #fields });
    let is_checked = self::checks(item).next().is_some();
    let value = if is_checked { quote!(let value = #value; #checks value) } else { value };
    let body = quote!(#reads #value);
    let body = if item.nested { quote!(reader.nested(|reader| { #body })) } else { body };
    let sizeless = item.is_sizeless.then(|| quote!(reader.sizeless();));
    quote!(#sizeless #body)
}

/// The checks of strict options that values agree with numbers on which nothing depends.
///
/// They are in the order of a walk, which closes the last opened part first.
fn checks(item: &Struct) -> impl Iterator<Item = TokenStream> {
    let numbers = item.wire.iter().rev().filter_map(|step| match step {
        Step::Number(number) if number.unsure != 0 => Some(number),
        _ => None,
    });
    numbers.map(|number| {
        let (local, unsure) = (&number.local, super::literal(&format!("{:#x}", number.unsure)));
        let known = of(&quote!(value), known::of_number(item, number));
        quote!(reader.expect_used(#local, #unsure, || #known);)
    })
}

/// Replaces `self` by another value.
fn of(value: &TokenStream, tokens: TokenStream) -> TokenStream {
    let of_tree = |tree: TokenTree| match tree {
        TokenTree::Ident(ident) if ident == "self" => value.clone(),
        TokenTree::Group(group) => {
            let group = Group::new(group.delimiter(), of(value, group.stream()));
            TokenTree::from(group).into()
        }
        tree => tree.into(),
    };
    tokens.into_iter().flat_map(of_tree).collect()
}

/// Reads the numbers first, then builds the struct with each field read in place.
fn literal(item: &Struct) -> impl Iterator<Item = (usize, TokenStream)> {
    let numbers = item.wire.iter().filter_map(|step| match step {
        Step::Number(part) => Some((READS, number(part))),
        _ => None,
    });
    let fields = item.wire.iter().filter_map(|step| {
        let (field, value) = match step {
            Step::Number(number) => kept(number)?,
            step => value(step, item.memory).map(|(field, _, value)| (field, value))?,
        };
        Some((FIELDS, field_is(field, &value)))
    });
    numbers.chain(fields)
}

/// Reads everything into variables first, in the order of the wire.
fn locals(item: &Struct) -> impl Iterator<Item = (usize, TokenStream)> {
    let reads = item.wire.iter().filter_map(|step| match step {
        Step::Number(part) => Some((READS, number(part))),
        Step::Apart { bit, part, .. } => {
            let (local, value) = (&part.local, read_optional(&part.codec, bit));
            Some((READS, quote!(let #local = #value;)))
        }
        Step::Column { count, part, min_len, .. } => {
            let value = repeat(&quote!(#count), *min_len, &part.codec, item.memory);
            let local = &part.local;
            Some((READS, quote!(let #local = #value;)))
        }
        step => {
            value(step, item.memory).map(|(_, local, value)| (READS, quote!(let #local = #value;)))
        }
    });
    let filled = item.wire.iter().filter_map(|step| filled(step, item.memory));
    let values: BTreeMap<&Name, TokenStream> = filled.collect();
    // In the order of the struct, which differs from the wire's if a tuple ends after other fields.
    let fields = item
        .fields
        .iter()
        .filter_map(move |Field { name, .. }| Some((FIELDS, field_is(name, values.get(name)?))));
    reads.chain(fields)
}

/// The field that a step fills, and its value in variables.
fn filled(step: &Step, memory: Memory) -> Option<(&Name, TokenStream)> {
    match step {
        Step::Number(number) => kept(number),
        step => value(step, memory).map(|(field, local, _)| (field, quote!(#local))),
    }
}

/// `field: value,` or the shorthand.
fn field_is(field: &Name, value: &TokenStream) -> TokenStream {
    if value.to_string() == field.as_str() { quote!(#field,) } else { quote!(#field: #value,) }
}

fn number(number: &Number) -> TokenStream {
    let local = &number.local;
    let known = super::literal(&format!("{:#x}", number.known));
    let is_whole = number.known == u32::MAX;
    let value = match (&number.bit, is_whole) {
        (None, false) => quote!(reader.flags(#known)),
        (None, true) => quote!(reader.nat()),
        (Some(Bit { word, bit }), is_whole) => {
            let bit = Literal::u8_unsuffixed(*bit);
            if is_whole {
                quote!(reader.optional_nat(#word, #bit))
            } else {
                quote!(reader.optional_flags(#word, #bit, #known))
            }
        }
    };
    if number.is_read { quote!(let #local = #value;) } else { quote!(_ = #value;) }
}

/// The field that keeps the undetermined part of a number, and its value.
fn kept(number: &Number) -> Option<(&Name, TokenStream)> {
    let local = &number.local;
    match (&number.rest, &number.bit) {
        (Rest::None, _) => None,
        (Rest::Bits(field, _), _) => {
            Some((field, quote!(tl::FreeBits::from_bits_truncate(#local))))
        }
        (Rest::All(field), None) => Some((field, quote!(#local))),
        (Rest::All(field), Some(bit)) => {
            let is_set = is_set(bit);
            Some((field, quote!(#is_set.then_some(#local))))
        }
    }
}

/// The field that a step fills, its variable, and the expression that reads it.
fn value(step: &Step, memory: Memory) -> Option<(&Name, &Name, TokenStream)> {
    match step {
        Step::Number(_) | Step::Apart { .. } | Step::Column { .. } => None,
        Step::Required { field, local, codec } => Some((field, local, read(codec))),
        Step::Flag { field, local, bit, .. } => Some((field, local, is_set(bit))),
        Step::Optional { field, local, bit, codec, .. } => {
            Some((field, local, read_optional(codec, bit)))
        }
        Step::Group { field, local, bit, parts, record, .. } => {
            let (word, bit) = (&bit.word, Literal::u8_unsuffixed(bit.bit));
            let parts = together(parts.iter().map(|part| read(&part.codec)), record.as_deref());
            let value = quote!(reader.optional_with(#word, #bit, |reader| #parts));
            Some((field, local, value))
        }
        Step::Join { field, local, parts, record } => {
            Some((field, local, join(parts, record.as_deref())))
        }
        Step::Zip { field, local, parts } => Some((field, local, zip(parts, memory))),
    }
}

fn is_set(bit: &Bit) -> TokenStream {
    let (word, bit) = (&bit.word, Literal::u8_unsuffixed(bit.bit));
    quote!(tl::bit(#word, #bit))
}

fn join(parts: &[Name], record: Option<&Record>) -> TokenStream {
    let whole = together(parts.iter().map(|part| quote!(#part)), record);
    quote! {
        match (#(#parts),*) {
            (#(tl::Some(#parts)),*) => tl::Some(#whole),
            _ => tl::None,
        }
    }
}

/// Combines values into a tuple, or into a record.
fn together(parts: impl Iterator<Item = TokenStream>, record: Option<&Record>) -> TokenStream {
    let Some(record) = record else { return quote!((#(#parts),*)) };
    let (path, fields) = (types::bare_path(&record.path), record.fields.iter().zip(parts));
    let fields = fields.map(|(field, value)| field_is(field, &value));
    let method = method(record.memory, "record");
    quote!({
        let record = #path { #(#fields)* };
        reader.#method(record)
    })
}

/// Zips vectors of equal length into one vector of tuples.
fn zip(parts: &[Name], memory: Memory) -> TokenStream {
    let (first, others) = (&parts[0], &parts[1..]);
    let mut row = quote!(#first);
    for other in others {
        row = quote!((#row, #other));
    }
    // A zip of two vectors already yields tuples.
    let flat = (others.len() > 1).then(|| quote!(.map(|#row| (#(#parts),*))));
    let method = method(memory, "rows");
    match memory {
        Memory::Heap => quote!(reader.#method(#first.into_iter() #(.zip(#others))* #flat)),
        Memory::Arena => quote! {
            reader.#method(#first.iter().copied() #(.zip(#others.iter().copied()))* #flat)
        },
    }
}
