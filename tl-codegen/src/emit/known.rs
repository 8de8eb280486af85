//! Numbers, computed from the parts of a struct that determine them.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::codec::Operand;
use crate::plan::model::{
    codec::Amount,
    item::{NumberParam, Struct},
    rust::Name,
    telling::{Holder, Telling, Tells},
    wire::{Number, Presence, Rest, Step},
};

/// Computes a number of a struct.
pub(super) fn value(number: &Number) -> TokenStream {
    if let Some(vector) = &number.length_of {
        return quote!(tl::count(&self.#vector));
    }
    let rest = match &number.rest {
        Rest::None => None,
        Rest::Bits(field, _) => Some(quote!(self.#field.bits())),
        Rest::All(field) if number.bit.is_some() => Some(quote!(self.#field.unwrap_or(0))),
        Rest::All(field) => Some(quote!(self.#field)),
    };
    let known = match (number.bits.is_empty(), number.tells.is_empty()) {
        (true, true) => None,
        (false, true) => {
            let bits = bits(&number.bits);
            Some(quote!(tl::flags(#bits)))
        }
        (_, false) => {
            let known = known(&number.bits, None, &number.tells);
            Some(quote!(#known.number()))
        }
    };
    match (known, rest) {
        (Some(known), Some(rest)) => quote!(#known | #rest),
        (Some(value), None) | (None, Some(value)) => value,
        (None, None) => quote!(0),
    }
}

/// Returns what a struct determines of one of its numbers.
pub(super) fn of_number(item: &Struct, number: &Number) -> TokenStream {
    let presences = number.bits.iter().flat_map(|(_, presence)| numbers_of(presence));
    let lets = lets(item, presences.cloned().collect());
    let known = known(&number.bits, number.length_of.as_ref(), &number.tells);
    if lets.is_empty() { known } else { quote!({ #lets #known }) }
}

/// Returns what a struct determines of the number parameter at index `number`.
pub(super) fn of_params(item: &Struct) -> TokenStream {
    let all = item.numbers.iter().map(|param: &NumberParam| {
        let presences = param.bits.iter().map(|(_, presence)| presence);
        let lets = lets(item, presences.flat_map(numbers_of).cloned().collect());
        let known = known(&param.bits, param.length_of.as_ref(), &param.tells);
        if lets.is_empty() { known } else { quote!({ #lets #known }) }
    });
    let mut all: Vec<TokenStream> = all.collect();
    if all.len() == 1 {
        return all.remove(0);
    }
    let places = (0..all.len()).map(Literal::usize_unsuffixed);
    quote! {
        match number {
            #(#places => #all,)*
            _ => tl::Known::NOTHING,
        }
    }
}

/// Returns numbers of a struct with their written values.
pub(super) fn wanted(item: &Struct, wanted: &[Amount]) -> TokenStream {
    let lets = lets(item, wanted.iter().filter_map(|it| it.var.clone()).collect());
    let wanted = wanted.iter().map(|Amount { var, plus }| {
        let plus_literal = Literal::u32_unsuffixed(*plus);
        match (var, plus) {
            (None, _) => quote!(#plus_literal),
            (Some(var), 0) => quote!(#var),
            (Some(var), _) => quote!(#var.saturating_add(#plus_literal)),
        }
    });
    quote!(#lets [#(#wanted),*])
}

/// Declares variables for all numbers of a struct, last one first, since the presence of a number depends on
/// the numbers behind its bits.
pub(super) fn all_lets(item: &Struct) -> TokenStream {
    let numbers = item.wire.iter().filter_map(number);
    lets(item, numbers.map(|number| number.local.clone()).collect())
}

fn number(step: &Step) -> Option<&Number> {
    match step {
        Step::Number(number) => Some(number),
        _ => None,
    }
}

fn lets(item: &Struct, mut needed: BTreeSet<Name>) -> TokenStream {
    let mut lets = Vec::new();
    // Collects the needed numbers from the front: a number depends only on later ones.
    for number in item.wire.iter().filter_map(number) {
        if needed.contains(&number.local) {
            let more = number.bits.iter().flat_map(|(_, presence)| numbers_of(presence));
            needed.extend(more.cloned());
            let (local, value) = (&number.local, value(number));
            lets.push(quote!(let #local = #value;));
        }
    }
    lets.into_iter().rev().collect()
}

fn numbers_of(presence: &Presence) -> Vec<&Name> {
    match presence {
        Presence::Flag(_) | Presence::Some(_) => Vec::new(),
        Presence::Number(number) => vec![number],
        Presence::Any(all) => all.iter().flat_map(numbers_of).collect(),
    }
}

/// Returns whether a bit is set.
pub(super) fn is_there(presence: &Presence) -> TokenStream {
    match presence {
        Presence::Flag(field) => quote!(self.#field),
        Presence::Some(field) => quote!(self.#field.is_some()),
        Presence::Number(number) => quote!(#number != 0),
        Presence::Any(all) => {
            let all = all.iter().map(is_there);
            quote!(#(#all)||*)
        }
    }
}

fn bits<'a>(bits: impl IntoIterator<Item = &'a (u8, Presence)>) -> TokenStream {
    let bits = bits.into_iter().map(|(bit, presence)| {
        let (value, bit) = (is_there(presence), Literal::u8_unsuffixed(*bit));
        quote!((#value, #bit))
    });
    quote!([#(#bits),*])
}

/// Returns what is known of a number.
fn known(determined: &[(u8, Presence)], length_of: Option<&Name>, tells: &[Tells]) -> TokenStream {
    let length = length_of.map(|vector| quote!(tl::Known::len(&self.#vector)));
    let is_lone = |(_, presence): &&(u8, Presence)| presence.is_of_numbers();
    let (lone, others): (Vec<_>, Vec<_>) = determined.iter().partition(is_lone);
    let others = (!others.is_empty()).then(|| {
        let bits = bits(others);
        quote!(tl::Known::bits(#bits))
    });
    // A number that is 0 does not determine its bit.
    let lone = (!lone.is_empty()).then(|| {
        let bits = bits(lone);
        quote!(tl::Known::set(#bits))
    });
    let tells = tells.iter().map(tells_of);
    together(length.into_iter().chain(others).chain(lone).chain(tells))
}

/// Combines parts; the first that determines a bit wins.
fn together(mut all: impl Iterator<Item = TokenStream>) -> TokenStream {
    let Some(first) = all.next() else { return quote!(tl::Known::NOTHING) };
    quote!(#first #(.or(|| #all))*)
}

fn tells_of(tells: &Tells) -> TokenStream {
    let name = quote!(value);
    let value = || says(&tells.telling, &Operand::reference(&name));
    match &tells.holder {
        Holder::Field(field) => says(&tells.telling, &Operand::field(field)),
        Holder::Optional(field) => {
            let value = value();
            quote!(tl::Known::some(&self.#field, |value| #value))
        }
        Holder::Member(field, member) => {
            let value = says(&tells.telling, &Operand::member(member));
            quote!(tl::Known::some(&self.#field, |value| #value))
        }
        Holder::Grouped(field, of, at) => {
            let (value, pattern) = (value(), pattern(*of, *at));
            quote!(tl::Known::some(&self.#field, |#pattern| #value))
        }
        Holder::Column(field, of, at) => {
            let (value, pattern) = (value(), pattern(*of, *at));
            quote!(tl::Known::each(&self.#field, |#pattern| #value))
        }
    }
}

/// A pattern that binds one value of a tuple.
fn pattern(of: usize, at: usize) -> TokenStream {
    let places = (0..of).map(|place| if place == at { quote!(value) } else { quote!(_) });
    quote!((#(#places),*))
}

fn says(telling: &Telling, operand: &Operand) -> TokenStream {
    let Operand { borrowed, .. } = operand;
    match telling {
        Telling::Length { plus } => minus(&quote!(tl::Known::len(#borrowed)), *plus),
        Telling::Param { is_bare, of, index, plus } => {
            let (of, index) = (Literal::usize_unsuffixed(*of), Literal::usize_unsuffixed(*index));
            let value = if *is_bare {
                quote!(tl::EncodeBareWith::<#of>::known(#borrowed, #index))
            } else {
                quote!(tl::EncodeWith::<#of>::known(#borrowed, #index))
            };
            minus(&value, *plus)
        }
        Telling::Each(telling) => {
            let value = says(telling, &Operand::reference(&quote!(value)));
            quote!(tl::Known::each(#borrowed, |value| #value))
        }
        Telling::Boxed(telling) => says(telling, &operand.behind()),
        Telling::All(all) => together(all.iter().map(|telling| says(telling, operand))),
    }
}

fn minus(known: &TokenStream, plus: u32) -> TokenStream {
    let plus_literal = Literal::u32_unsuffixed(plus);
    if plus == 0 { known.clone() } else { quote!(#known.minus(#plus_literal)) }
}
