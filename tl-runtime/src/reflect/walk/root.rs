//! The type to read bytes as.

use crate::reflect::schema::{combinator::Combinator, expr::TypeExpr, table::Schema};

/// The type to read bytes as.
#[derive(Clone, Copy, Debug)]
pub enum Root<'s> {
    /// Any boxed value or call, by its id.
    Any,
    /// Any call, by its id.
    Call,
    /// A value of a type of this schema.
    Type(&'s Schema, &'s TypeExpr),
    /// This constructor or function of this schema, with its id.
    Boxed(&'s Schema, &'s Combinator),
}

impl<'s> Root<'s> {
    /// The constructor or function with this name in the first schema that has one.
    #[must_use]
    #[inline]
    pub fn boxed(schemas: &'s [Schema], name: &str) -> Option<Self> {
        schemas.iter().find_map(|schema| Some(Root::Boxed(schema, schema.named(name)?)))
    }
}
