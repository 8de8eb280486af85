//! The uses of each type, which the docs of types list.
//!
//! Goldens: `docs`, `recursion`.

use typelang_parser::{
    Schema,
    schema::{Arg, CombinatorId, TypeExpr, TypeId},
    syntax::Role,
};

/// The combinators that use a type.
#[derive(Clone, Debug, Default)]
pub(crate) struct UsesOf {
    /// Methods that return it, or a vector of it.
    pub(crate) returned: Vec<CombinatorId>,
    /// Methods that have a parameter of this type.
    pub(crate) taken: Vec<CombinatorId>,
    /// Constructors that have a field of this type.
    pub(crate) contained: Vec<CombinatorId>,
}

/// The uses of each type.
#[derive(Debug)]
pub(crate) struct Uses(Vec<UsesOf>);

impl Uses {
    /// Finds the uses.
    pub(crate) fn new(schema: &Schema) -> Self {
        let mut uses = Self(vec![UsesOf::default(); schema.types.len()]);
        for (id, combinator) in schema.combinators() {
            let is_method = combinator.role == Role::Function;
            if is_method {
                uses.note(&combinator.result, id, |uses| &mut uses.returned);
            }
            for field in &combinator.fields {
                if is_method {
                    uses.note(&field.ty, id, |uses| &mut uses.taken);
                } else {
                    uses.note(&field.ty, id, |uses| &mut uses.contained);
                }
            }
        }
        uses
    }

    /// Returns the uses of a type.
    pub(crate) fn of(&self, id: TypeId) -> &UsesOf {
        &self.0[id.0 as usize]
    }

    fn note(
        &mut self,
        expr: &TypeExpr,
        by: CombinatorId,
        list: fn(&mut UsesOf) -> &mut Vec<CombinatorId>,
    ) {
        let TypeExpr::Apply(apply) = expr else { return };
        let known = list(&mut self.0[apply.ty.0 as usize]);
        if known.last() != Some(&by) {
            known.push(by);
        }
        for arg in &apply.args {
            if let Arg::Type(arg) = arg {
                self.note(arg, by, list);
            }
        }
    }
}
