//! TL's spelling of types.

use crate::reflect::schema::{
    combinator::Combinator,
    expr::{Apply, Arg, Form, Nat, Node, TypeExpr},
    field::Field,
    table::Schema,
};
use core::fmt;

/// The type of a field in TL's spelling: `flags.3?Vector<long>`.
#[derive(Clone, Copy, Debug)]
pub struct Spelled<'s> {
    schema: &'s Schema,
    combinator: &'s Combinator,
    field: &'s Field,
}

impl Schema {
    /// Spells the type of a field of one of the schema's combinators.
    #[must_use]
    #[inline]
    pub const fn spelled<'s>(
        &'s self,
        combinator: &'s Combinator,
        field: &'s Field,
    ) -> Spelled<'s> {
        Spelled { schema: self, combinator, field }
    }
}

impl fmt::Display for Spelled<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.of(self.field, f)
    }
}

impl Spelled<'_> {
    #[inline]
    fn of(&self, field: &Field, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(condition) = field.condition {
            write!(f, "{}.{}?", self.var(condition.var), condition.bit)?;
        }
        if field.is_call {
            f.write_str("!")?;
        }
        self.expr(&field.ty, f)
    }

    #[inline]
    fn var(&self, var: u32) -> &str {
        self.combinator.vars.get(var as usize).map_or("_", |var| &var.name)
    }

    #[inline]
    fn expr(&self, ty: &TypeExpr, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &ty.0 {
            Node::Nat => f.write_str("#"),
            Node::Kind => f.write_str("Type"),
            Node::Var(var) => f.write_str(self.var(*var)),
            Node::Apply(apply) => self.apply(apply, f),
            Node::Repetition(repetition) => {
                self.nat(repetition.times, f)?;
                f.write_str("*[")?;
                for field in &repetition.fields {
                    f.write_str(" ")?;
                    if !field.name.is_empty() {
                        write!(f, "{}:", field.name)?;
                    }
                    self.of(field, f)?;
                }
                f.write_str(" ]")
            }
        }
    }

    #[inline]
    fn apply(&self, apply: &Apply, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ty = &self.schema.types[apply.ty as usize];
        let only = match *ty.constructors {
            [only] if apply.form == Form::Bare => Some(only),
            _ => None,
        };
        match only.map(|index| self.schema.combinators[index as usize].name()) {
            Some(constructor) if constructor != "_" => f.write_str(constructor)?,
            _ => {
                f.write_str(if apply.form == Form::Bare { "%" } else { "" })?;
                f.write_str(&ty.name)?;
            }
        }
        for (at, arg) in apply.args.iter().enumerate() {
            f.write_str(if at == 0 { "<" } else { ", " })?;
            match arg {
                Arg::Type(ty) => self.expr(ty, f)?,
                Arg::Nat(nat) => self.nat(*nat, f)?,
            }
        }
        f.write_str(if apply.args.is_empty() { "" } else { ">" })
    }

    #[inline]
    fn nat(&self, nat: Nat, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match nat {
            Nat { var: None, plus } => write!(f, "{plus}"),
            Nat { var: Some(var), plus: 0 } => f.write_str(self.var(var)),
            Nat { var: Some(var), plus } => write!(f, "({}+{plus})", self.var(var)),
        }
    }
}
