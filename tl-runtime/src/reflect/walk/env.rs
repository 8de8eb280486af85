//! The values of variables.

use crate::reflect::schema::{
    combinator::Combinator,
    expr::{Apply, Arg, Nat, Node, TypeExpr},
    table::Schema,
};
use alloc::vec::Vec;

/// The variables of one use of a combinator.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Env<'s> {
    pub(crate) schema: &'s Schema,
    base: usize,
}

impl Env<'_> {
    /// The number of variables around it.
    pub(crate) const fn base(&self) -> usize {
        self.base
    }
}

/// The value of a variable.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Slot<'s, N> {
    /// Nothing yet.
    Unset,
    /// A number, or a value that becomes one.
    Nat(N),
    /// A type, in the scope where it was written.
    Type(&'s TypeExpr, Env<'s>),
}

/// The variables of all open combinators, outermost first.
#[derive(Clone, Debug)]
pub(crate) struct Slots<'s, N> {
    slots: Vec<Slot<'s, N>>,
}

/// A number that can be compared with a constant and from which 1 can be subtracted.
pub(crate) trait Number: Copy {
    /// The number of a constant.
    fn constant(value: u32) -> Self;
    /// The sum; `None` if it is too large.
    fn plus(self, more: u32) -> Option<Self>;
    /// The difference; `None` if it is negative.
    fn minus(self, less: u32) -> Option<Self>;
    /// Whether it equals this constant, as far as is known.
    fn is(self, value: u32) -> bool;
}

impl<'s, N: Number> Slots<'s, N> {
    pub(crate) const fn new() -> Self {
        Self { slots: Vec::new() }
    }

    /// Makes room for a combinator's variables.
    pub(crate) fn open(&mut self, schema: &'s Schema, combinator: &'s Combinator) -> Env<'s> {
        let base = self.slots.len();
        self.slots.resize(base + combinator.vars.len(), Slot::Unset);
        Env { schema, base }
    }

    /// The scope of a type without variables.
    pub(crate) fn outside(&self, schema: &'s Schema) -> Env<'s> {
        Env { schema, base: self.slots.len() }
    }

    /// Removes the variables from here on.
    pub(crate) fn close(&mut self, env: Env<'s>) {
        self.slots.truncate(env.base);
    }

    pub(crate) fn get(&self, env: Env<'s>, var: u32) -> Slot<'s, N> {
        self.slots.get(env.base + var as usize).copied().unwrap_or(Slot::Unset)
    }

    pub(crate) fn set(&mut self, env: Env<'s>, var: u32, slot: Slot<'s, N>) {
        if let Some(place) = self.slots.get_mut(env.base + var as usize) {
            *place = slot;
        }
    }

    /// The value of a number expression.
    pub(crate) fn number(&self, env: Env<'s>, nat: Nat) -> Option<N> {
        match nat.var {
            None => Some(N::constant(nat.plus)),
            Some(var) => match self.get(env, var) {
                Slot::Nat(number) => number.plus(nat.plus),
                _ => None,
            },
        }
    }

    /// The type, with variables replaced by their values.
    pub(crate) fn resolve(
        &self,
        ty: &'s TypeExpr,
        env: Env<'s>,
    ) -> Option<(&'s TypeExpr, Env<'s>)> {
        match ty.0 {
            // The value of a variable is not a variable: it was looked up when it was bound.
            Node::Var(var) => match self.get(env, var) {
                Slot::Type(ty, env) => Some((ty, env)),
                _ => None,
            },
            _ => Some((ty, env)),
        }
    }

    /// Makes room for a constructor's variables and sets them from the arguments of its type. `None` if the constructor
    /// makes no value of the type with these arguments.
    pub(crate) fn bind(
        &mut self,
        constructor: &'s Combinator,
        apply: &'s Apply,
        outer: Env<'s>,
    ) -> Option<Env<'s>> {
        let env = self.open(outer.schema, constructor);
        let bound = self.match_all(constructor.patterns(), env, &apply.args, outer);
        if bound.is_none() {
            self.close(env);
        }
        bound.map(|()| env)
    }

    fn match_all(
        &mut self,
        patterns: &'s [Arg],
        env: Env<'s>,
        args: &'s [Arg],
        outer: Env<'s>,
    ) -> Option<()> {
        for (pattern, arg) in patterns.iter().zip(args) {
            match (pattern, arg) {
                (Arg::Nat(pattern), Arg::Nat(arg)) => {
                    let number = self.number(outer, *arg)?;
                    self.match_number(*pattern, env, number)?;
                }
                (Arg::Type(pattern), Arg::Type(arg)) => {
                    let (ty, outer) = self.resolve(arg, outer)?;
                    self.match_type(pattern, env, ty, outer)?;
                }
                _ => return None,
            }
        }
        Some(())
    }

    fn match_number(&mut self, pattern: Nat, env: Env<'s>, number: N) -> Option<()> {
        match pattern.var {
            None => number.is(pattern.plus).then_some(()),
            Some(var) => {
                self.set(env, var, Slot::Nat(number.minus(pattern.plus)?));
                Some(())
            }
        }
    }

    fn match_type(
        &mut self,
        pattern: &'s TypeExpr,
        env: Env<'s>,
        ty: &'s TypeExpr,
        outer: Env<'s>,
    ) -> Option<()> {
        match (&pattern.0, &ty.0) {
            (Node::Var(var), _) => {
                self.set(env, *var, Slot::Type(ty, outer));
                Some(())
            }
            (Node::Apply(pattern), Node::Apply(apply)) => {
                let same = pattern.ty == apply.ty && pattern.form == apply.form;
                if !same {
                    return None;
                }
                self.match_all(&pattern.args, env, &apply.args, outer)
            }
            _ => None,
        }
    }
}
