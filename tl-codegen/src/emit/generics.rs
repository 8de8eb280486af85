//! The generic parameters of an item, as its declaration, its impls and its users write them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Name;

/// The parameters of a struct or enum: the lifetime of borrowed text, and types.
#[derive(Clone, Copy)]
pub(super) struct Generics<'p> {
    /// Whether there is the lifetime `'de`.
    pub(super) borrows: bool,
    /// The type parameters.
    pub(super) params: &'p [Name],
}

impl Generics<'_> {
    /// `<'de, X>`, as the declaration has it.
    pub(super) fn named(self) -> TokenStream {
        let params = self.params.iter().map(|name| quote!(#name));
        angled(self.borrows.then(|| quote!('de)).into_iter().chain(params))
    }

    /// `<'_, X>`, for an impl that does not name the lifetime.
    pub(super) fn elided(self) -> TokenStream {
        let params = self.params.iter().map(|name| quote!(#name));
        angled(self.borrows.then(|| quote!('_)).into_iter().chain(params))
    }

    /// `<X>`, what an impl that does not name the lifetime declares.
    pub(super) fn types(self) -> TokenStream {
        angled(self.params.iter().map(|name| quote!(#name)))
    }

    /// `<X: bound>`
    pub(super) fn bounded(self, bound: &TokenStream) -> TokenStream {
        angled(self.params.iter().map(|name| quote!(#name: #bound)))
    }

    /// `<'de, X, more>`
    pub(super) fn with(self, more: &TokenStream) -> TokenStream {
        let params = self.params.iter().map(|name| quote!(#name));
        let life = self.borrows.then(|| quote!('de));
        angled(life.into_iter().chain(params).chain([more.clone()]))
    }

    /// `<X: bound>`, each with its own.
    pub(super) fn bounded_by(self, bound: impl Fn(&Name) -> TokenStream) -> TokenStream {
        let params = self.params.iter().map(|name| {
            let bound = bound(name);
            quote!(#name: #bound)
        });
        angled(params)
    }

    /// `<'de, X: bound>`, which has the lifetime in any case.
    pub(super) fn reading(self, bound: &TokenStream) -> TokenStream {
        let params = self.params.iter().map(|name| quote!(#name: #bound));
        angled(core::iter::once(quote!('de)).chain(params))
    }
}

/// `<a, b>`, or nothing for nothing.
fn angled(params: impl Iterator<Item = TokenStream>) -> TokenStream {
    let params: Vec<TokenStream> = params.collect();
    if params.is_empty() { TokenStream::new() } else { quote!(<#(#params),*>) }
}
