//! Constructors and functions.

use crate::reflect::schema::{
    expr::{Arg, Node, TypeExpr},
    field::{Field, Uses},
    types::Kind,
};
use alloc::{boxed::Box, vec::Vec};

/// A constructor or a function.
#[derive(Clone, Debug)]
pub struct Combinator {
    /// Its place in the schema.
    pub(crate) index: u32,
    pub(crate) role: Role,
    pub(crate) id: u32,
    pub(crate) name: Box<str>,
    pub(crate) vars: Vec<Var>,
    pub(crate) fields: Box<[Field]>,
    pub(crate) result: TypeExpr,
    /// How many bytes the fields take at least.
    pub(crate) least: u64,
    /// Whether another combinator of the schema has the same name.
    pub(crate) shares_name: bool,
}

/// Constructor or function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A constructor, which makes values of a type.
    Constructor,
    /// A function, which makes calls.
    Function,
}

/// A variable of a combinator, and what depends on it.
#[derive(Clone, Debug)]
pub(crate) struct Var {
    pub(crate) name: Box<str>,
    pub(crate) kind: Kind,
    pub(crate) is_param: bool,
    pub(crate) uses: Uses,
}

impl Combinator {
    /// The name with its namespaces: `messages.sendMessage`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id that opens the boxed form.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Constructor or function.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The fields, in the order of the wire.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The bits of a `#` field that tell of fields, with those fields.
    pub fn bits_of<'s>(&'s self, word: &'s Field) -> impl Iterator<Item = (u32, &'s Field)> {
        let of_word = |field: &'s Field| {
            let condition = field.condition.filter(|it| Some(it.var) == word.var)?;
            Some((condition.bit, field))
        };
        self.fields.iter().filter_map(of_word)
    }

    /// Whether another combinator of the schema has the same name, so that JSON needs the id behind it.
    #[cfg(feature = "serde")]
    pub(crate) const fn shares_name(&self) -> bool {
        self.shares_name
    }

    /// How many variables in braces it has; whoever uses its type gives them.
    #[must_use]
    pub fn params(&self) -> usize {
        self.vars.iter().filter(|var| var.is_param).count()
    }

    /// Whether it has parameters that only a type around it can give.
    pub(crate) fn needs_arguments(&self) -> bool {
        self.role == Role::Constructor && self.params() > 0
    }

    /// The arguments of the type that it makes.
    pub(crate) fn patterns(&self) -> &[Arg] {
        match &self.result.0 {
            Node::Apply(apply) => &apply.args,
            _ => &[],
        }
    }
}
