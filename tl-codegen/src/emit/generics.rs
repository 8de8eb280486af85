//! The generic parameters of an item, for its declaration, its impls and its uses.

use std::{fmt::Display, iter};

use super::{joined, optional};
use crate::plan::model::rust::Name;

/// The parameters of a struct or enum: the lifetime of borrowed text, and types.
#[derive(Clone, Copy)]
pub(super) struct Generics<'p> {
    /// Whether it has the lifetime `'de`.
    pub(super) borrows: bool,
    /// The type parameters.
    pub(super) params: &'p [Name],
}

impl<'p> Generics<'p> {
    /// `<'de, X>`, as in the declaration.
    pub(super) fn named(self) -> impl Display {
        self.with_life("'de")
    }

    /// `<'_, X>`, for an impl that does not name the lifetime.
    pub(super) fn elided(self) -> impl Display {
        self.with_life("'_")
    }

    fn with_life(self, life: &'p str) -> impl Display {
        let life = self.borrows.then_some(life);
        angled(life.into_iter().chain(self.params.iter().map(Name::as_str)))
    }

    /// `<'de, X::Call<'de>>`, with the same lifetime for calls in it.
    pub(super) fn of_calls(self) -> impl Display {
        let life = self.borrows.then_some(("'de", ""));
        let params = self.params.iter().map(|name| (name.as_str(), "::Call<'de>"));
        let all = life.into_iter().chain(params);
        angled(all.map(|(name, call)| text!("{name}{call}")))
    }

    /// `<X>`, for the parameters of an impl that does not name the lifetime.
    pub(super) fn types(self) -> impl Display {
        angled(self.params.iter())
    }

    /// `<X: bound>`
    pub(super) fn bounded(self, bound: &str) -> impl Display {
        self.bounded_by(move |_| bound)
    }

    /// Returns the parameters that an impl declares and the arguments of its type; the lifetime is named if
    /// an item of the impl needs it.
    pub(super) fn around(self, has_lifetime: bool) -> (impl Display, impl Display) {
        let declared = Self { borrows: self.borrows && has_lifetime, ..self };
        (declared.named(), self.with_life(if has_lifetime { "'de" } else { "'_" }))
    }

    /// `<X: bound>`, with a bound for each parameter.
    pub(super) fn bounded_by<B: Display>(
        self,
        bound: impl Fn(&'p Name) -> B + Clone,
    ) -> impl Display {
        angled(self.params.iter().map(move |name| {
            let bound = bound(name);
            text!("{name}: {bound}")
        }))
    }

    /// `<'de, X: bound>`, always with the lifetime.
    pub(super) fn reading(self, bound: &'p str) -> impl Display {
        let params = self.params.iter().map(move |name| (name.as_str(), ": ", bound));
        let all = iter::once(("'de", "", "")).chain(params);
        angled(all.map(|(name, colon, bound)| text!("{name}{colon}{bound}")))
    }
}

/// `<a, b>`, or nothing if there are no parameters.
fn angled(params: impl Iterator<Item = impl Display> + Clone) -> impl Display {
    let is_empty = params.clone().next().is_none();
    let all = joined(params, ", ");
    optional((!is_empty).then_some(text!("<{all}>")))
}
