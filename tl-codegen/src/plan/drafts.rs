//! The part that each field of a combinator plays.
//!
//! Fields that cannot disagree become one field, so that no value can set half of a bit: a `true` beside other
//! fields becomes a method, two or more values of one bit become one tuple, and so do the rows of repetitions that
//! one number counts.

use typelang_parser::schema::{Combinator, Condition, Field, VarId};

use super::{
    Bit, Presence,
    context::Context,
    field_names::FieldNames,
    numbers::{Numbers, Source},
    records::is_true,
    rust::Name,
};

/// A number behind the bit of a number behind a bit, and so on: so many at most.
const CHAIN_LIMIT: usize = 16;

/// A field of the schema, on its way to Rust.
#[derive(Debug)]
pub(crate) struct Draft<'s> {
    /// As the schema has it.
    pub(crate) field: &'s Field,
    /// Its Rust name, were it a field of its own.
    pub(crate) name: Name,
    /// What becomes of it.
    pub(crate) part: Part,
}

/// What becomes of a field.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    /// A number that other fields depend on.
    Number(NumberPart),
    /// A field that is always there.
    Required,
    /// A `bool`: the bit itself.
    Flag(Bit),
    /// A method: a `true` whose bit other fields tell of.
    Accessor(Presence),
    /// An `Option`; ruled when it is written by the bit and not by its presence.
    Optional { bit: Bit, is_ruled: bool },
    /// A value of the tuple of this name.
    Grouped(Bit, Name),
    /// A repetition in the one vector of this name.
    Column(Name),
}

/// A number that other fields depend on.
#[derive(Clone, Debug)]
pub(crate) struct NumberPart {
    pub(crate) source: Source,
    /// The bit behind which it stands.
    pub(crate) bit: Option<Bit>,
    /// Its bits that are computed, and whose presence they tell.
    pub(crate) bits: Vec<(u8, Presence)>,
    /// The vector whose length it is.
    pub(crate) length_of: Option<Name>,
}

/// Decides the part of each field of `combinator`, in order, and the names.
pub(crate) fn drafts<'s>(
    context: &Context<'_>,
    combinator: &'s Combinator,
) -> (Vec<Draft<'s>>, FieldNames) {
    let numbers = Numbers::new(combinator);
    refuse_long_chains(context, combinator, &numbers);
    let is_true: Vec<bool> =
        combinator.fields.iter().map(|field| is_true(context.schema, &field.ty)).collect();
    let groups = groups(combinator, &numbers, &is_true);
    let names = FieldNames::new(context, combinator, &numbers, &groups);
    let drafting = Drafting { combinator, numbers, is_true, names };
    let fields = combinator.fields.iter().enumerate();
    let drafts = fields.map(|(index, field)| Draft {
        field,
        name: drafting.names.own[index].clone(),
        part: drafting.part(index, field),
    });
    (drafts.collect(), drafting.names)
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
        if numbers.rules(bit.mask) || members.iter().any(is_held) {
            continue;
        }
        let values: Vec<usize> = members.iter().copied().filter(|index| !is_true[*index]).collect();
        if values.len() > 1 {
            groups.push((bit, values));
        }
    }
    groups
}

/// Numbers behind numbers are read and written by nested expressions, which cannot nest without end.
fn refuse_long_chains(context: &Context<'_>, combinator: &Combinator, numbers: &Numbers) {
    let mut depths = vec![0; combinator.vars.len()];
    for field in &combinator.fields {
        let (Some(var), Some(condition)) = (numbers.held(field), field.condition) else { continue };
        let depth = depths[condition.mask.0 as usize] + 1;
        depths[var.0 as usize] = depth;
        if depth == CHAIN_LIMIT {
            let remedy = "at most 15 numbers can stand behind each other's bits: put one into a type of its own";
            context.unsupported(field.location, "a chain of numbers so long", remedy);
        }
    }
}

struct Drafting<'s> {
    combinator: &'s Combinator,
    numbers: Numbers,
    is_true: Vec<bool>,
    names: FieldNames,
}

impl Drafting<'_> {
    fn part(&self, index: usize, field: &Field) -> Part {
        match (self.numbers.held(field), field.condition) {
            (Some(var), condition) => Part::Number(self.number(var, condition)),
            (None, Some(condition)) => self.conditional(index, condition),
            (None, None) => match self.names.column(index) {
                Some(name) => Part::Column(name.clone()),
                None => Part::Required,
            },
        }
    }

    fn number(&self, var: VarId, condition: Option<Condition>) -> NumberPart {
        let source = self.numbers.source(var);
        let is_computed = source != Source::Length && !self.numbers.rules(var);
        let bits = self.numbers.bits(var).filter(|_| is_computed);
        let bits = bits.map(|(bit, _)| (bit, self.presence(Condition { mask: var, bit })));
        NumberPart {
            source,
            bit: condition.map(|condition| self.bit(condition)),
            bits: bits.collect(),
            length_of: self.names.length(var).cloned(),
        }
    }

    fn bit(&self, condition: Condition) -> Bit {
        Bit { word: self.names.local(condition.mask), bit: condition.bit }
    }

    fn conditional(&self, index: usize, condition: Condition) -> Part {
        let bit = self.bit(condition);
        let is_true = self.is_true[index];
        if self.numbers.rules(condition.mask) {
            return if is_true { Part::Flag(bit) } else { Part::Optional { bit, is_ruled: true } };
        }
        let presence = self.presence(condition);
        match (is_true, self.names.group(condition)) {
            (true, _) if presence == Presence::Flag(self.names.own[index].clone()) => {
                Part::Flag(bit)
            }
            (true, _) => Part::Accessor(presence),
            (false, Some(group)) => Part::Grouped(bit, group.clone()),
            // Beside a number the bit may be set while the value is absent.
            (false, None) => {
                let is_ruled = presence != Presence::Some(self.names.own[index].clone());
                Part::Optional { bit, is_ruled }
            }
        }
    }

    /// What of the struct says whether a bit is set.
    fn presence(&self, bit: Condition) -> Presence {
        if let Some(group) = self.names.group(bit) {
            return Presence::Some(group.clone());
        }
        let members = self.numbers.members(bit);
        let mut some = Vec::new();
        for &member in members.iter().filter(|member| !self.is_true[**member]) {
            some.push(Presence::Some(self.names.own[member].clone()));
            if let Some(var) = self.numbers.held(&self.combinator.fields[member]) {
                let bits = self.numbers.bits(var);
                some.extend(bits.map(|(bit, _)| self.presence(Condition { mask: var, bit })));
            }
        }
        match (some.len(), members.first()) {
            (0, Some(&first)) => Presence::Flag(self.names.own[first].clone()),
            (1, _) => some.remove(0),
            _ => Presence::Any(some),
        }
    }
}
