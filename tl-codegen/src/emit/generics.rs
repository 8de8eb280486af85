//! The generic parameters of an item, for its declaration, its impls and its uses.

use crate::plan::model::rust::Name;
use crate::tokens::{Tokens, quote};

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
    pub(super) fn named(self) -> Tokens {
        let params = self.params.iter().map(|name| quote!(#name));
        angled(self.borrows.then(|| quote!('de)).into_iter().chain(params))
    }

    /// `<'_, X>`, for an impl that does not name the lifetime.
    pub(super) fn elided(self) -> Tokens {
        let params = self.params.iter().map(|name| quote!(#name));
        angled(self.borrows.then(|| quote!('_)).into_iter().chain(params))
    }

    /// `<X>`, for the parameters of an impl that does not name the lifetime.
    pub(super) fn types(self) -> Tokens {
        angled(self.params.iter().map(|name| quote!(#name)))
    }

    /// `<X: bound>`
    pub(super) fn bounded(self, bound: &Tokens) -> Tokens {
        angled(self.params.iter().map(|name| quote!(#name: #bound)))
    }

    /// Returns the parameters that an impl declares and the arguments of its type; the lifetime is named if
    /// an item of the impl needs it.
    pub(super) fn around(self, has_lifetime: bool) -> (Tokens, Tokens) {
        if has_lifetime { (self.named(), self.named()) } else { (self.types(), self.elided()) }
    }

    /// `<X: bound>`, with a bound for each parameter.
    pub(super) fn bounded_by(self, bound: impl Fn(&Name) -> Tokens) -> Tokens {
        let params = self.params.iter().map(|name| {
            let bound = bound(name);
            quote!(#name: #bound)
        });
        angled(params)
    }

    /// `<'de, X: bound>`, always with the lifetime.
    pub(super) fn reading(self, bound: &Tokens) -> Tokens {
        let params = self.params.iter().map(|name| quote!(#name: #bound));
        angled(core::iter::once(quote!('de)).chain(params))
    }
}

/// `<a, b>`, or nothing if there are no parameters.
fn angled(params: impl Iterator<Item = Tokens>) -> Tokens {
    let params: Vec<Tokens> = params.collect();
    if params.is_empty() { Tokens::new() } else { quote!(<#(#params),*>) }
}
