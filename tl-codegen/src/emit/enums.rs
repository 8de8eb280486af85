//! Enums: types with several constructors.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    attributes, codec::method, docs, generics::Generics, hex, members, traits, types::path,
};
use crate::pieces::{self, Print};
use crate::plan::model::{
    item::{Enum, EnumDefault, Payload, Variant},
    memory::Memory,
};

/// An enum and its impls.
pub(super) fn emit(item: &Enum, print: &mut Print<'_>) {
    declaration(item, print);
    print(guard(item).into());
    members::emit(item, print);
    print(default(item).unwrap_or_default().into());
    conversions(item, print);
    traits::clone(&item.name, generics(item), &item.cloning, print);
    print(traits::impls(&item.name, generics(item), item.traits, item.coding).into());
    write(item, print);
    read(item, print);
}

pub(super) fn generics(item: &Enum) -> Generics<'_> {
    Generics { borrows: item.borrows, params: &[] }
}

fn declaration(item: &Enum, print: &mut Print<'_>) {
    let (docs, attributes, name) = (docs(&item.docs), attributes(&item.attributes), &item.name);
    let life = generics(item).named();
    let variants = item.variants.iter().map(|variant| {
        let (docs, name) = (super::docs(&variant.docs), &variant.name);
        let attributes = super::attributes(&variant.attributes);
        let payload = match &variant.payload {
            Payload::Unit => TokenStream::new(),
            Payload::Inline(item) => {
                let path = path(item);
                quote!((#path))
            }
            Payload::Boxed(item, Memory::Heap) => {
                let path = path(item);
                quote!((tl::Box<#path>))
            }
            Payload::Boxed(item, Memory::Arena) => {
                let path = path(item);
                quote!((&'de #path))
            }
        };
        quote!(#docs #attributes #name #payload,)
    });
    let unknown = item.unknown.iter().map(|name| {
        let ty = match item.memory {
            Memory::Heap => quote!(tl::Unknown),
            Memory::Arena => quote!(tl::UnknownRef<'de>),
        };
        quote! {
            /// A value of another layer, kept as its bytes.
            #name(#ty),
        }
    });
    let variants = variants.chain(unknown);
    let derives = traits::derives(&item.cloning, item.traits, &item.derives);
    pieces::print(variants, &quote!(__cut,), print, |variants| {
        quote! {
            #docs
            #attributes
            #derives
            pub enum #name #life { #variants }
        }
    });
}

/// Asserts that the size planned for the enum holds.
fn guard(item: &Enum) -> TokenStream {
    let (name, limit) = (&item.name, Literal::u32_unsuffixed(item.size_limit));
    let life = generics(item).elided();
    quote!(const _: () = tl::assert_size::<#name #life>(#limit);)
}

/// Implements `Default` as the variant whose name says that it is empty.
fn default(item: &Enum) -> Option<TokenStream> {
    let (name, life) = (&item.name, generics(item).elided());
    let value = match item.default.as_ref()? {
        EnumDefault::Unit(variant) => quote!(Self::#variant),
        EnumDefault::Read => quote!(tl::zero()),
    };
    Some(quote! {
        impl tl::Default for #name #life {
            #[inline]
            fn default() -> Self { #value }
        }
    })
}

/// Implements `From` for all structs at once, by a trait that each implements, and `TryFrom` for each.
fn conversions(item: &Enum, print: &mut Print<'_>) {
    let Some(param) = &item.payload_param else { return };
    let (name, life) = (&item.name, generics(item).elided());
    let from = quote! {
        impl<#param: tl::Variant<Self>> tl::From<#param> for #name #life {
            #[inline]
            fn from(value: #param) -> Self { value.into_enum() }
        }
    };
    print(from.into());
    item.variants.iter().for_each(|variant| print(conversion(item, variant).into()));
}

fn conversion(item: &Enum, variant: &Variant) -> TokenStream {
    let (name, life) = (&item.name, generics(item).named());
    let (payload, value, refers) = match &variant.payload {
        Payload::Unit => return TokenStream::new(),
        Payload::Inline(payload) => (payload, quote!(self), None),
        Payload::Boxed(payload, Memory::Heap) => (payload, quote!(tl::Box::new(self)), None),
        Payload::Boxed(payload, Memory::Arena) => (payload, quote!(self), Some(quote!(&'de))),
    };
    let (payload, variant, back) = (path(payload), &variant.name, back(item, variant));
    quote! {
        impl #life tl::Variant<#name #life> for #refers #payload {
            #[inline]
            fn into_enum(self) -> #name #life { #name::#variant(#value) }
        }
        #back
    }
}

/// Implements `TryFrom`, which returns the value if it fails. In an arena `as_…` serves instead, since the payload is `Copy`.
fn back(item: &Enum, variant: &Variant) -> Option<TokenStream> {
    let (name, life) = (&item.name, generics(item).named());
    let (payload, value) = match (&variant.payload, item.memory) {
        (Payload::Unit, _) | (_, Memory::Arena) => return None,
        (Payload::Inline(payload), Memory::Heap) => (payload, quote!(value)),
        (Payload::Boxed(payload, _), Memory::Heap) => (payload, quote!(*value)),
    };
    let (payload, variant) = (path(payload), &variant.name);
    Some(quote! {
        impl #life tl::TryFrom<#name #life> for #payload {
            type Error = #name #life;
            #[inline]
            fn try_from(value: #name #life) -> tl::Result<Self, #name #life> {
                if let #name::#variant(value) = value { tl::Ok(#value) } else { tl::Err(value) }
            }
        }
    })
}

fn write(item: &Enum, print: &mut Print<'_>) {
    let (name, life) = (&item.name, generics(item).elided());
    let arms = item.variants.iter().map(|variant| {
        let (name, id) = (&variant.name, hex(variant.id));
        match (&variant.payload, item.coding.arity()) {
            (Payload::Unit, _) => quote!(Self::#name => out.id(#id),),
            (_, None) => quote!(Self::#name(value) => out.value(value),),
            (_, Some(_)) => {
                quote!(Self::#name(value) => tl::EncodeWith::encode_with(value, out, numbers),)
            }
        }
    });
    let unknown = item.unknown.iter();
    let unknown = unknown.map(|name| quote!(Self::#name(value) => tl::Encode::encode(value, out),));
    let arms = arms.chain(unknown);
    let (traits, function, more, numbers) = match numbers(item) {
        None => {
            let can_disagree = item.can_disagree.then(|| {
                quote!(
                    const CAN_DISAGREE: bool = true;
                )
            });
            (quote!(Encode), quote!(encode), can_disagree, None)
        }
        Some((arity, param)) => {
            let known = known(item, &arity);
            (quote!(EncodeWith<#arity>), quote!(encode_with), Some(known), Some(param))
        }
    };
    pieces::print(arms, &quote!(__cut => {}), print, |arms| {
        quote! {
            impl tl::#traits for #name #life {
                #more
                #[inline]
                fn #function(&self, out: &mut tl::Writer<'_> #numbers) {
                    match self { #arms }
                }
            }
        }
    });
}

/// Returns what a value determines of one of the numbers from outside.
fn known(item: &Enum, arity: &Literal) -> TokenStream {
    let arms = item.variants.iter().map(|variant| {
        let name = &variant.name;
        let known = quote!(tl::EncodeWith::<#arity>::known);
        match &variant.payload {
            Payload::Unit => quote!(Self::#name => tl::Known::NOTHING),
            Payload::Inline(_) => quote!(Self::#name(value) => #known(value, number)),
            Payload::Boxed(..) => quote!(Self::#name(value) => #known(&**value, number)),
        }
    });
    let number = if item.payload_param.is_some() { quote!(number) } else { quote!(_) };
    quote! {
        #[inline]
        fn known(&self, #number: usize) -> tl::Known {
            match self { #(#arms),* }
        }
    }
}

/// The number of number parameters, and the parameter that holds them.
fn numbers(item: &Enum) -> Option<(Literal, TokenStream)> {
    let arity = Literal::usize_unsuffixed(item.coding.arity()?);
    let pattern = if item.payload_param.is_some() { quote!(numbers) } else { quote!(_) };
    let param = quote!(, #pattern: [u32; #arity]);
    Some((arity, param))
}

fn read(item: &Enum, print: &mut Print<'_>) {
    let (name, life, tl_name) = (&item.name, generics(item).named(), &item.tl_name);
    let arms = item.variants.iter().map(|variant| {
        let (id, value) = (hex(variant.id), value(item, variant));
        quote!(#id => #value,)
    });
    let fallback = value(item, &item.variants[item.fallback]);
    let schema = item.traits.reflects.then(|| {
        quote! {
            #[inline]
            fn schema() -> tl::Option<&'static tl::Embedded> { <Schema as tl::HasSchema>::schema() }
        }
    });
    let (traits, function, min_len, numbers) = match numbers(item) {
        None => {
            let needs_arena = traits::needs_arena(item.needs_arena, &[]);
            let min_len = quote!(
                const MIN_LEN: usize = 4;
                #needs_arena
            );
            (quote!(Decode<'de>), quote!(decode), Some(min_len), None)
        }
        Some((arity, param)) => {
            (quote!(DecodeWith<'de, #arity>), quote!(decode_with), None, Some(param))
        }
    };
    pieces::print(arms, &quote!(__cut => {}), print, |arms| {
        let other = item.unknown.as_ref().map(|name| {
            let method = method(item.memory, "unknown");
            quote! {
                id => match reader.#method(id, #tl_name) {
                    tl::Some(value) => Self::#name(value),
                    tl::None => #fallback,
                },
            }
        });
        let none = quote! {
            id => {
                reader.unknown_id(id, #tl_name);
                #fallback
            }
        };
        let other = other.unwrap_or(none);
        let body = quote! {
            match reader.id() {
                #arms
                #other
            }
        };
        let body = if item.nested { quote!(reader.nested(|reader| #body)) } else { body };
        quote! {
            impl<'de> tl::#traits for #name #life {
                #min_len
                #schema
                #[inline]
                fn #function(reader: &mut tl::Reader<'de> #numbers) -> Self { #body }
            }
        }
    });
}

/// An expression that reads a variant after its id.
fn value(item: &Enum, variant: &Variant) -> TokenStream {
    let name = &variant.name;
    let bare_with = quote!(tl::DecodeBareWith::decode_bare_with(reader, numbers));
    match (&variant.payload, item.coding.arity()) {
        (Payload::Unit, _) => quote!(Self::#name),
        (Payload::Inline(_), None) => quote!(Self::#name(tl::DecodeBare::decode_bare(reader))),
        (Payload::Boxed(_, memory), None) => {
            let method = method(*memory, "boxed");
            quote!(Self::#name(reader.#method()))
        }
        (Payload::Inline(_), Some(_)) => quote!(Self::#name(#bare_with)),
        (Payload::Boxed(_, memory), Some(_)) => {
            let method = method(*memory, "boxed_with");
            quote!(Self::#name(reader.#method(|reader| #bare_with)))
        }
    }
}
