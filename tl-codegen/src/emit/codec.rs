//! Expressions that read and write single values.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::plan::model::{
    codec::{Amount, Codec, VectorForm},
    memory::Memory,
    wire::Bit,
};

/// A value to write, as an expression for the value and one for a reference to it.
pub(super) struct Operand {
    pub(super) value: TokenStream,
    pub(super) borrowed: TokenStream,
}

impl Operand {
    /// A field of `self`.
    pub(super) fn field(name: &impl quote::ToTokens) -> Self {
        Self { value: quote!(self.#name), borrowed: quote!(&self.#name) }
    }

    /// A field of the struct that the variable `value` refers to.
    pub(super) fn member(name: &impl quote::ToTokens) -> Self {
        Self { value: quote!(value.#name), borrowed: quote!(&value.#name) }
    }

    /// Dereferences the pointer that the value is.
    pub(super) fn behind(&self) -> Self {
        let value = &self.value;
        Self { value: quote!(*#value), borrowed: quote!(&*#value) }
    }

    /// A variable that holds a reference.
    pub(super) fn reference(name: &impl quote::ToTokens) -> Self {
        Self { value: quote!(*#name), borrowed: quote!(#name) }
    }
}

/// An expression that reads a value from `reader`.
pub(super) fn read(codec: &Codec) -> TokenStream {
    match codec {
        Codec::Scalar(scalar) => {
            let method = ident(scalar.method());
            quote!(reader.#method())
        }
        Codec::Text(text) => {
            let method = ident(text.method());
            quote!(reader.#method())
        }
        Codec::Natural | Codec::Within => quote!(reader.read()),
        Codec::Delimited => quote!(reader.object_before::<Schema, _>()),
        Codec::Bare => quote!(tl::DecodeBare::decode_bare(reader)),
        Codec::With { is_bare, numbers } => {
            let read = if *is_bare {
                quote!(tl::DecodeBareWith::decode_bare_with)
            } else {
                quote!(tl::DecodeWith::decode_with)
            };
            let (lets, numbers) = amounts(numbers, &quote!(reader));
            in_block(lets, &quote!(#read(reader, #numbers)))
        }
        Codec::Nothing => quote!(()),
        Codec::Predefined { id, name, inner } => {
            let (id, inner) = (super::hex(*id), element_reader(inner));
            quote!(reader.with_id(#id, #name, #inner))
        }
        Codec::Boxed(inner, memory) if matches!(**inner, Codec::With { .. }) => {
            let (method, read) = (method(*memory, "boxed_with"), element_reader(inner));
            quote!(reader.#method(#read))
        }
        Codec::Boxed(inner, memory) => {
            let name = if **inner == Codec::Bare { "boxed" } else { "boxed_value" };
            let method = method(*memory, name);
            quote!(reader.#method())
        }
        Codec::Array { element } => {
            let element = element_reader(element);
            quote!(reader.array_with(#element))
        }
        Codec::Repeat { times, min_len, element, memory, .. } => {
            let (lets, times) = amount(times, &quote!(reader));
            in_block(lets, &repeat(&times, *min_len, element, *memory))
        }
        Codec::Vector { form, memory } => {
            let method = method(*memory, vector_method(*form));
            quote!(reader.#method())
        }
        Codec::VectorWith { form, min_len, element, memory } => {
            let method = method(*memory, with_method(*form));
            let (min_len, element) = (Literal::u32_unsuffixed(*min_len), element_reader(element));
            quote!(reader.#method(#min_len, #element))
        }
    }
}

/// An expression that reads `times` values.
pub(super) fn repeat(
    times: &TokenStream,
    min_len: u32,
    element: &Codec,
    memory: Memory,
) -> TokenStream {
    if element.is_natural() {
        let method = method(memory, "repeat");
        return quote!(reader.#method(#times));
    }
    let (min_len, element) = (Literal::u32_unsuffixed(min_len), element_reader(element));
    let method = method(memory, "repeat_with");
    quote!(reader.#method(#times, #min_len, #element))
}

/// Returns the expression for a number, and a statement that must precede it: a sum may overflow, which `io`,
/// the reader or the writer, reports.
fn amount(amount: &Amount, io: &TokenStream) -> (Option<TokenStream>, TokenStream) {
    let plus = Literal::u32_unsuffixed(amount.plus);
    match (&amount.var, amount.plus) {
        (None, _) => (None, quote!(#plus)),
        (Some(var), 0) => (None, quote!(#var)),
        (Some(var), _) => (Some(quote!(let times = #io.sum(#var, #plus);)), quote!(times)),
    }
}

/// Returns numbers as an array, and a statement that must precede it.
fn amounts(amounts: &[Amount], io: &TokenStream) -> (Option<TokenStream>, TokenStream) {
    let plain = |Amount { var, plus }: &Amount| {
        let plus_literal = Literal::u32_unsuffixed(*plus);
        match (var, plus) {
            (None, _) => quote!(#plus_literal),
            (Some(var), 0) => quote!(#var),
            (Some(var), _) => quote!(#io.sum(#var, #plus_literal)),
        }
    };
    let all = amounts.iter().map(plain);
    let all = quote!([#(#all),*]);
    if amounts.iter().any(|amount| amount.var.is_some() && amount.plus > 0) {
        (Some(quote!(let numbers = #all;)), quote!(numbers))
    } else {
        (None, all)
    }
}

/// Puts an expression into a block if a statement must precede it.
fn in_block(before: Option<TokenStream>, value: &TokenStream) -> TokenStream {
    match before {
        None => value.clone(),
        Some(before) => quote!({ #before #value }),
    }
}

/// An expression that reads a value behind a bit, as an `Option`.
pub(super) fn read_optional(codec: &Codec, bit: &Bit) -> TokenStream {
    let (word, number) = (&bit.word, Literal::u8_unsuffixed(bit.bit));
    if codec.is_natural() {
        quote!(reader.optional(#word, #number))
    } else {
        let read = element_reader(codec);
        quote!(reader.optional_with(#word, #number, #read))
    }
}

/// A function that reads an element; if there is a named function, its path is used, as clippy demands.
pub(super) fn element_reader(codec: &Codec) -> TokenStream {
    match codec {
        Codec::Scalar(scalar) => {
            let method = ident(scalar.method());
            quote!(tl::Reader::#method)
        }
        Codec::Text(text) => {
            let method = ident(text.method());
            quote!(tl::Reader::#method)
        }
        Codec::Natural | Codec::Within => quote!(tl::Reader::read),
        Codec::Delimited => quote!(tl::Reader::object_before::<Schema, _>),
        Codec::Bare => quote!(tl::DecodeBare::decode_bare),
        Codec::Vector { form: VectorForm::Bare, memory } => {
            let method = method(*memory, "bare_vector");
            quote!(tl::Reader::#method)
        }
        Codec::Boxed(inner, memory) if **inner == Codec::Bare => {
            let method = method(*memory, "boxed");
            quote!(tl::Reader::#method)
        }
        Codec::Boxed(inner, memory) if **inner == Codec::Within => {
            let method = method(*memory, "boxed_value");
            quote!(tl::Reader::#method)
        }
        Codec::Nothing => quote!(|_| ()),
        _ => {
            let value = read(codec);
            quote!(|reader| #value)
        }
    }
}

/// A statement that writes a value to `out`.
pub(super) fn write(codec: &Codec, operand: &Operand, checks: Checks) -> TokenStream {
    let Operand { value, borrowed } = operand;
    match codec {
        Codec::Scalar(scalar) => {
            let method = ident(scalar.method());
            quote!(out.#method(#value);)
        }
        Codec::Text(text) => {
            let method = ident(text.method());
            quote!(out.#method(#borrowed);)
        }
        Codec::Natural | Codec::Delimited => quote!(out.value(#borrowed);),
        Codec::Within => quote!(out.value(&*#value);),
        Codec::Bare => quote!(tl::EncodeBare::encode_bare(#borrowed, out);),
        Codec::With { is_bare, numbers } => {
            let write = if *is_bare {
                quote!(tl::EncodeBareWith::encode_bare_with)
            } else {
                quote!(tl::EncodeWith::encode_with)
            };
            let (lets, numbers) = amounts(numbers, &quote!(out));
            quote!(#lets #write(#borrowed, out, #numbers);)
        }
        Codec::Nothing => TokenStream::new(),
        Codec::Predefined { id, inner, .. } => {
            let (id, inner) = (super::hex(*id), write(inner, operand, checks));
            quote!(out.id(#id); #inner)
        }
        Codec::Boxed(inner, _) if matches!(**inner, Codec::With { .. }) => {
            write(inner, &operand.behind(), checks)
        }
        // The runtime's traits do not see through the box, so `inner` decides.
        Codec::Boxed(inner, _) => write(inner, operand, checks),
        Codec::Repeat { times, is_ruled: true, element, .. } => {
            let (lets, times) = amount(times, &quote!(out));
            let items = items(element, operand, checks);
            quote!(#lets out.expect_count(#times, #borrowed); #items)
        }
        Codec::Array { element } | Codec::Repeat { element, .. } => items(element, operand, checks),
        Codec::Vector { form, .. } => {
            let method = ident(vector_method(*form));
            quote!(out.#method(#borrowed);)
        }
        Codec::VectorWith { form, element, .. } if checks == Checks::Parts => {
            let id = (*form == VectorForm::Boxed).then(|| quote!(out.id(tl::VECTOR);));
            let items = items(element, operand, checks);
            quote!(#id out.nat(tl::count(#borrowed)); #items)
        }
        Codec::VectorWith { form, element, .. } => {
            let method = ident(with_method(*form));
            let element = element_writer(element, checks);
            quote!(out.#method(#borrowed, #element);)
        }
    }
}

/// Whether parts of a value may disagree, so that the writer tracks which part it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Checks {
    /// They cannot disagree.
    None,
    /// They may disagree.
    Parts,
}

/// A statement that writes items one after another.
fn items(element: &Codec, operand: &Operand, checks: Checks) -> TokenStream {
    let borrowed = &operand.borrowed;
    if element.is_natural() {
        return quote!(out.repeat(#borrowed););
    }
    let write = element_writer(element, checks);
    match checks {
        Checks::None => quote!(out.repeat_with(#borrowed, #write);),
        Checks::Parts => quote!(out.repeat_within(#borrowed, #write);),
    }
}

/// A function that writes an element.
pub(super) fn element_writer(codec: &Codec, checks: Checks) -> TokenStream {
    let value = quote!(value);
    let (pattern, body) =
        (binding(codec, &value), write(codec, &Operand::reference(&value), checks));
    let out = if body.is_empty() { quote!(_) } else { quote!(out) };
    quote!(|#out, #pattern| { #body })
}

/// The pattern that binds a value that `codec` writes; it binds nothing if the value is not used.
pub(super) fn binding(codec: &Codec, name: &impl quote::ToTokens) -> TokenStream {
    if codec.is_constant() { quote!(()) } else { quote!(#name) }
}

fn vector_method(form: VectorForm) -> &'static str {
    match form {
        VectorForm::Boxed => "vector",
        VectorForm::Bare => "bare_vector",
    }
}

fn with_method(form: VectorForm) -> &'static str {
    match form {
        VectorForm::Boxed => "vector_with",
        VectorForm::Bare => "bare_vector_with",
    }
}

/// The name of a reader's method that reads into this memory.
pub(super) fn method(memory: Memory, name: &str) -> Ident {
    match memory {
        Memory::Heap => ident(name),
        Memory::Arena => ident(&format!("arena_{name}")),
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
