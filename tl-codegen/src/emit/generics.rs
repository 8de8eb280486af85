//! The generic parameters of an item, for its declaration, its impls and its uses.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::model::rust::Name;

/// The parameters of a struct or enum: the lifetime of borrowed text, and types.
#[derive(Clone, Copy)]
pub(super) struct Generics<'p> {
    /// Whether it has the lifetime `'de`.
    pub(super) borrows: bool,
    /// The type parameters.
    pub(super) params: &'p [Name],
}

impl Generics<'_> {
    /// `<'de, X>`, as in the declaration.
    pub(super) fn named(self) -> TokenStream {
        let params = self.params.iter().map(|name| quote!(#name));
        angled(self.borrows.then(|| quote!('de)).into_iter().chain(params))
    }

    /// `<'_, X>`, for an impl that does not name the lifetime.
    pub(super) fn elided(self) -> TokenStream {
        let params = self.params.iter().map(|name| quote!(#name));
        angled(self.borrows.then(|| quote!('_)).into_iter().chain(params))
    }

    /// `<'de, X::Call<'de>>`, with the same lifetime for calls in it.
    pub(super) fn of_calls(self) -> TokenStream {
        let params = self.params.iter().map(|name| quote!(#name::Call<'de>));
        angled(self.borrows.then(|| quote!('de)).into_iter().chain(params))
    }

    /// `<X>`, for the parameters of an impl that does not name the lifetime.
    pub(super) fn types(self) -> TokenStream {
        angled(self.params.iter().map(|name| quote!(#name)))
    }

    /// `<X: bound>`
    pub(super) fn bounded(self, bound: &TokenStream) -> TokenStream {
        angled(self.params.iter().map(|name| quote!(#name: #bound)))
    }

    /// Returns the parameters that an impl declares and the arguments of its type; the lifetime is named if
    /// an item of the impl needs it.
    pub(super) fn around(self, has_lifetime: bool) -> (TokenStream, TokenStream) {
        if has_lifetime { (self.named(), self.named()) } else { (self.types(), self.elided()) }
    }

    /// `<X: bound>`, with a bound for each parameter.
    pub(super) fn bounded_by(self, bound: impl Fn(&Name) -> TokenStream) -> TokenStream {
        let params = self.params.iter().map(|name| {
            let bound = bound(name);
            quote!(#name: #bound)
        });
        angled(params)
    }

    /// `<'de, X: bound>`, always with the lifetime.
    pub(super) fn reading(self, bound: &TokenStream) -> TokenStream {
        let params = self.params.iter().map(|name| quote!(#name: #bound));
        angled(core::iter::once(quote!('de)).chain(params))
    }
}

/// `<a, b>`, or nothing if there are no parameters.
fn angled(params: impl Iterator<Item = TokenStream>) -> TokenStream {
    let params: Vec<TokenStream> = params.collect();
    if params.is_empty() { TokenStream::new() } else { quote!(<#(#params),*>) }
}
