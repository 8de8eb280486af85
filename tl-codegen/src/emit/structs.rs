//! Structs: constructors and functions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{attributes, decode, docs, encode, hex, types::ty};
use crate::plan::{Step, Struct};

/// A struct and its impls.
pub(super) fn emit(item: &Struct) -> TokenStream {
    let parts = [
        declaration(item),
        accessors(item),
        equality(item),
        combinator(item),
        write(item),
        read(item),
        function(item),
    ];
    parts.into_iter().collect()
}

fn declaration(item: &Struct) -> TokenStream {
    let (docs, attributes) = (docs(&item.docs), attributes(&item.attributes));
    let (name, params) = (&item.name, params(item));
    let fields = item.fields.iter().map(|field| {
        let (docs, name, ty) = (super::docs(&field.docs), &field.name, ty(&field.ty));
        quote!(#docs pub #name: #ty)
    });
    let body = if item.fields.is_empty() { quote!(;) } else { quote!({ #(#fields),* }) };
    quote! {
        #docs
        #attributes
        #[derive(Clone, Debug)]
        pub struct #name #params #body
    }
}

fn accessors(item: &Struct) -> TokenStream {
    if item.accessors.is_empty() {
        return TokenStream::new();
    }
    let (name, params) = (&item.name, params(item));
    let methods = item.accessors.iter().map(|accessor| {
        let (docs, name) = (docs(&accessor.docs), &accessor.name);
        let is_there = encode::is_there(&accessor.presence);
        quote! {
            #docs
            #[must_use]
            pub fn #name(&self) -> bool { #is_there }
        }
    });
    quote!(impl #params #name #params { #(#methods)* })
}

fn equality(item: &Struct) -> TokenStream {
    let (params, generics) = (params(item), bounded(item, &quote!(tl::Encode)));
    super::equality(&item.name, &generics, &params)
}

fn combinator(item: &Struct) -> TokenStream {
    let (name, params, tl_name, id) = (&item.name, params(item), &item.tl_name, hex(item.id));
    quote! {
        impl #params tl::Combinator for #name #params {
            const NAME: &'static str = #tl_name;
            const ID: u32 = #id;
        }
    }
}

fn write(item: &Struct) -> TokenStream {
    let (name, params, generics) = (&item.name, params(item), bounded(item, &quote!(tl::Encode)));
    let body = encode::body(item);
    let out = if body.is_empty() { quote!(_) } else { quote!(out) };
    quote! {
        impl #generics tl::EncodeBare for #name #params {
            fn encode_bare<S: tl::Sink>(&self, #out: &mut S) { #body }
        }
    }
}

fn read(item: &Struct) -> TokenStream {
    let (name, params, names) = (&item.name, params(item), &item.params);
    let (min_len, body) = (Literal::u32_unsuffixed(item.min_len), decode::body(item));
    let reader = if item.wire.iter().any(Step::is_read) { quote!(reader) } else { quote!(_) };
    quote! {
        impl<'de, #(#names: tl::Decode<'de>),*> tl::DecodeBare<'de> for #name #params {
            const MIN_LEN: usize = #min_len;
            #[inline]
            fn decode_bare(#reader: &mut tl::Reader<'de>) -> Self { #body }
        }
    }
}

fn function(item: &Struct) -> TokenStream {
    let Some(response) = &item.response else { return TokenStream::new() };
    let (name, params, response) = (&item.name, params(item), ty(response));
    let generics = bounded(item, &quote!(tl::Function));
    quote! {
        impl #generics tl::Function for #name #params {
            type Response = #response;
        }
    }
}

/// `<X>`, or nothing.
fn params(item: &Struct) -> TokenStream {
    let names = &item.params;
    if names.is_empty() { TokenStream::new() } else { quote!(<#(#names),*>) }
}

/// `<X: bound>`, or nothing.
fn bounded(item: &Struct, bound: &TokenStream) -> TokenStream {
    let names = &item.params;
    if names.is_empty() { TokenStream::new() } else { quote!(<#(#names: #bound),*>) }
}
