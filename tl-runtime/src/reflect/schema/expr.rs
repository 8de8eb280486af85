//! Types of fields.

use crate::reflect::schema::field::Field;
use alloc::boxed::Box;

/// The type of a field: a name with arguments, a variable, or a repetition.
#[derive(Clone, Debug)]
pub struct TypeExpr(pub(crate) Node);

impl TypeExpr {
    /// Whether it depends on variables of its combinator, so that it alone does not say how values are encoded.
    #[must_use]
    #[inline]
    pub fn has_variables(&self) -> bool {
        let of_nat = |nat: &Nat| nat.var.is_some();
        match &self.0 {
            Node::Nat | Node::Kind => false,
            Node::Var(_) => true,
            Node::Apply(apply) => apply.args.iter().any(|arg| match arg {
                Arg::Type(ty) => ty.has_variables(),
                Arg::Nat(nat) => of_nat(nat),
            }),
            Node::Repetition(repetition) => {
                of_nat(&repetition.times)
                    || repetition.fields.iter().any(|field| field.ty.has_variables())
            }
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// `#`
    Nat,
    /// `Type`, which has no encoding.
    Kind,
    Var(u32),
    Apply(Apply),
    Repetition(Repetition),
}

/// A type and its arguments.
#[derive(Clone, Debug)]
pub(crate) struct Apply {
    /// The index of the type.
    pub(crate) ty: u32,
    pub(crate) form: Form,
    pub(crate) args: Box<[Arg]>,
}

/// Whether a value starts with its constructor's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The id, then the fields.
    Boxed,
    /// Only the fields.
    Bare,
}

#[derive(Clone, Debug)]
pub(crate) enum Arg {
    Type(TypeExpr),
    Nat(Nat),
}

/// A constant, or the sum of a variable and a constant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nat {
    pub(crate) var: Option<u32>,
    pub(crate) plus: u32,
}

/// `n*[ … ]`
#[derive(Clone, Debug)]
pub(crate) struct Repetition {
    pub(crate) times: Nat,
    pub(crate) fields: Box<[Field]>,
}
