//! Types of fields.

use crate::reflect::schema::field::Field;
use alloc::boxed::Box;

/// The type of a field: a name with arguments, a variable, or a repetition.
#[derive(Clone, Debug)]
pub struct TypeExpr(pub(crate) Node);

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
