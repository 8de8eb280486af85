//! Combinators: what a schema declares.

use crate::traits::embedded::HasSchema;
use alloc::boxed::Box;

/// A declaration of the schema: a constructor or a function.
pub trait Combinator {
    /// The schema that declares it, when generated code carries it; `()` when not.
    type Schema: HasSchema;
    /// What the schema says of it.
    const DECLARED: Declared;

    /// The name as the schema writes it, namespace included: `messages.sendMessage`.
    const NAME: &'static str = Self::DECLARED.name;
    /// The id that opens the boxed form.
    const ID: u32 = Self::DECLARED.id;
}

/// What a schema says of a combinator.
///
/// One constant for all of it: the compiler pays for each constant of each type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The id that opens the boxed form.
    pub id: u32,
    /// The name as the schema writes it, namespace included.
    pub name: &'static str,
    /// The least number of bytes that the fields take.
    pub min_len: usize,
}

impl<T: Combinator + ?Sized> Combinator for &T {
    type Schema = T::Schema;
    const DECLARED: Declared = T::DECLARED;
}

impl<T: Combinator + ?Sized> Combinator for Box<T> {
    type Schema = T::Schema;
    const DECLARED: Declared = T::DECLARED;
}
