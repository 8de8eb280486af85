//! The traits of all items: derived, or implemented by their bytes.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::generics::Generics;
use crate::pieces::{self, Print};
use crate::plan::model::{
    memory::NeedsArena,
    rust::Name,
    traits::{Cloning, Coding, Means, Traits},
};

/// The derives; those that the user requests come last.
pub(super) fn derives(cloning: &Cloning, traits: Traits, own: &[String]) -> TokenStream {
    let clone = match cloning {
        Cloning::Derived => Some(quote!(Clone)),
        Cloning::DerivedCopy => Some(quote!(Clone, Copy)),
        _ => None,
    };
    let debug = (traits.debug == Means::Derived).then(|| quote!(Debug));
    let equality = (traits.equality == Means::Derived).then(|| quote!(PartialEq));
    let own = own.iter().map(|path| super::types::lexed(path));
    let all: Vec<TokenStream> = [clone, debug, equality].into_iter().flatten().chain(own).collect();
    if all.is_empty() { TokenStream::new() } else { quote!(#[derive(#(#all),*)]) }
}

/// The constant that says that reading needs an arena.
pub(super) fn needs_arena(needs: NeedsArena, params: &[Name]) -> Option<TokenStream> {
    let value = match needs {
        NeedsArena::Never => return None,
        NeedsArena::Always => quote!(true),
        NeedsArena::WithParams => quote!(#(<#params as tl::Decode<'de>>::NEEDS_ARENA)||*),
    };
    Some(quote!(const NEEDS_ARENA: bool = #value;))
}

/// Implements `Clone` for an item if it is not derived.
pub(super) fn clone(name: &Name, generics: Generics<'_>, cloning: &Cloning, print: &mut Print<'_>) {
    let params = generics.elided();
    let (cloned, rest) = match cloning {
        Cloning::Derived | Cloning::DerivedCopy => return,
        Cloning::Copied => return print(copied(name, generics).into()),
        Cloning::Unit => (&[][..], None),
        Cloning::Fields(all) => (all.as_slice(), None),
        Cloning::FieldsAndCopy(some) => (some.as_slice(), Some(quote!(..*self))),
    };
    let fields = cloned.iter().map(|field| quote!(#field: self.#field.clone(),));
    let mark = pieces::wide_mark();
    pieces::print(fields, &quote!(#mark: (),), print, |fields| {
        let value =
            if *cloning == Cloning::Unit { quote!(Self) } else { quote!(Self { #fields #rest }) };
        quote! {
            impl tl::Clone for #name #params {
                #[inline]
                fn clone(&self) -> Self { #value }
            }
        }
    });
}

/// Implements `Clone` and `Copy` for a type whose parts are all `Copy`.
fn copied(name: &Name, generics: Generics<'_>) -> TokenStream {
    let params = generics.elided();
    quote! {
        impl tl::Copy for #name #params {}
        impl tl::Clone for #name #params {
            #[inline]
            fn clone(&self) -> Self { *self }
        }
    }
}

/// Implements the traits that are not derived, for an item with these codec traits.
pub(super) fn impls(
    name: &Name,
    generics: Generics<'_>,
    traits: Traits,
    coding: Coding,
) -> TokenStream {
    let mut tokens = TokenStream::new();
    if traits.debug == Means::Wire {
        tokens.extend(debug(name, generics));
    }
    if traits.equality == Means::Wire {
        tokens.extend(equality(name, generics, coding));
    }
    if traits.hash == Some(Means::Wire) {
        tokens.extend(hash(name, generics, coding));
    }
    tokens
}

/// The type through which the runtime finds the schema of a combinator.
pub(super) fn schema(is_known: bool) -> TokenStream {
    if is_known { quote!(Schema) } else { quote!(()) }
}

/// Implements `Debug` by the schema.
fn debug(name: &Name, generics: Generics<'_>) -> TokenStream {
    let (params, generics) = (generics.elided(), generics.bounded(&quote!(tl::Encode)));
    quote! {
        impl #generics tl::fmt::Debug for #name #params {
            #[inline]
            fn fmt(&self, f: &mut tl::fmt::Formatter<'_>) -> tl::fmt::Result {
                tl::debug::<_, Schema>(self, f)
            }
        }
    }
}

/// Implements `Hash` by the bytes, consistent with `PartialEq`.
fn hash(name: &Name, generics: Generics<'_>, coding: Coding) -> TokenStream {
    let hash = by_fields("hash", coding, &quote!(H,));
    let (params, generics) = (generics.elided(), generics.bounded(&quote!(tl::Encode)));
    quote! {
        impl #generics tl::Hash for #name #params {
            #[inline]
            fn hash<H: tl::Hasher>(&self, state: &mut H) { #hash(self, state); }
        }
    }
}

/// Implements `PartialEq` and `Eq`: values are equal if and only if their fields are, and so if and only if
/// their bytes are.
fn equality(name: &Name, generics: Generics<'_>, coding: Coding) -> TokenStream {
    let same = by_fields("same", coding, &TokenStream::new());
    let (params, generics) = (generics.elided(), generics.bounded(&quote!(tl::Encode)));
    quote! {
        impl #generics tl::PartialEq for #name #params {
            #[inline]
            fn eq(&self, other: &Self) -> bool { #same(self, other) }
        }
        impl #generics tl::Eq for #name #params {}
    }
}

/// A function of the runtime that uses the bytes of the fields.
fn by_fields(function: &str, coding: Coding, param: &TokenStream) -> TokenStream {
    let Some(arity) = coding.arity() else {
        let function = Ident::new(function, Span::call_site());
        return quote!(tl::#function);
    };
    let function = Ident::new(&format!("{function}_with"), Span::call_site());
    let arity = Literal::usize_unsuffixed(arity);
    quote!(tl::#function::<Self, #param #arity>)
}
