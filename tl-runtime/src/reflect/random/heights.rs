//! How deep the least value of each combinator is.

use crate::reflect::random::choice::is_plain;
use crate::reflect::schema::{
    builtin::Builtin,
    combinator::{Combinator, Role},
    expr::{Apply, Arg, Node, TypeExpr},
    field::Field,
    table::Schema,
};
use alloc::{vec, vec::Vec};

/// No value at all.
pub(super) const NONE: u32 = u32::MAX;

/// For each combinator of each schema how many levels its least value has, or [`NONE`].
///
/// A constructor of least height has only fields of types with lesser ones: whoever always takes it comes to an end.
pub(super) fn heights(schemas: &[Schema]) -> Vec<Vec<u32>> {
    let unknown = |schema: &Schema| vec![NONE; schema.combinators.len()];
    let mut heights: Vec<Vec<u32>> = schemas.iter().map(unknown).collect();
    let (mut object, mut call) = (NONE, NONE);
    loop {
        let mut changed = false;
        for (schema, heights) in schemas.iter().zip(&mut heights) {
            for (at, combinator) in schema.combinators.iter().enumerate() {
                let known = Known { schema, heights, object, call };
                let height = known.of_combinator(combinator).saturating_add(1);
                if height < heights[at] {
                    heights[at] = height;
                    changed = true;
                }
                let any = match combinator.role {
                    Role::Function => &mut call,
                    Role::Constructor if is_plain(schema, combinator) => &mut object,
                    Role::Constructor => continue,
                };
                *any = height.min(*any);
            }
        }
        if !changed {
            return heights;
        }
    }
}

/// What is known so far.
struct Known<'s> {
    schema: &'s Schema,
    heights: &'s [u32],
    /// That of the least object, and of the least call, of any schema.
    object: u32,
    call: u32,
}

impl Known<'_> {
    fn of_combinator(&self, combinator: &Combinator) -> u32 {
        let is_call = combinator.role == Role::Function;
        let height = |field: &Field| match &field.ty.0 {
            _ if field.is_call => self.call,
            // Nothing says what a function's own variable stands for.
            Node::Var(_) if is_call => NONE,
            ty => self.of_type(ty),
        };
        needed(&combinator.fields).map(height).max().unwrap_or_default()
    }

    fn of_type(&self, ty: &Node) -> u32 {
        match ty {
            Node::Nat | Node::Var(_) => 0,
            Node::Kind => NONE,
            Node::Apply(apply) => self.of_apply(apply),
            // A number that a field tells may be 0, unless it has something added.
            Node::Repetition(repetition) if repetition.times.plus == 0 => 0,
            Node::Repetition(repetition) => {
                let fields = needed(&repetition.fields);
                fields.map(|field| self.of_type(&field.ty.0)).max().unwrap_or_default()
            }
        }
    }

    fn of_apply(&self, apply: &Apply) -> u32 {
        let ty = &self.schema.types[apply.ty as usize];
        match ty.builtin {
            Some(Builtin::Object) => return self.object,
            Some(Builtin::Function) => return self.call,
            Some(_) => return 0,
            None => {}
        }
        let own = ty.constructors.iter().map(|index| self.heights[*index as usize]).min();
        let args = apply.args.iter().map(|arg| match arg {
            Arg::Type(TypeExpr(ty)) => self.of_type(ty),
            Arg::Nat(_) => 0,
        });
        args.fold(own.unwrap_or(NONE), u32::max)
    }
}

/// The fields that every value has.
fn needed(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|field| field.condition.is_none())
}
