//! Combinators, the declarations of a schema.

use crate::traits::embedded::HasSchema;
use alloc::boxed::Box;

/// A constructor or a function of a schema.
pub trait Combinator {
    /// The schema that declares it if generated code carries the schema, otherwise `()`.
    type Schema: HasSchema;
    /// The declaration's facts.
    const DECLARED: Declared;

    /// The name in the schema, with its namespace: `messages.sendMessage`.
    const NAME: &'static str = Self::DECLARED.name;
    /// The id at the start of the boxed form.
    const ID: u32 = Self::DECLARED.id;
}

/// The facts of a declaration.
///
/// They are one constant, because the compiler pays for each constant of each type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The id at the start of the boxed form.
    pub id: u32,
    /// The name in the schema, with its namespace.
    pub name: &'static str,
    /// The minimum number of bytes that the fields take.
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
