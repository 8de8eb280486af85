//! What each `#` of a combinator is for, and so where its value comes from when it is written.
//!
//! Goldens: `numbers`, `repetitions`, `free_words`.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Those that a field holds.
    homes: BTreeSet<VarId>,
    /// The repetitions that a number counts and nothing else.
    columns: BTreeSet<usize>,
}

/// Where a number's value comes from when it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberSource {
    /// From outside: it is a parameter.
    Outer,
    /// From its field: nothing depends on it, and nothing would if its combinator were made of other arguments.
    Data,
    /// From what depends on it, as far as that determines it.
    Held,
}

#[derive(Debug, Default)]
struct Uses {
    bits: Bits,
    /// The repetitions that are always there and have just so many rows.
    columns: Vec<usize>,
}

impl Numbers {
    /// Finds what depends on each number; `declared` has the bits on which the declaration lets something depend.
    pub(crate) fn new(combinator: &Combinator, declared: &BTreeMap<VarId, u32>) -> Self {
        let (homes, columns) = (BTreeSet::new(), BTreeSet::new());
        let mut numbers = Self { uses: BTreeMap::new(), homes, columns };
        for (var, _) in declared.iter().filter(|(_, bits)| **bits != 0) {
            numbers.uses(*var);
        }
        for (index, field) in combinator.fields.iter().enumerate() {
            if let (Some(var), TypeExpr::Nat) = (field.defines, &field.ty) {
                numbers.homes.insert(var);
            }
            if let Some(Condition { mask, bit }) = field.condition {
                numbers.uses(mask).bits.entry(bit).or_default().push(index);
            }
            if let (Some(var), TypeExpr::Repetition(repetition)) = (column_of(field), &field.ty) {
                numbers.uses(var).columns.push(index);
                numbers.columns.insert(index);
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
    pub(crate) fn source(&self, var: VarId) -> NumberSource {
        match (self.homes.contains(&var), self.uses.contains_key(&var)) {
            (false, _) => NumberSource::Outer,
            (true, false) => NumberSource::Data,
            (true, true) => NumberSource::Held,
        }
    }

    /// The number that a field holds, if others depend on it.
    pub(crate) fn held(&self, field: &Field) -> Option<VarId> {
        field.defines.filter(|var| self.source(*var) == NumberSource::Held)
    }

    /// Whether the number is not computed from the presence of the fields behind its bits, so that these may disagree
    /// with it.
    pub(crate) fn rules(&self, var: VarId) -> bool {
        self.source(var) == NumberSource::Outer || self.is_length(var)
    }

    /// Whether the number is the length of a vector.
    pub(crate) fn is_length(&self, var: VarId) -> bool {
        self.uses.get(&var).is_some_and(|uses| !uses.columns.is_empty())
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

    /// The numbers that are lengths, each with the repetitions that it counts, whose rows are those of one vector.
    ///
    /// Who gives a number from outside counts a single repetition by itself.
    pub(crate) fn lengths(&self) -> impl Iterator<Item = (VarId, &[usize])> {
        let is_joined = |(var, uses): &(&VarId, &Uses)| match self.source(**var) {
            NumberSource::Outer => uses.columns.len() > 1,
            NumberSource::Data | NumberSource::Held => !uses.columns.is_empty(),
        };
        let lengths = self.uses.iter().filter(is_joined);
        lengths.map(|(var, uses)| (*var, uses.columns.as_slice()))
    }

    /// Whether the repetition at `index` is counted by a number that is no more than its own length.
    pub(crate) fn is_column(&self, index: usize) -> bool {
        self.columns.contains(&index)
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
            self.uses(condition.mask);
        }
        self.note(&field.ty);
    }

    fn pass(&mut self, nat: NatExpr) {
        if let Some(var) = nat.var {
            self.uses(var);
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

/// The bits with several values, each of which has an `Option` for them all; with the values' places.
pub(crate) fn groups(
    combinator: &Combinator,
    numbers: &Numbers,
    is_true: &[bool],
) -> Vec<(Condition, Vec<usize>)> {
    let mut groups = Vec::new();
    for (bit, members) in numbers.all_bits() {
        let is_held = |index: &usize| numbers.held(&combinator.fields[*index]).is_some();
        if members.iter().any(is_held) {
            continue;
        }
        let values: Vec<usize> = members.iter().copied().filter(|index| !is_true[*index]).collect();
        if values.len() > 1 {
            groups.push((bit, values));
        }
    }
    groups
}
