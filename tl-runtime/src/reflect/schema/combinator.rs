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
    /// Its index in the schema.
    pub(crate) index: u32,
    pub(crate) role: Role,
    pub(crate) id: u32,
    pub(crate) name: Box<str>,
    pub(crate) vars: Vec<Var>,
    pub(crate) fields: Box<[Field]>,
    pub(crate) result: TypeExpr,
    /// The minimum number of bytes that the fields take.
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

/// A variable of a combinator, and its dependents.
#[derive(Clone, Debug)]
pub(crate) struct Var {
    pub(crate) name: Box<str>,
    pub(crate) kind: Kind,
    pub(crate) is_param: bool,
    pub(crate) uses: Uses,
}

impl Combinator {
    /// The name with its namespace: `messages.sendMessage`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id at the start of the boxed form.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Constructor or function.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The fields, in wire order.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The type that a constructor makes or a function returns.
    #[must_use]
    pub const fn result(&self) -> &TypeExpr {
        &self.result
    }

    /// The bits of a `#` field that control other fields, each with a field.
    pub fn bits_of<'s>(&'s self, word: &'s Field) -> impl Iterator<Item = (u32, &'s Field)> {
        let of_word = |field: &'s Field| {
            let condition = field.condition.filter(|it| Some(it.var) == word.var)?;
            Some((condition.bit, field))
        };
        self.fields.iter().filter_map(of_word)
    }

    /// Whether another combinator of the schema has the same name, so that JSON also needs the id.
    #[cfg(feature = "serde")]
    pub(crate) const fn shares_name(&self) -> bool {
        self.shares_name
    }

    /// The number of variables in braces; each use of its type gives their values.
    #[must_use]
    #[inline]
    pub fn params(&self) -> usize {
        self.vars.iter().filter(|var| var.is_param).count()
    }

    /// The type of a function's response, as the root of a walk. `None` for a constructor, and for a function whose
    /// response depends on its arguments, such as a wrapper.
    #[must_use]
    #[inline]
    pub fn response(&self) -> Option<&TypeExpr> {
        (self.role == Role::Function && self.params() == 0).then_some(&self.result)
    }

    /// Whether it has parameters that only an enclosing type can give.
    #[inline]
    pub(crate) fn needs_arguments(&self) -> bool {
        self.role == Role::Constructor && self.params() > 0
    }

    /// The arguments of its type.
    pub(crate) fn patterns(&self) -> &[Arg] {
        match &self.result.0 {
            Node::Apply(apply) => &apply.args,
            _ => &[],
        }
    }
}
