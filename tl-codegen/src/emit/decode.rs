//! Decoding of structs.

use std::collections::BTreeMap;

use super::{
    codec::{read, read_optional, repeat},
    known, types,
};
use crate::plan::model::{
    item::{Field, Struct},
    rust::Name,
    wire::{Assembly, Bit, Number, Record, Rest, Step},
};
use crate::tokens::{Tokens, quote};

/// The body of `decode_bare`.
pub(super) fn body(item: &Struct) -> Tokens {
    let (reads, value) = match item.assembly {
        Assembly::Literal => literal(item),
        Assembly::Locals => locals(item),
    };
    let value = checked(item, value);
    let is_read = item.wire.iter().any(Step::is_read);
    let given = item.read_by.names().filter(|_| is_read);
    let given = given.map(|number| quote!(let #number = reader.given(#number);));
    let body = quote!(#(#given)* #reads #value);
    let body = if item.nested { quote!(reader.nested(|reader| { #body })) } else { body };
    let sizeless = item.is_sizeless.then(|| quote!(reader.sizeless();));
    quote!(#sizeless #body)
}

/// Adds the checks of strict options that values agree with numbers on which nothing depends.
fn checked(item: &Struct, value: Tokens) -> Tokens {
    let numbers = item.wire.iter().filter_map(|step| match step {
        Step::Number(number) if number.unsure != 0 => Some(number),
        _ => None,
    });
    let checks: Vec<Tokens> = numbers
        .map(|number| {
            let (local, unsure) = (&number.local, super::bits(number.unsure));
            let known = known::of_number(item, number).replaced("self", &quote!(value));
            quote!(reader.expect_used(#local, #unsure, || #known);)
        })
        .collect();
    // In the order of a walk, which closes the last opened part first.
    let checks = checks.iter().rev();
    if checks.len() == 0 { value } else { quote!(let value = #value; #(#checks)* value) }
}

/// Reads the numbers first, then builds the struct with each field read in place.
fn literal(item: &Struct) -> (Tokens, Tokens) {
    let numbers = item.wire.iter().filter_map(|step| match step {
        Step::Number(part) => Some(number(part)),
        _ => None,
    });
    let fields = item.wire.iter().filter_map(|step| {
        let (field, value) = match step {
            Step::Number(number) => kept(number)?,
            step => value(step).map(|(field, _, value)| (field, value))?,
        };
        Some(field_is(field, &value))
    });
    (quote!(#(#numbers)*), quote!(Self { #(#fields),* }))
}

/// Reads everything into variables first, in the order of the wire.
fn locals(item: &Struct) -> (Tokens, Tokens) {
    let (mut reads, mut values) = (Tokens::new(), BTreeMap::new());
    for step in &item.wire {
        match step {
            Step::Number(part) => {
                reads.extend(number(part));
                values.extend(kept(part));
            }
            Step::Apart { bit, part, .. } => {
                let (local, value) = (&part.local, read_optional(&part.codec, bit));
                reads.extend(quote!(let #local = #value;));
            }
            Step::Column { count, part, min_len, .. } => {
                let (local, value) = (&part.local, repeat(&quote!(#count), *min_len, &part.codec));
                reads.extend(quote!(let #local = #value;));
            }
            step => {
                if let Some((field, local, value)) = value(step) {
                    reads.extend(quote!(let #local = #value;));
                    values.insert(field, quote!(#local));
                }
            }
        }
    }
    // In the order of the struct, which differs from the wire's if a tuple ends after other fields.
    let fields =
        item.fields.iter().filter_map(|Field { name, .. }| Some(field_is(name, values.get(name)?)));
    (reads, quote!(Self { #(#fields),* }))
}

/// `field: value`, or the shorthand.
fn field_is(field: &Name, value: &Tokens) -> Tokens {
    if value.as_str().trim_end() == field.as_str() {
        quote!(#field)
    } else {
        quote!(#field: #value)
    }
}

fn number(number: &Number) -> Tokens {
    let local = &number.local;
    let known = super::bits(number.known);
    let is_whole = number.known == u32::MAX;
    let value = match (&number.bit, is_whole) {
        (None, false) => quote!(reader.flags(#known)),
        (None, true) => quote!(reader.nat()),
        (Some(Bit { word, bit }), is_whole) => {
            let bit = Tokens::word(*bit);
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
fn kept(number: &Number) -> Option<(&Name, Tokens)> {
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
fn value(step: &Step) -> Option<(&Name, &Name, Tokens)> {
    match step {
        Step::Number(_) | Step::Apart { .. } | Step::Column { .. } => None,
        Step::Required { field, local, codec } => Some((field, local, read(codec))),
        Step::Flag { field, local, bit, .. } => Some((field, local, is_set(bit))),
        Step::Optional { field, local, bit, codec, .. } => {
            Some((field, local, read_optional(codec, bit)))
        }
        Step::Group { field, local, bit, parts, record, .. } => {
            let (word, bit) = (&bit.word, Tokens::word(bit.bit));
            let parts = together(parts.iter().map(|part| read(&part.codec)), record.as_deref());
            let value = quote!(reader.optional_with(#word, #bit, |reader| #parts));
            Some((field, local, value))
        }
        Step::Join { field, local, parts, record } => {
            Some((field, local, join(parts, record.as_deref())))
        }
        Step::Zip { field, local, parts } => Some((field, local, zip(parts))),
    }
}

fn is_set(bit: &Bit) -> Tokens {
    let (word, bit) = (&bit.word, Tokens::word(bit.bit));
    quote!(tl::bit(#word, #bit))
}

fn join(parts: &[Name], record: Option<&Record>) -> Tokens {
    let whole = together(parts.iter().map(|part| quote!(#part)), record);
    quote! {
        match (#(#parts),*) {
            (#(tl::Some(#parts)),*) => tl::Some(#whole),
            _ => tl::None,
        }
    }
}

/// Combines values into a tuple, or into a record.
fn together(parts: impl Iterator<Item = Tokens>, record: Option<&Record>) -> Tokens {
    let Some(record) = record else { return quote!((#(#parts),*)) };
    let (path, fields) = (types::bare_path(&record.path), record.fields.iter().zip(parts));
    let fields = fields.map(|(field, value)| field_is(field, &value));
    quote!({
        let record = #path { #(#fields),* };
        reader.record(record)
    })
}

/// Zips vectors of equal length into one vector of tuples.
fn zip(parts: &[Name]) -> Tokens {
    let (first, others) = (&parts[0], &parts[1..]);
    let mut row = quote!(#first);
    for other in others {
        row = quote!((#row, #other));
    }
    // A zip of two vectors already yields tuples.
    let flat = (others.len() > 1).then(|| quote!(.map(|#row| (#(#parts),*))));
    quote!(reader.rows(#first.into_iter() #(.zip(#others))* #flat))
}
