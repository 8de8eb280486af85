//! Structs: constructors and functions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    attributes, by_fields, decode, docs, encode, generics::Generics, hex, known, new, traits,
    types::ty,
};
use crate::pieces::{self, Print};
use crate::plan::model::{
    codec::Amount,
    item::{Given, Response, Struct},
    rust::Name,
    traits::Coding,
};

/// A struct and its impls.
pub(super) fn emit(item: &Struct, print: &mut Print<'_>) {
    declaration(item, print);
    new::emit(item, print);
    print(accessors(item).into());
    traits::clone(&item.name, generics(item), &item.cloning, print);
    print(traits::impls(&item.name, generics(item), item.traits, item.coding).into());
    print(by_fields::impls(item).into());
    if item.coding == Coding::Around {
        return;
    }
    if item.coding.has_id() {
        print(combinator(item).into());
    }
    write(item, print);
    read(item, print);
    print(function(item).into());
}

pub(super) fn generics(item: &Struct) -> Generics<'_> {
    Generics { borrows: item.borrows, params: &item.params }
}

fn declaration(item: &Struct, print: &mut Print<'_>) {
    let (docs, attributes) = (docs(&item.docs), attributes(&item.attributes));
    let (name, params) = (&item.name, generics(item).named());
    let fields = item.fields.iter().map(|field| {
        let (docs, name, ty) = (super::docs(&field.docs), &field.name, ty(&field.ty));
        let (aliases, attributes) =
            (super::aliases(&field.aliases), super::attributes(&field.attributes));
        quote!(#docs #aliases #attributes pub #name: #ty,)
    });
    let derives = traits::derives(&item.cloning, item.traits, &item.derives);
    pieces::print(fields, &quote!(__cut: (),), print, |fields| {
        let body = if fields.is_empty() { quote!(;) } else { quote!({ #fields }) };
        quote! {
            #docs
            #attributes
            #derives
            pub struct #name #params #body
        }
    });
}

fn accessors(item: &Struct) -> TokenStream {
    if item.accessors.is_empty() {
        return TokenStream::new();
    }
    let (name, generics) = (&item.name, generics(item));
    let (declared, params) = (generics.types(), generics.elided());
    let methods = item.accessors.iter().map(|accessor| {
        let (docs, name) = (docs(&accessor.docs), &accessor.name);
        let aliases = super::aliases(&accessor.aliases);
        let is_there = known::is_there(&accessor.presence);
        quote! {
            #docs
            #aliases
            #[inline]
            #[must_use]
            pub fn #name(&self) -> bool { #is_there }
        }
    });
    quote!(impl #declared #name #params { #(#methods)* })
}

fn combinator(item: &Struct) -> TokenStream {
    let (name, generics, tl_name, id) = (&item.name, generics(item), &item.tl_name, hex(item.id));
    let (declared, params) = (generics.types(), generics.elided());
    let min_len = Literal::u32_unsuffixed(item.min_len);
    let schema = traits::schema(item.traits.reflects || item.has_facts);
    quote! {
        impl #declared tl::Combinator for #name #params {
            type Schema = #schema;
            const DECLARED: tl::Declared =
                tl::Declared { id: #id, name: #tl_name, min_len: #min_len };
        }
    }
}

fn write(item: &Struct, print: &mut Print<'_>) {
    let (name, generics) = (&item.name, generics(item));
    let (params, generics) = (generics.elided(), generics.bounded(&quote!(tl::Encode)));
    let is_empty = encode::statements(item).all(|statement| statement.is_empty());
    let out = if is_empty { quote!(_) } else { quote!(out) };
    let (arity, numbers) = numbers(item.coding, &item.written_by);
    let (traits, function) = match item.coding {
        Coding::Bare => (quote!(EncodeBare), quote!(encode_bare)),
        Coding::BareWith(_) => (quote!(EncodeBareWith<#arity>), quote!(encode_bare_with)),
        Coding::Whole => (quote!(Encode), quote!(encode)),
        Coding::WholeWith(_) => (quote!(EncodeWith<#arity>), quote!(encode_with)),
        Coding::Around => return,
    };
    let known = (!item.numbers.is_empty()).then(|| {
        let known = known::of_params(item);
        let number = if item.numbers.len() == 1 { quote!(_) } else { quote!(number) };
        quote! {
            #[inline]
            fn known(&self, #number: usize) -> tl::Known { #known }
        }
    });
    let can_disagree = can_disagree(item);
    pieces::print(encode::statements(item), &quote!(__cut! {}), print, |body| {
        quote! {
            impl #generics tl::#traits for #name #params {
                #can_disagree
                #known
                #[inline]
                fn #function(&self, #out: &mut tl::Writer<'_> #numbers) { #body }
            }
        }
    });
}

/// The constant that says whether parts may disagree. A struct with number parameters has none; the enclosing
/// value decides.
fn can_disagree(item: &Struct) -> Option<TokenStream> {
    let value = match (item.can_disagree, item.params.as_slice()) {
        _ if !item.numbers.is_empty() => return None,
        (true, _) => quote!(true),
        (false, []) => return None,
        (false, params) => {
            let of_params = params.iter().map(|param| quote!(<#param as tl::Encode>::CAN_DISAGREE));
            quote!(#(#of_params)||*)
        }
    };
    Some(quote!(const CAN_DISAGREE: bool = #value;))
}

fn read(item: &Struct, print: &mut Print<'_>) {
    let (name, generics) = (&item.name, generics(item));
    let (params, generics) = (generics.named(), generics.reading(&quote!(tl::Decode<'de>)));
    let reader = if item.reads_input { quote!(reader) } else { quote!(_) };
    let (arity, numbers) = numbers(item.coding, &item.read_by);
    let (traits, function) = match item.coding {
        Coding::Bare => (quote!(DecodeBare<'de>), quote!(decode_bare)),
        Coding::BareWith(_) => (quote!(DecodeBareWith<'de, #arity>), quote!(decode_bare_with)),
        Coding::Whole => (quote!(Decode<'de>), quote!(decode)),
        Coding::WholeWith(_) => (quote!(DecodeWith<'de, #arity>), quote!(decode_with)),
        Coding::Around => return,
    };
    let min_len = (item.coding == Coding::Whole).then(|| {
        let min_len = Literal::u32_unsuffixed(item.min_len);
        quote!(const MIN_LEN: usize = #min_len;)
    });
    let reads_alone = matches!(item.coding, Coding::Bare | Coding::Whole);
    let needs_arena = reads_alone.then(|| traits::needs_arena(item.needs_arena, &item.params));
    let feature = item.decode_feature.as_ref().map(|feature| quote!(#[cfg(feature = #feature)]));
    pieces::print_lists(decode::parts(item), &decode::marks(), print, |parts| {
        let body = decode::body(item, parts);
        quote! {
            #feature
            impl #generics tl::#traits for #name #params {
                #min_len
                #needs_arena
                #[inline]
                fn #function(#reader: &mut tl::Reader<'de> #numbers) -> Self { #body }
            }
        }
    });
}

/// The number of number parameters, if there are any, and a pattern that names the used ones.
fn numbers(coding: Coding, given: &Given) -> (Option<Literal>, Option<TokenStream>) {
    let Some(arity) = coding.arity().map(Literal::usize_unsuffixed) else { return (None, None) };
    let pattern = match given {
        Given::Unused => quote!(_),
        Given::Named(names) => {
            let names = names
                .iter()
                .map(|name| if let Some(name) = name { quote!(#name) } else { quote!(_) });
            quote!([#(#names),*])
        }
    };
    let param = quote!(, #pattern: [u32; #arity]);
    (Some(arity), Some(param))
}

fn function(item: &Struct) -> TokenStream {
    let (name, generics) = (&item.name, generics(item));
    let params = generics.elided();
    match &item.response {
        None => TokenStream::new(),
        Some(Response::Owned(response)) => {
            let expects = expects(item);
            let (generics, response) = (generics.bounded_by(|name| call(item, name)), ty(response));
            quote! {
                impl #generics tl::Function for #name #params {
                    type Response = #response;
                    #expects
                }
            }
        }
        Some(Response::Dependent { value, borrows, numbers }) => {
            dependent(item, *borrows, &ty(value), numbers)
        }
        Some(Response::Borrowing(response)) => {
            let generics = generics.bounded_by(|name| borrowing_call(item, name));
            let (response, call) = (ty(response), borrowed_call(item));
            quote! {
                impl #generics tl::BorrowingFunction for #name #params {
                    type Response<'de> = #response;
                    #call
                }
            }
        }
    }
}

/// `expects` of a wrapper, which also expects the errors of the calls in it.
fn expects(item: &Struct) -> Option<TokenStream> {
    let params = &item.params;
    let expects = quote! {
        fn expects(kind: tl::RpcErrorKind<'_>) -> bool {
            Self::facts().has_error(kind) #(|| #params::expects(kind))*
        }
    };
    (!params.is_empty()).then_some(expects)
}

/// The bound of a parameter that is a call.
fn call(item: &Struct, param: &Name) -> TokenStream {
    let returned = returned(item, param).map(|returned| quote!(<Response = #returned>));
    quote!(tl::Function #returned)
}

/// The bound of a parameter that is a call, for responses that may borrow.
fn borrowing_call(item: &Struct, param: &Name) -> TokenStream {
    let Some(returned) = returned(item, param) else { return quote!(tl::BorrowingFunction) };
    quote!(for<'de> tl::BorrowingFunction<Response<'de> = #returned>)
}

/// The call with text from a query, which a router reads.
fn borrowed_call(item: &Struct) -> TokenStream {
    let (name, params) = (&item.name, generics(item).of_calls());
    quote!(type Call<'de> = #name #params;)
}

/// The type that a call must return, if the schema determines it.
fn returned(item: &Struct, param: &Name) -> Option<TokenStream> {
    item.calls.iter().find(|(name, _)| name == param).map(|(_, returned)| ty(returned))
}

/// A function whose response is decoded with numbers of the call.
fn dependent(item: &Struct, borrows: bool, value: &TokenStream, numbers: &[Amount]) -> TokenStream {
    let (name, generics) = (&item.name, generics(item));
    let (declared, params) = (generics.types(), generics.elided());
    let arity = Literal::usize_unsuffixed(numbers.len());
    let body = known::wanted(item, numbers);
    let response = if borrows {
        let generics = generics.bounded_by(|name| borrowing_call(item, name));
        let call = borrowed_call(item);
        quote! {
            impl #generics tl::BorrowingFunction for #name #params {
                type Response<'de> = tl::Deferred<#value, #arity>;
                #call
            }
        }
    } else {
        let expects = expects(item);
        let generics = generics.bounded_by(|name| call(item, name));
        quote! {
            impl #generics tl::Function for #name #params {
                type Response = tl::Deferred<#value, #arity>;
                #expects
            }
        }
    };
    quote! {
        #response
        impl #declared tl::Numbers<#arity> for #name #params {
            fn numbers(&self) -> [u32; #arity] { #body }
        }
    }
}
