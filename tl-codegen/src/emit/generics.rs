//! The generic parameters of an item, for its declaration, its impls and its uses.

use std::iter;

use super::joined;
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
    pub(super) fn named(self) -> String {
        self.with_life("'de")
    }

    /// `<'_, X>`, for an impl that does not name the lifetime.
    pub(super) fn elided(self) -> String {
        self.with_life("'_")
    }

    fn with_life(self, life: &str) -> String {
        let life = self.borrows.then_some(life);
        angled(life.into_iter().chain(self.params.iter().map(Name::as_str)))
    }

    /// `<'de, X::Call<'de>>`, with the same lifetime for calls in it.
    pub(super) fn of_calls(self) -> String {
        let params: Vec<String> =
            self.params.iter().map(|name| format!("{name}::Call<'de>")).collect();
        let life = self.borrows.then_some("'de");
        angled(life.into_iter().chain(params.iter().map(String::as_str)))
    }

    /// `<X>`, for the parameters of an impl that does not name the lifetime.
    pub(super) fn types(self) -> String {
        angled(self.params.iter().map(Name::as_str))
    }

    /// `<X: bound>`
    pub(super) fn bounded(self, bound: &str) -> String {
        self.bounded_by(|_| bound.to_owned())
    }

    /// Returns the parameters that an impl declares and the arguments of its type; the lifetime is named if
    /// an item of the impl needs it.
    pub(super) fn around(self, has_lifetime: bool) -> (String, String) {
        if has_lifetime { (self.named(), self.named()) } else { (self.types(), self.elided()) }
    }

    /// `<X: bound>`, with a bound for each parameter.
    pub(super) fn bounded_by(self, bound: impl Fn(&Name) -> String) -> String {
        let params: Vec<String> =
            self.params.iter().map(|name| format!("{name}: {}", bound(name))).collect();
        angled(params.iter().map(String::as_str))
    }

    /// `<'de, X: bound>`, always with the lifetime.
    pub(super) fn reading(self, bound: &str) -> String {
        let params: Vec<String> =
            self.params.iter().map(|name| format!("{name}: {bound}")).collect();
        angled(iter::once("'de").chain(params.iter().map(String::as_str)))
    }
}

/// `<a, b>`, or nothing if there are no parameters.
fn angled<'p>(params: impl Iterator<Item = &'p str>) -> String {
    let mut params = params.peekable();
    if params.peek().is_none() { String::new() } else { format!("<{}>", joined(params, ", ")) }
}
