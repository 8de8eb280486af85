//! Whether types of two schemas are the same.

use super::pair::Pair;
use crate::schema::{Apply, Arg, Combinator, NatExpr, Origin, Schema, TypeExpr, VarId};

/// Compares the types that a combinator refers to in the old and in the new schema.
pub(super) struct References<'p, 's>(&'p Pair<'s>);

/// Where a variable comes from.
#[derive(PartialEq, Eq)]
pub(super) enum Place {
    /// The index among the parameters.
    Param(usize),
    /// The index among the fields, or among the variables if it is in a repetition.
    Field(usize),
    Inner(usize),
}

/// The place of a variable, which stays when it is renamed.
pub(super) fn place(of: &Combinator, var: VarId) -> Place {
    let index = var.0 as usize;
    if of[var].origin == Origin::Param {
        return Place::Param(index);
    }
    match of.fields.iter().position(|field| field.defines == Some(var)) {
        Some(at) => Place::Field(at),
        None => Place::Inner(index),
    }
}

impl<'p, 's> References<'p, 's> {
    pub(super) const fn new(pair: &'p Pair<'s>) -> Self {
        Self(pair)
    }

    /// Whether two variables have the same place.
    pub(super) fn is_same_var(&self, was: VarId, is: VarId) -> bool {
        place(self.0.was, was) == place(self.0.is, is)
    }

    /// Whether a type is as it was. It may get further arguments.
    pub(super) fn is_same(&self, was: &TypeExpr, is: &TypeExpr) -> bool {
        match (was, is) {
            (TypeExpr::Nat, TypeExpr::Nat) | (TypeExpr::Type, TypeExpr::Type) => true,
            (TypeExpr::Var(was), TypeExpr::Var(is)) => self.is_same_var(*was, *is),
            (TypeExpr::Apply(was), TypeExpr::Apply(is)) => self.is_same_apply(was, is),
            (TypeExpr::Repetition(was), TypeExpr::Repetition(is)) => {
                let mut fields = was.fields.iter().zip(&is.fields);
                self.is_same_nat(was.times, is.times)
                    && was.fields.len() == is.fields.len()
                    && fields.all(|(was, is)| self.is_same(&was.ty, &is.ty))
            }
            _ => false,
        }
    }

    fn is_same_apply(&self, was: &Apply, is: &Apply) -> bool {
        let name = |schema: &'s Schema, apply: &Apply| schema[apply.ty].name.as_str();
        name(self.0.old, was) == name(self.0.new, is)
            && was.form == is.form
            && was.args.iter().zip(&is.args).all(|(was, is)| self.is_same_arg(was, is))
    }

    fn is_same_arg(&self, was: &Arg, is: &Arg) -> bool {
        match (was, is) {
            (Arg::Type(was), Arg::Type(is)) => self.is_same(was, is),
            (Arg::Nat(was), Arg::Nat(is)) => self.is_same_nat(*was, *is),
            _ => false,
        }
    }

    fn is_same_nat(&self, was: NatExpr, is: NatExpr) -> bool {
        let is_var = match (was.var, is.var) {
            (None, None) => true,
            (Some(was), Some(is)) => self.is_same_var(was, is),
            _ => false,
        };
        is_var && was.plus == is.plus
    }
}
