//! The use of each `#` of a combinator, which decides where its value comes from in encoding.
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
    /// Those that have a field.
    homes: BTreeSet<VarId>,
    /// The repetitions counted by a number that is used for nothing else.
    columns: BTreeSet<usize>,
}

/// Where the value of a number comes from in encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberSource {
    /// From outside: the number is a parameter.
    Outer,
    /// From its field: nothing depends on it, nor would anything with other arguments of the combinator.
    Data,
    /// From the parts that depend on it, as far as they determine it.
    Held,
}

#[derive(Debug, Default)]
struct Uses {
    bits: Bits,
    /// The repetitions that are always present and have exactly this number of rows.
    columns: Vec<usize>,
}

impl Numbers {
    /// Finds what depends on each number; `declared` has the bits on which the declaration lets something
    /// depend.
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
            // Decoding the response needs them.
            numbers.note(&combinator.result);
        }
        numbers
    }

    /// Returns where `var` comes from.
    pub(crate) fn source(&self, var: VarId) -> NumberSource {
        match (self.homes.contains(&var), self.uses.contains_key(&var)) {
            (false, _) => NumberSource::Outer,
            (true, false) => NumberSource::Data,
            (true, true) => NumberSource::Held,
        }
    }

    /// Returns the number in a field, if other parts depend on it.
    pub(crate) fn held(&self, field: &Field) -> Option<VarId> {
        field.defines.filter(|var| self.source(*var) == NumberSource::Held)
    }

    /// Returns whether the number is not computed from the presence of the fields behind its bits, so that
    /// they may disagree with it.
    pub(crate) fn rules(&self, var: VarId) -> bool {
        self.source(var) == NumberSource::Outer || self.is_length(var)
    }

    /// Returns whether the number is the length of a vector.
    pub(crate) fn is_length(&self, var: VarId) -> bool {
        self.uses.get(&var).is_some_and(|uses| !uses.columns.is_empty())
    }

    /// Iterates over its bits, with the fields behind each.
    pub(crate) fn bits(&self, var: VarId) -> impl Iterator<Item = (u8, &[usize])> {
        let bits = self.uses.get(&var).into_iter().flat_map(|uses| &uses.bits);
        bits.map(|(bit, members)| (*bit, members.as_slice()))
    }

    /// Returns the fields behind one bit.
    pub(crate) fn members(&self, condition: Condition) -> &[usize] {
        let uses = self.uses.get(&condition.mask);
        uses.and_then(|uses| uses.bits.get(&condition.bit)).map_or(&[], Vec::as_slice)
    }

    /// Iterates over all bits on which something depends.
    pub(crate) fn all_bits(&self) -> impl Iterator<Item = (Condition, &[usize])> {
        self.uses.keys().flat_map(|&mask| {
            self.bits(mask).map(move |(bit, members)| (Condition { mask, bit }, members))
        })
    }

    /// Returns the numbers that are lengths, each with the repetitions that it counts, whose rows form one
    /// vector.
    ///
    /// A number from outside that counts a single repetition is checked by the enclosing value.
    pub(crate) fn lengths(&self) -> impl Iterator<Item = (VarId, &[usize])> {
        let is_joined = |(var, uses): &(&VarId, &Uses)| match self.source(**var) {
            NumberSource::Outer => uses.columns.len() > 1,
            NumberSource::Data | NumberSource::Held => !uses.columns.is_empty(),
        };
        let lengths = self.uses.iter().filter(is_joined);
        lengths.map(|(var, uses)| (*var, uses.columns.as_slice()))
    }

    /// Returns whether the number that counts the repetition at `index` is nothing but its length.
    pub(crate) fn is_column(&self, index: usize) -> bool {
        self.columns.contains(&index)
    }

    fn uses(&mut self, var: VarId) -> &mut Uses {
        self.uses.entry(var).or_default()
    }

    /// Records the numbers that an expression passes on.
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

    /// Records the numbers that a field of a repetition passes on.
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

/// Returns the number of rows of a repetition that is always present, if this is a variable without a
/// constant.
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

/// Returns the bits with several values, which become one `Option` each, and the indices of the values.
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
