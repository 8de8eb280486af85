//! What depends on each `#`, also in the types that it is given to.

use crate::reflect::schema::{
    combinator::{Combinator, Role, Var},
    expr::{Apply, Arg, Nat, Node, TypeExpr},
    field::{Condition, Field, Uses},
    measure::mentions,
    table::Schema,
};
use alloc::{vec, vec::Vec};

/// Notes the uses of all variables; `order` has all combinators, and what they hold comes first where that is possible.
pub(crate) fn note_uses(schema: &mut Schema, order: &[u32]) {
    let users = users(schema);
    let mut round = order.to_vec();
    let mut is_queued = vec![true; schema.combinators.len()];
    while !round.is_empty() {
        let mut next = Vec::new();
        let mut queue = |user: u32, is_queued: &mut [bool]| {
            if !is_queued[user as usize] {
                is_queued[user as usize] = true;
                next.push(user);
            }
        };
        for at in round {
            is_queued[at as usize] = false;
            if !renew(schema, at) {
                continue;
            }
            if let Node::Apply(apply) = &schema.combinators[at as usize].result.0 {
                for &user in &users[apply.ty as usize] {
                    queue(user, &mut is_queued);
                }
            }
            // What it says of itself may follow from what it said, too.
            queue(at, &mut is_queued);
        }
        round = next;
    }
    for combinator in &mut schema.combinators {
        let vars = &combinator.vars;
        tell(&mut combinator.fields, vars);
    }
}

/// For each type with parameters the combinators that hold it.
fn users(schema: &Schema) -> Vec<Vec<u32>> {
    let mut users = vec![Vec::<u32>::new(); schema.types.len()];
    let mut held = Vec::new();
    for (at, combinator) in (0..).zip(&schema.combinators) {
        mentions(&combinator.fields, &mut held);
        for ty in held.drain(..).filter(|ty| !schema.types[*ty as usize].params.is_empty()) {
            let users = &mut users[ty as usize];
            if users.last() != Some(&at) {
                users.push(at);
            }
        }
    }
    users
}

/// Computes the uses of a combinator's variables from what is known of others, and says whether there are more now.
fn renew(schema: &mut Schema, at: u32) -> bool {
    let uses = uses_in(schema, &schema.combinators[at as usize]);
    let vars = &mut schema.combinators[at as usize].vars;
    let mut more = false;
    for (var, uses) in vars.iter_mut().zip(uses) {
        more |= var.uses != uses;
        var.uses = uses;
    }
    more
}

fn uses_in(schema: &Schema, combinator: &Combinator) -> Vec<Uses> {
    let mut uses = uses_of(&combinator.vars);
    let mut seen = Seen { schema, uses: &mut uses };
    seen.fields(&combinator.fields);
    if combinator.role == Role::Function {
        seen.response(&combinator.result);
    }
    uses
}

/// What depends on each variable.
fn uses_of(vars: &[Var]) -> Vec<Uses> {
    vars.iter().map(|var| var.uses).collect()
}

struct Seen<'s> {
    schema: &'s Schema,
    uses: &'s mut [Uses],
}

impl Seen<'_> {
    fn fields(&mut self, fields: &[Field]) {
        // In ascending order, because variables are numbered as they are read.
        let mut own = Vec::new();
        for field in fields {
            own.extend(field.var);
        }
        let is_own = |var| own.binary_search(&var).is_ok();
        for field in fields {
            if let Some(Condition { var, bit }) = field.condition {
                let is_remote = !is_own(var);
                let is_never = is_lone(fields, field, self.uses) && self.is_remote(fields, field);
                let never = u32::from(is_never) << bit;
                let bits = 1 << bit;
                self.add(var, Uses { bits, is_remote, never, ..Uses::default() });
            }
            match &field.ty.0 {
                Node::Nat | Node::Kind | Node::Var(_) => {}
                Node::Apply(apply) => self.apply(apply),
                Node::Repetition(repetition) => {
                    if let Some(var) = repetition.times.var {
                        let is_remote = field.condition.is_some() || !is_own(var);
                        self.add(var, Uses { counts: true, is_remote, ..Uses::default() });
                    }
                    self.fields(&repetition.fields);
                }
            }
        }
    }

    /// Whether one of the numbers behind a field's bit may be 0 whatever depends on it.
    fn is_remote(&self, fields: &[Field], field: &Field) -> bool {
        let beside = fields.iter().filter(|it| it.condition == field.condition);
        let mut numbers = beside.filter_map(|it| it.var);
        numbers.any(|var| self.uses[var as usize].is_remote)
    }

    fn apply(&mut self, apply: &Apply) {
        for (at, arg) in apply.args.iter().enumerate() {
            match arg {
                Arg::Type(TypeExpr(Node::Apply(apply))) => self.apply(apply),
                // A repetition is the type of a field. The compiled form also allows it here.
                Arg::Type(TypeExpr(Node::Repetition(repetition))) => {
                    self.fields(&repetition.fields);
                }
                Arg::Nat(Nat { var: Some(var), plus }) => {
                    let uses = uses_of_argument(self.schema, apply.ty, at);
                    let uses = if *plus > 0 { of_sum(uses) } else { uses };
                    self.add(*var, Uses { is_remote: true, ..uses });
                }
                _ => {}
            }
        }
    }

    /// Notes that the response is read by numbers, which are data then.
    fn response(&mut self, expr: &TypeExpr) {
        let Node::Apply(apply) = &expr.0 else { return };
        for arg in &apply.args {
            match arg {
                Arg::Type(arg) => self.response(arg),
                Arg::Nat(Nat { var: Some(var), .. }) => {
                    self.add(*var, Uses { is_data: true, ..Uses::default() });
                }
                Arg::Nat(_) => {}
            }
        }
    }

    fn add(&mut self, var: u32, more: Uses) {
        let known = &mut self.uses[var as usize];
        known.bits |= more.bits;
        known.counts |= more.counts;
        known.is_remote |= more.is_remote;
        known.never |= more.never;
        known.is_data |= more.is_data;
    }
}

/// Whether nothing but numbers that others depend on is behind a field's bit.
fn is_lone(fields: &[Field], field: &Field, uses: &[Uses]) -> bool {
    let is_number = |it: &Field| {
        let Some(var) = it.var else { return false };
        let Uses { bits, counts, .. } = uses[var as usize];
        bits != 0 || counts
    };
    field.condition.is_some()
        && fields.iter().filter(|it| it.condition == field.condition).all(is_number)
}

/// What is done with a number if that is done with its sum with a constant: a sum's bits are not the number's.
fn of_sum(uses: Uses) -> Uses {
    Uses { counts: uses.counts || uses.bits != 0, ..Uses::default() }
}

/// What a type's constructors do with an argument.
fn uses_of_argument(schema: &Schema, ty: u32, at: usize) -> Uses {
    let mut all = Uses::default();
    for constructor in schema.constructors_of(&schema.types[ty as usize]) {
        if let Some(Arg::Nat(Nat { var, plus })) = constructor.patterns().get(at) {
            let uses = var.map(|var| constructor.vars[var as usize].uses).unwrap_or_default();
            all.bits |= uses.bits;
            all.never |= uses.never;
            // If a number selects a constructor, it counts something.
            all.counts |= uses.counts || var.is_none() || *plus > 0;
        }
    }
    all
}

/// Tells fields that are a `#` what depends on them.
fn tell(fields: &mut [Field], vars: &[Var]) {
    let uses = uses_of(vars);
    for at in 0..fields.len() {
        let is_lone = is_lone(fields, &fields[at], &uses);
        let field = &mut fields[at];
        field.is_lone = is_lone;
        if let Some(var) = field.var {
            field.uses = vars[var as usize].uses;
        }
        if let Node::Repetition(repetition) = &mut field.ty.0 {
            tell(&mut repetition.fields, vars);
        }
    }
}
