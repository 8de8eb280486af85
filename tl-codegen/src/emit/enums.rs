//! Enums: types with several constructors.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{attributes, docs, generics::Generics, hex, types::path};
use crate::plan::{Enum, Payload, Variant};

/// An enum and its impls.
pub(super) fn emit(item: &Enum) -> TokenStream {
    let equality = super::equality(&item.name, generics(item));
    [declaration(item), guard(item), equality, write(item), read(item)].into_iter().collect()
}

fn generics(item: &Enum) -> Generics<'_> {
    Generics { borrows: item.borrows, params: &[] }
}

fn declaration(item: &Enum) -> TokenStream {
    let (docs, attributes, name) = (docs(&item.docs), attributes(&item.attributes), &item.name);
    let life = generics(item).named();
    let variants = item.variants.iter().map(|variant| {
        let (docs, name) = (super::docs(&variant.docs), &variant.name);
        match &variant.payload {
            Payload::Unit => quote!(#docs #name),
            Payload::Inline(item) => {
                let path = path(item);
                quote!(#docs #name(#path))
            }
            Payload::Boxed(item) => {
                let path = path(item);
                quote!(#docs #name(tl::Box<#path>))
            }
        }
    });
    quote! {
        #docs
        #attributes
        #[derive(Clone, Debug)]
        pub enum #name #life { #(#variants),* }
    }
}

/// The promise that the plan's sizes hold.
fn guard(item: &Enum) -> TokenStream {
    let (name, limit) = (&item.name, Literal::u32_unsuffixed(item.size_limit));
    let life = generics(item).elided();
    quote!(const _: () = tl::assert_size::<#name #life>(#limit);)
}

fn write(item: &Enum) -> TokenStream {
    let (name, life) = (&item.name, generics(item).elided());
    let arms = item.variants.iter().map(|variant| {
        let (name, id) = (&variant.name, hex(variant.id));
        match variant.payload {
            Payload::Unit => quote!(Self::#name => out.id(#id)),
            Payload::Inline(_) | Payload::Boxed(_) => {
                quote!(Self::#name(value) => out.value(value))
            }
        }
    });
    quote! {
        impl tl::Encode for #name #life {
            fn encode<S: tl::Sink>(&self, out: &mut S) {
                match self { #(#arms),* }
            }
        }
    }
}

fn read(item: &Enum) -> TokenStream {
    let (name, life, tl_name) = (&item.name, generics(item).named(), &item.tl_name);
    let arms = item.variants.iter().map(|variant| {
        let (id, value) = (hex(variant.id), value(variant));
        quote!(#id => #value)
    });
    let fallback = value(&item.variants[item.fallback]);
    let body = quote! {
        match reader.id() {
            #(#arms,)*
            id => {
                reader.unknown_id(id, #tl_name);
                #fallback
            }
        }
    };
    let body = if item.nested { quote!(reader.nested(|reader| #body)) } else { body };
    quote! {
        impl<'de> tl::Decode<'de> for #name #life {
            const MIN_LEN: usize = 4;
            #[inline]
            fn decode(reader: &mut tl::Reader<'de>) -> Self { #body }
        }
    }
}

/// An expression that reads a variant, its id read already.
fn value(variant: &Variant) -> TokenStream {
    let name = &variant.name;
    match variant.payload {
        Payload::Unit => quote!(Self::#name),
        Payload::Inline(_) => quote!(Self::#name(tl::DecodeBare::decode_bare(reader))),
        Payload::Boxed(_) => quote!(Self::#name(reader.boxed())),
    }
}
