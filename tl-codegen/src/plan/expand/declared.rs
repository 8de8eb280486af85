//! The bits of numbers on which declarations let something depend, whatever arguments their types are given.
//!
//! A constant argument leaves fields out, and so does a type that ignores a parameter. Bits on which only
//! such fields depend are not data. Strict options refuse them in generated code because walks, which know
//! only declarations, refuse them too.
//!
//! Goldens: `constants`.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::{
    Schema,
    schema::{Apply, Arg, CombinatorId, Field, NatExpr, TypeExpr, TypeId, VarId},
};

/// The bits of each variable of each combinator.
#[derive(Debug)]
pub(crate) struct Declared(Vec<Vec<u32>>);

impl Declared {
    /// Computes the bits for all combinators of a schema.
    pub(crate) fn new(schema: &Schema) -> Self {
        let none = schema.combinators.iter().map(|it| vec![0; it.vars.len()]);
        let (arguments, open) = (BTreeMap::new(), BTreeSet::new());
        let mut sites = Sites { schema, all: none.collect(), arguments, open };
        for (id, combinator) in schema.combinators() {
            sites.fields(id, &combinator.fields);
        }
        sites.choices();
        sites.settle();
        Self(sites.all)
    }

    /// Returns the bits of a variable of a combinator.
    pub(crate) fn of(&self, id: CombinatorId, var: VarId) -> u32 {
        self.0[id.0 as usize][var.0 as usize]
    }
}

/// A variable of a combinator.
type Place = (CombinatorId, VarId);

/// An argument of a type.
#[derive(Default)]
struct Argument {
    bits: u32,
    /// The numbers passed as this argument, and whether each is part of a sum.
    given: Vec<(Place, bool)>,
}

struct Sites<'s> {
    schema: &'s Schema,
    all: Vec<Vec<u32>>,
    /// By type and position.
    arguments: BTreeMap<(TypeId, usize), Argument>,
    /// Variables with bits that have not been propagated to their arguments.
    open: BTreeSet<Place>,
}

impl Sites<'_> {
    fn fields(&mut self, of: CombinatorId, fields: &[Field]) {
        for field in fields {
            if let Some(condition) = field.condition {
                self.add((of, condition.mask), 1 << condition.bit);
            }
            self.expr(of, &field.ty);
        }
    }

    fn expr(&mut self, of: CombinatorId, expr: &TypeExpr) {
        match expr {
            TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
            TypeExpr::Apply(apply) => self.apply(of, apply),
            TypeExpr::Repetition(repetition) => {
                if let Some(var) = repetition.times.var {
                    self.add((of, var), u32::MAX);
                }
                self.fields(of, &repetition.fields);
            }
        }
    }

    fn apply(&mut self, of: CombinatorId, apply: &Apply) {
        for (at, arg) in apply.args.iter().enumerate() {
            match arg {
                Arg::Type(ty) => self.expr(of, ty),
                Arg::Nat(NatExpr { var: None, .. }) => {}
                Arg::Nat(NatExpr { var: Some(var), plus }) => {
                    let argument = self.arguments.entry((apply.ty, at)).or_default();
                    argument.given.push(((of, *var), *plus > 0));
                }
            }
        }
    }

    /// Marks the arguments that distinguish constructors: every bit of such a number matters.
    fn choices(&mut self) {
        let told: Vec<(TypeId, usize)> = self.arguments.keys().copied().collect();
        for (ty, at) in told {
            let mut constructors = self.schema[ty].constructors.iter();
            if constructors.any(|id| self.parameter(*id, at).is_none()) {
                self.carry(ty, at, u32::MAX);
            }
        }
    }

    /// Returns the parameter that an argument binds for any value.
    fn parameter(&self, id: CombinatorId, at: usize) -> Option<VarId> {
        let TypeExpr::Apply(made) = &self.schema[id].result else { return None };
        match made.args.get(at) {
            Some(Arg::Nat(NatExpr { var, plus: 0 })) => *var,
            _ => None,
        }
    }

    fn add(&mut self, place: Place, bits: u32) {
        let known = &mut self.all[place.0.0 as usize][place.1.0 as usize];
        if *known | bits != *known {
            *known |= bits;
            self.open.insert(place);
        }
    }

    /// Adds bits to an argument and to the numbers passed as it.
    fn carry(&mut self, ty: TypeId, at: usize, bits: u32) {
        let Some(argument) = self.arguments.get_mut(&(ty, at)) else { return };
        if argument.bits | bits == argument.bits {
            return;
        }
        argument.bits |= bits;
        let bits = argument.bits;
        for (place, is_sum) in argument.given.clone() {
            // The bits of a sum are not those of the number.
            self.add(place, if is_sum { u32::MAX } else { bits });
        }
    }

    /// Propagates bits from parameters to arguments until nothing changes.
    fn settle(&mut self) {
        while let Some((id, var)) = self.open.pop_first() {
            let TypeExpr::Apply(made) = &self.schema[id].result else { continue };
            let bits = self.all[id.0 as usize][var.0 as usize];
            for at in 0..made.args.len() {
                if self.parameter(id, at) == Some(var) {
                    self.carry(made.ty, at, bits);
                }
            }
        }
    }
}
