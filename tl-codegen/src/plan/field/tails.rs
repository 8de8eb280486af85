//! Decides which values end the value that contains them.
//!
//! An `Object` has no mark of its end. As the last value it takes the rest of the bytes, whatever its schema;
//! before other values, the module's own schema determines its end.
//!
//! Goldens: `objects`.

use core::ptr;

use typelang_parser::{
    Schema,
    schema::{Arg, Builtin, Combinator, CombinatorId, Field, Form, TypeExpr, TypeId},
    syntax::Role,
};

use crate::queries::made_by;

/// Types and calls that may be followed by other values.
#[derive(Debug)]
pub(crate) struct Tails {
    types: Vec<bool>,
    /// Whether calls may: all of them, since any call may be within another.
    calls: bool,
}

impl Tails {
    /// Finds the types whose values are followed by others.
    pub(crate) fn new(schema: &Schema) -> Self {
        let mut tails = Self { types: vec![false; schema.types.len()], calls: false };
        let mut found = Vec::new();
        for combinator in &schema.combinators {
            tails.inner(schema, combinator, &mut found);
        }
        if tails.calls {
            let calls = schema.combinators.iter().filter(|it| it.role == Role::Function);
            calls.for_each(|call| tails.last(schema, call, &mut found));
        }
        while let Some(ty) = found.pop() {
            for constructor in &schema[ty].constructors {
                tails.last(schema, &schema[*constructor], &mut found);
            }
        }
        tails
    }

    /// Returns whether nothing is written after `field` of a combinator, wherever its value is.
    pub(crate) fn is_last(&self, schema: &Schema, id: CombinatorId, field: &Field) -> bool {
        let combinator = &schema[id];
        let is_followed = match combinator.role {
            Role::Function => self.calls,
            Role::Constructor => made_by(combinator).is_some_and(|ty| self.types[ty.0 as usize]),
        };
        !is_followed && last_of(schema, combinator).is_some_and(|last| ptr::eq(last, field))
    }

    /// Records the types of fields that others follow within a combinator.
    fn inner(&mut self, schema: &Schema, combinator: &Combinator, found: &mut Vec<TypeId>) {
        let last = last_of(schema, combinator);
        for field in &combinator.fields {
            let is_last = last.is_some_and(|last| ptr::eq(last, field));
            self.note(schema, &field.ty, !is_last, found);
        }
        if combinator.role == Role::Function {
            self.note(schema, &combinator.result, false, found);
        }
    }

    /// Records the type of the last field of a combinator that is followed by something.
    fn last(&mut self, schema: &Schema, combinator: &Combinator, found: &mut Vec<TypeId>) {
        if let Some(field) = last_of(schema, combinator) {
            self.note(schema, &field.ty, true, found);
        }
    }

    fn note(
        &mut self,
        schema: &Schema,
        expr: &TypeExpr,
        is_followed: bool,
        found: &mut Vec<TypeId>,
    ) {
        match expr {
            TypeExpr::Apply(apply) => {
                let known = &mut self.types[apply.ty.0 as usize];
                if is_followed && !*known {
                    *known = true;
                    // An object is read separately.
                    found.extend((schema[apply.ty].builtin.is_none()).then_some(apply.ty));
                }
                for arg in &apply.args {
                    if let Arg::Type(arg) = arg {
                        self.note(schema, arg, true, found);
                    }
                }
            }
            TypeExpr::Repetition(repetition) => {
                for field in &repetition.fields {
                    self.note(schema, &field.ty, true, found);
                }
            }
            TypeExpr::Var(_) => self.calls |= is_followed,
            TypeExpr::Nat | TypeExpr::Type => {}
        }
    }
}

/// Returns the last field that writes something.
fn last_of<'c>(schema: &Schema, combinator: &'c Combinator) -> Option<&'c Field> {
    let is_nothing = |field: &&Field| {
        matches!(&field.ty, TypeExpr::Apply(apply)
            if apply.form == Form::Bare && schema[apply.ty].builtin == Some(Builtin::True))
    };
    combinator.fields.iter().rev().find(|field| !is_nothing(field))
}
