//! What each `#` of a combinator is for, and so where its value comes from when it is written.

use std::collections::BTreeMap;

use typelang_parser::{
    schema::{Apply, Arg, Combinator, Condition, Field, NatExpr, TypeExpr, VarId},
    syntax::Role,
};

/// The fields behind each bit of a flag word, by place.
pub(crate) type Bits = BTreeMap<u8, Vec<usize>>;

/// The numbers of one combinator.
#[derive(Debug)]
pub(crate) struct Numbers {
    uses: BTreeMap<VarId, Uses>,
    /// The fields that hold them.
    homes: BTreeMap<VarId, Home>,
}

/// Where a number's value comes from when it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// From outside: it is a parameter.
    Outer,
    /// It is data: no field depends on it.
    Data,
    /// From the length of the one vector for all repetitions that it counts.
    Length,
    /// From the presence of the fields that its bits tell of.
    Word,
    /// From a field, but for those bits: it decides of values that it cannot be computed from.
    Kept,
}

#[derive(Debug, Default)]
struct Uses {
    bits: Bits,
    /// The repetitions that are always there and have just so many rows.
    columns: Vec<usize>,
    is_passed: bool,
}

#[derive(Clone, Copy, Debug)]
struct Home {
    condition: Option<Condition>,
}

impl Numbers {
    /// Finds what depends on each number.
    pub(crate) fn new(combinator: &Combinator) -> Self {
        let mut numbers = Self { uses: BTreeMap::new(), homes: BTreeMap::new() };
        for (index, field) in combinator.fields.iter().enumerate() {
            if let (Some(var), TypeExpr::Nat) = (field.defines, &field.ty) {
                numbers.homes.insert(var, Home { condition: field.condition });
            }
            if let Some(Condition { mask, bit }) = field.condition {
                numbers.uses(mask).bits.entry(bit).or_default().push(index);
            }
            if let (Some(var), TypeExpr::Repetition(repetition)) = (column_of(field), &field.ty) {
                numbers.uses(var).columns.push(index);
                repetition.fields.iter().for_each(|field| numbers.note_field(field));
            } else {
                numbers.note(&field.ty);
            }
        }
        if combinator.role == Role::Function {
            // Whoever reads the response needs them.
            numbers.note(&combinator.result);
        }
        numbers
    }

    /// What `var` is for.
    pub(crate) fn source(&self, var: VarId) -> Source {
        let Some(home) = self.homes.get(&var) else { return Source::Outer };
        match self.uses.get(&var) {
            None => Source::Data,
            Some(uses) if !uses.columns.is_empty() && home.condition.is_none() => Source::Length,
            Some(uses) if uses.is_passed || !uses.columns.is_empty() => Source::Kept,
            Some(_) => Source::Word,
        }
    }

    /// The number that a field holds, if others depend on it.
    pub(crate) fn held(&self, field: &Field) -> Option<VarId> {
        field.defines.filter(|var| !matches!(self.source(*var), Source::Outer | Source::Data))
    }

    /// Whether fields go by the number's bits, which are not computed from their presence.
    pub(crate) fn rules(&self, var: VarId) -> bool {
        let mut var = var;
        loop {
            match (self.source(var), self.homes.get(&var).and_then(|home| home.condition)) {
                (Source::Outer | Source::Length, _) => return true,
                (_, None) => return false,
                (_, Some(condition)) => var = condition.mask,
            }
        }
    }

    /// The fields behind its bits.
    pub(crate) fn bits(&self, var: VarId) -> impl Iterator<Item = (u8, &[usize])> {
        let bits = self.uses.get(&var).into_iter().flat_map(|uses| &uses.bits);
        bits.map(|(bit, members)| (*bit, members.as_slice()))
    }

    /// The fields behind one bit.
    pub(crate) fn members(&self, condition: Condition) -> &[usize] {
        let uses = self.uses.get(&condition.mask);
        uses.and_then(|uses| uses.bits.get(&condition.bit)).map_or(&[], Vec::as_slice)
    }

    /// All bits on which something depends.
    pub(crate) fn all_bits(&self) -> impl Iterator<Item = (Condition, &[usize])> {
        self.uses.keys().flat_map(|&mask| {
            self.bits(mask).map(move |(bit, members)| (Condition { mask, bit }, members))
        })
    }

    /// The numbers that are lengths, each with the repetitions that it counts.
    pub(crate) fn lengths(&self) -> impl Iterator<Item = (VarId, &[usize])> {
        let lengths = self.uses.iter().filter(|(var, _)| self.source(**var) == Source::Length);
        lengths.map(|(var, uses)| (*var, uses.columns.as_slice()))
    }

    fn uses(&mut self, var: VarId) -> &mut Uses {
        self.uses.entry(var).or_default()
    }

    /// Notes the numbers that an expression passes on.
    fn note(&mut self, expr: &TypeExpr) {
        match expr {
            TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
            TypeExpr::Apply(Apply { args, .. }) => args.iter().for_each(|arg| match arg {
                Arg::Type(expr) => self.note(expr),
                Arg::Nat(nat) => self.pass(*nat),
            }),
            TypeExpr::Repetition(repetition) => {
                self.pass(repetition.times);
                repetition.fields.iter().for_each(|field| self.note_field(field));
            }
        }
    }

    /// Notes the numbers that a field of a repetition passes on.
    fn note_field(&mut self, field: &Field) {
        if let Some(condition) = field.condition {
            self.uses(condition.mask).is_passed = true;
        }
        self.note(&field.ty);
    }

    fn pass(&mut self, nat: NatExpr) {
        if let Some(var) = nat.var {
            self.uses(var).is_passed = true;
        }
    }
}

/// The number of rows of a repetition that is always there, when it is a variable by itself.
fn column_of(field: &Field) -> Option<VarId> {
    match &field.ty {
        TypeExpr::Repetition(repetition)
            if field.condition.is_none() && repetition.times.plus == 0 =>
        {
            repetition.times.var
        }
        _ => None,
    }
}
