//! Structs: constructors and functions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{attributes, decode, docs, encode, generics::Generics, hex, types::ty};
use crate::plan::{Response, Step, Struct};

/// A struct and its impls.
pub(super) fn emit(item: &Struct) -> TokenStream {
    let parts = [
        declaration(item),
        accessors(item),
        super::equality(&item.name, generics(item)),
        combinator(item),
        write(item),
        read(item),
        function(item),
    ];
    parts.into_iter().collect()
}

fn generics(item: &Struct) -> Generics<'_> {
    Generics { borrows: item.borrows, params: &item.params }
}

fn declaration(item: &Struct) -> TokenStream {
    let (docs, attributes) = (docs(&item.docs), attributes(&item.attributes));
    let (name, params) = (&item.name, generics(item).named());
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
    let (name, generics) = (&item.name, generics(item));
    let (declared, params) = (generics.types(), generics.elided());
    let methods = item.accessors.iter().map(|accessor| {
        let (docs, name) = (docs(&accessor.docs), &accessor.name);
        let is_there = encode::is_there(&accessor.presence);
        quote! {
            #docs
            #[must_use]
            pub fn #name(&self) -> bool { #is_there }
        }
    });
    quote!(impl #declared #name #params { #(#methods)* })
}

fn combinator(item: &Struct) -> TokenStream {
    let (name, generics, tl_name, id) = (&item.name, generics(item), &item.tl_name, hex(item.id));
    let (declared, params) = (generics.types(), generics.elided());
    quote! {
        impl #declared tl::Combinator for #name #params {
            const NAME: &'static str = #tl_name;
            const ID: u32 = #id;
        }
    }
}

fn write(item: &Struct) -> TokenStream {
    let (name, generics) = (&item.name, generics(item));
    let (params, generics) = (generics.elided(), generics.bounded(&quote!(tl::Encode)));
    let body = encode::body(item);
    let out = if body.is_empty() { quote!(_) } else { quote!(out) };
    quote! {
        impl #generics tl::EncodeBare for #name #params {
            fn encode_bare<S: tl::Sink>(&self, #out: &mut S) { #body }
        }
    }
}

fn read(item: &Struct) -> TokenStream {
    let (name, generics) = (&item.name, generics(item));
    let (params, generics) = (generics.named(), generics.reading(&quote!(tl::Decode<'de>)));
    let (min_len, body) = (Literal::u32_unsuffixed(item.min_len), decode::body(item));
    let reader = if item.wire.iter().any(Step::is_read) { quote!(reader) } else { quote!(_) };
    quote! {
        impl #generics tl::DecodeBare<'de> for #name #params {
            const MIN_LEN: usize = #min_len;
            #[inline]
            fn decode_bare(#reader: &mut tl::Reader<'de>) -> Self { #body }
        }
    }
}

fn function(item: &Struct) -> TokenStream {
    let (name, generics) = (&item.name, generics(item));
    let params = generics.elided();
    match &item.response {
        None => TokenStream::new(),
        Some(Response::Owned(response)) => {
            let (generics, response) = (generics.bounded(&quote!(tl::Function)), ty(response));
            quote! {
                impl #generics tl::Function for #name #params {
                    type Response = #response;
                }
            }
        }
        Some(Response::Borrowing(response)) => {
            let generics = generics.bounded(&quote!(tl::BorrowingFunction));
            let response = ty(response);
            quote! {
                impl #generics tl::BorrowingFunction for #name #params {
                    type Response<'de> = #response;
                }
            }
        }
    }
}
