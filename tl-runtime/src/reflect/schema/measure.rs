//! Properties of a schema as a whole: minimum sizes, cycles, and the dependents of each `#`.

use crate::reflect::schema::{
    builtin::Builtin,
    combinator::{Combinator, Var},
    expr::{Apply, Arg, Form, Nat, Node, TypeExpr},
    field::{Condition, Field, Uses},
    graph::cyclic,
    table::Schema,
    types::Type,
};
use alloc::{collections::BTreeSet, vec::Vec};

/// The number of rounds that pass sizes and uses from types to their holders.
///
/// A size that is not final yet is too small, which only weakens a check.
const ROUNDS: usize = 16;

/// The maximum size, so that sums cannot overflow.
const LARGEST: u64 = 1 << 40;

pub(crate) fn measure(schema: &mut Schema) {
    mark_cycles(schema);
    for _ in 0..ROUNDS {
        if !grow(schema) {
            break;
        }
    }
    for _ in 0..ROUNDS {
        if !spread(schema) {
            break;
        }
    }
    for combinator in &mut schema.combinators {
        let vars = &combinator.vars;
        tell(&mut combinator.fields, vars);
    }
}

fn mark_cycles(schema: &mut Schema) {
    let edges = |ty: &Type| {
        let mut targets = Vec::new();
        for &constructor in &ty.constructors {
            mentions(&schema.combinators[constructor as usize].fields, &mut targets);
        }
        targets
    };
    let graph: Vec<Vec<u32>> = schema.types.iter().map(edges).collect();
    for (ty, is_cyclic) in schema.types.iter_mut().zip(cyclic(&graph)) {
        ty.is_cyclic = is_cyclic;
    }
}

/// The types that fields refer to.
fn mentions(fields: &[Field], out: &mut Vec<u32>) {
    for field in fields {
        mentions_of(&field.ty, out);
    }
}

fn mentions_of(expr: &TypeExpr, out: &mut Vec<u32>) {
    match &expr.0 {
        Node::Nat | Node::Kind | Node::Var(_) => {}
        Node::Repetition(repetition) => mentions(&repetition.fields, out),
        Node::Apply(apply) => {
            out.push(apply.ty);
            for arg in &apply.args {
                if let Arg::Type(arg) = arg {
                    mentions_of(arg, out);
                }
            }
        }
    }
}

/// Computes sizes from those of the previous round, and returns whether one has grown.
fn grow(schema: &mut Schema) -> bool {
    let sizes: Vec<u64> =
        schema.combinators.iter().map(|it| least_of(schema, &it.fields)).collect();
    let mut grown = false;
    for (combinator, size) in schema.combinators.iter_mut().zip(sizes) {
        grown |= combinator.least < size;
        combinator.least = size;
    }
    grown
}

pub(crate) fn least_of(schema: &Schema, fields: &[Field]) -> u64 {
    let size = |field: &Field| match field.condition {
        Some(_) => 0,
        None if field.is_call => 4,
        None => least(schema, &field.ty),
    };
    fields.iter().map(size).fold(0, u64::saturating_add).min(LARGEST)
}

/// The minimum number of bytes of a value of the type, for any values of its variables.
pub(crate) fn least(schema: &Schema, expr: &TypeExpr) -> u64 {
    match &expr.0 {
        Node::Nat => 4,
        Node::Kind | Node::Var(_) => 0,
        Node::Apply(apply) => least_of_apply(schema, apply),
        Node::Repetition(repetition) => {
            let times = u64::from(repetition.times.plus);
            least_of(schema, &repetition.fields).saturating_mul(times).min(LARGEST)
        }
    }
}

fn least_of_apply(schema: &Schema, apply: &Apply) -> u64 {
    let ty = &schema.types[apply.ty as usize];
    let bare = match ty.builtin {
        Some(builtin) => builtin.least(),
        None => schema.constructors_of(ty).map(|it| it.least).min().unwrap_or_default(),
    };
    let has_id = apply.form == Form::Boxed && ty.builtin.is_none_or(Builtin::has_bare_form);
    if has_id { bare.saturating_add(4) } else { bare }
}

/// Computes the dependents of variables from those of the previous round, and returns whether there are more.
fn spread(schema: &mut Schema) -> bool {
    let uses: Vec<Vec<Uses>> = schema.combinators.iter().map(|it| uses_in(schema, it)).collect();
    let mut more = false;
    for (combinator, uses) in schema.combinators.iter_mut().zip(uses) {
        for (var, uses) in combinator.vars.iter_mut().zip(uses) {
            more |= var.uses != uses;
            var.uses = uses;
        }
    }
    more
}

fn uses_in(schema: &Schema, combinator: &Combinator) -> Vec<Uses> {
    let mut uses: Vec<Uses> = combinator.vars.iter().map(|var| var.uses).collect();
    let mut seen = Seen { schema, uses: &mut uses };
    seen.fields(&combinator.fields);
    uses
}

struct Seen<'s> {
    schema: &'s Schema,
    uses: &'s mut [Uses],
}

impl Seen<'_> {
    fn fields(&mut self, fields: &[Field]) {
        let mut own = BTreeSet::new();
        // One by one, because `collect` sorts, which instantiates much code for each type.
        own.extend(fields.iter().filter_map(|field| field.var));
        for field in fields {
            if let Some(Condition { var, bit }) = field.condition {
                let is_remote = !own.contains(&var);
                let is_never = is_lone(fields, field, self.uses) && self.is_remote(fields, field);
                let never = u32::from(is_never) << bit;
                self.add(var, Uses { bits: 1 << bit, counts: false, is_remote, never });
            }
            match &field.ty.0 {
                Node::Nat | Node::Kind | Node::Var(_) => {}
                Node::Apply(apply) => self.apply(apply),
                Node::Repetition(repetition) => {
                    if let Some(var) = repetition.times.var {
                        let is_remote = field.condition.is_some() || !own.contains(&var);
                        self.add(var, Uses { counts: true, is_remote, ..Uses::default() });
                    }
                    self.fields(&repetition.fields);
                }
            }
        }
    }

    /// Whether one of the numbers behind a field's bit may be 0 in any value.
    fn is_remote(&self, fields: &[Field], field: &Field) -> bool {
        let beside = fields.iter().filter(|it| it.condition == field.condition);
        let mut numbers = beside.filter_map(|it| it.var);
        numbers.any(|var| self.uses[var as usize].is_remote)
    }

    fn apply(&mut self, apply: &Apply) {
        for (at, arg) in apply.args.iter().enumerate() {
            match arg {
                Arg::Type(TypeExpr(Node::Apply(apply))) => self.apply(apply),
                // A repetition is the type of a field, but the compiled form also allows it here.
                Arg::Type(TypeExpr(Node::Repetition(repetition))) => {
                    self.fields(&repetition.fields);
                }
                Arg::Nat(Nat { var: Some(var), .. }) => {
                    let uses = uses_of_argument(self.schema, apply.ty, at);
                    self.add(*var, Uses { is_remote: true, ..uses });
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, var: u32, more: Uses) {
        let known = &mut self.uses[var as usize];
        known.bits |= more.bits;
        known.counts |= more.counts;
        known.is_remote |= more.is_remote;
        known.never |= more.never;
    }
}

/// Whether only numbers with dependents are behind a field's bit.
fn is_lone(fields: &[Field], field: &Field, uses: &[Uses]) -> bool {
    let is_number = |it: &Field| {
        let Some(var) = it.var else { return false };
        let Uses { bits, counts, .. } = uses[var as usize];
        bits != 0 || counts
    };
    field.condition.is_some()
        && fields.iter().filter(|it| it.condition == field.condition).all(is_number)
}

/// How a type's constructors use an argument.
fn uses_of_argument(schema: &Schema, ty: u32, at: usize) -> Uses {
    let mut all = Uses::default();
    for constructor in schema.constructors_of(&schema.types[ty as usize]) {
        if let Some(Arg::Nat(Nat { var, plus })) = constructor.patterns().get(at) {
            let uses = var.map(|var| constructor.vars[var as usize].uses).unwrap_or_default();
            all.bits |= uses.bits;
            all.never |= uses.never;
            // If a number selects among constructors, it counts something.
            all.counts |= uses.counts || var.is_none() || *plus > 0;
        }
    }
    all
}

/// Stores the dependents in each `#` field.
fn tell(fields: &mut [Field], vars: &[Var]) {
    let uses: Vec<Uses> = vars.iter().map(|var| var.uses).collect();
    let lone: Vec<bool> = fields.iter().map(|it| is_lone(fields, it, &uses)).collect();
    for (field, is_lone) in fields.iter_mut().zip(lone) {
        field.is_lone = is_lone;
        if let Some(var) = field.var {
            field.uses = vars[var as usize].uses;
        }
        if let Node::Repetition(repetition) = &mut field.ty.0 {
            tell(&mut repetition.fields, vars);
        }
    }
}
