//! The state of specializing one declaration.
//!
//! Goldens: none, because it holds what `specialize` has so far.

use std::{collections::BTreeMap, sync::Arc};

use typelang_parser::{
    Location, Schema,
    schema::{Combinator, CombinatorId, Field, NatExpr, TypeExpr, Var, VarId},
};

use super::{expanded::Filled, rows, unify::Binding};

/// The state of specializing a declaration: the bindings of its variables, and the variables of the result.
pub(crate) struct Scope<'s> {
    pub(crate) id: CombinatorId,
    pub(crate) source: &'s Combinator,
    pub(crate) env: Vec<Binding>,
    pub(crate) vars: Vec<Var>,
    pub(crate) filled: Filled,
    pub(crate) calls: Vec<(VarId, TypeExpr)>,
    /// For each number that has a field, the bits on which the declaration lets something depend.
    pub(crate) declared: BTreeMap<VarId, u32>,
    /// The names of its fields, by place.
    pub(crate) names: BTreeMap<Location, &'s str>,
    /// The declaration as TL.
    pub(crate) line: Arc<str>,
}

impl<'s> Scope<'s> {
    /// Creates the scope of a declaration, which is `line` as TL.
    pub(crate) fn new(
        schema: &'s Schema,
        id: CombinatorId,
        env: Vec<Binding>,
        line: &Arc<str>,
    ) -> Self {
        let (names, line) = (rows::names(&schema[id].fields), Arc::clone(line));
        Self { names, line, ..Self::of_result(schema, id, env) }
    }

    /// Creates a scope that suffices for the arguments of the result, which have no fields.
    pub(crate) fn of_result(schema: &'s Schema, id: CombinatorId, env: Vec<Binding>) -> Self {
        Self {
            id,
            source: &schema[id],
            env,
            vars: Vec::new(),
            filled: Filled::default(),
            calls: Vec::new(),
            declared: BTreeMap::new(),
            names: BTreeMap::new(),
            line: Arc::default(),
        }
    }
}

impl Scope<'_> {
    /// Adds a variable to the result.
    pub(crate) fn bind(&mut self, var: VarId, new: Var) -> VarId {
        let id = VarId(u32::try_from(self.vars.len()).unwrap_or(u32::MAX));
        self.vars.push(new);
        self.env[var.0 as usize] = Binding::Number(NatExpr { var: Some(id), plus: 0 });
        id
    }

    pub(crate) fn number(&self, var: VarId) -> NatExpr {
        match self.env[var.0 as usize] {
            Binding::Number(number) => number,
            // Reported elsewhere.
            Binding::Open | Binding::Type(_) => NatExpr { var: None, plus: 0 },
        }
    }

    pub(crate) fn ty(&self, var: VarId) -> TypeExpr {
        match &self.env[var.0 as usize] {
            Binding::Type(ty) => ty.clone(),
            Binding::Open | Binding::Number(_) => TypeExpr::Type,
        }
    }

    pub(crate) fn amount(&self, nat: NatExpr) -> NatExpr {
        let Some(var) = nat.var else { return nat };
        let number = self.number(var);
        NatExpr { plus: number.plus.saturating_add(nat.plus), ..number }
    }

    /// Records that a field is absent: its number is 0.
    pub(crate) fn absent(&mut self, field: &Field) {
        if let Some(var) = field.defines {
            self.env[var.0 as usize] = Binding::Number(NatExpr { var: None, plus: 0 });
        }
    }
}
