//! Decides the role of each field of a combinator.
//!
//! Fields that cannot disagree become one field, so that no value can set half of a bit: a `true` beside
//! other fields becomes a method, several values of one bit become one tuple, and so do the rows of
//! repetitions with the same count.
//!
//! Goldens: `flags`, `shared_bits`, `repetitions`.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::{
    catalogue::refusals::NUMBER_CHAIN,
    schema::{Combinator, CombinatorId, Condition, Field, VarId},
};

use super::{determined::Determined, docs::FieldDocs, field_names::FieldNames, tables::Tables};
use crate::plan::expand::numbers::{Numbers, groups};
use crate::plan::model::{
    rust::Name,
    wire::{Bit, Presence, Rest},
};
use crate::{
    queries::{is_true, number_params},
    refusals::Refusals,
};

/// The longest chain of numbers in which each is behind a bit of the previous one.
const CHAIN_LIMIT: usize = 16;

/// A field of the schema with its role in Rust.
#[derive(Debug)]
pub(crate) struct Draft<'s> {
    /// The field of the schema.
    pub(crate) field: &'s Field,
    /// Its Rust name, if it were a field of its own.
    pub(crate) name: Name,
    /// Its role.
    pub(crate) role: FieldRole,
    /// The docs of the field or method that it becomes. Those of several fields that become one are with the first value
    /// of a bit, or the last repetition.
    pub(crate) docs: Vec<String>,
}

/// The role of a field.
#[derive(Clone, Debug)]
pub(crate) enum FieldRole {
    /// A number on which other fields depend.
    Number(NumberRole),
    /// A field that is always present.
    Required,
    /// A `bool`: the bit itself; ruled if the word is not computed from it.
    Flag { bit: Bit, is_ruled: bool },
    /// A method: a `true` whose bit other fields determine.
    Accessor(Presence),
    /// An `Option`; ruled if the word is not computed from its presence.
    Optional { bit: Bit, is_ruled: bool },
    /// A value of the tuple with this name; ruled if the word is not computed from its presence.
    Grouped { bit: Bit, group: Name, is_ruled: bool },
    /// A repetition in the shared vector with this name.
    Column(Name),
}

/// A number on which other fields depend.
#[derive(Clone, Debug)]
pub(crate) struct NumberRole {
    pub(crate) var: VarId,
    /// Where its undetermined part comes from.
    pub(crate) rest: Rest,
    /// The bit behind which it is.
    pub(crate) bit: Option<Bit>,
    /// Whether something else also determines that bit.
    pub(crate) is_shared: bool,
    /// The bits that fields determine, each with its source.
    pub(crate) bits: Vec<(u8, Presence)>,
    /// The vector whose length it is.
    pub(crate) length_of: Option<Name>,
}

/// What a struct determines of a number that it takes.
#[derive(Clone, Debug)]
pub(crate) struct ParamRole {
    /// The bits that fields determine, each with its source.
    pub(crate) bits: Vec<(u8, Presence)>,
    /// The vector whose length it is, if it holds the rows of several repetitions.
    pub(crate) length_of: Option<Name>,
}

/// The fields that become one, by the field that says its docs.
struct Said<'a> {
    /// By the first of a group behind one bit.
    groups: BTreeMap<usize, &'a [usize]>,
    /// By the last of the repetitions under one count.
    columns: BTreeMap<usize, &'a [usize]>,
}

/// The fields of a combinator with their roles.
pub(crate) struct Drafts<'s> {
    /// Each field, in order.
    pub(crate) fields: Vec<Draft<'s>>,
    /// The numbers that it takes, in order.
    pub(crate) params: Vec<ParamRole>,
    pub(crate) names: FieldNames,
}

/// Decides the role of each field of a combinator.
pub(crate) fn drafts<'s>(
    tables: &Tables<'s>,
    refusals: &mut Refusals,
    id: CombinatorId,
) -> Drafts<'s> {
    let combinator = &tables.schema[id];
    let numbers = tables.numbers(id);
    refuse_long_chains(refusals, combinator, numbers);
    let is_true: Vec<bool> =
        combinator.fields.iter().map(|field| is_true(tables.schema, &field.ty)).collect();
    let groups = groups(combinator, numbers, &is_true);
    let held = combinator.fields.iter().filter_map(|field| numbers.held(field));
    let kept = held.filter(|var| tables.keeps(&mut refusals.answers, id, *var));
    let kept: BTreeSet<VarId> = kept.collect();
    let names = FieldNames::new(
        tables.schema,
        tables.asked.requests,
        combinator,
        numbers,
        &groups,
        |var| kept.contains(&var),
        &mut refusals.answers,
    );
    let determination = tables.determination.of_all(id);
    let drafting = Drafting { combinator, determination, numbers, kept, is_true, names };
    let docs = FieldDocs { combinator, numbers, since: &tables.asked.settings.read.facts.since };
    let said = Said {
        groups: groups.iter().map(|(_, members)| (members[0], members.as_slice())).collect(),
        columns: numbers.lengths().filter_map(|(_, all)| Some((*all.last()?, all))).collect(),
    };
    let fields = combinator.fields.iter().enumerate();
    let drafts = fields.map(|(index, field)| {
        let role = drafting.role(index, field);
        let docs = drafting.docs(&docs, &said, index, &role);
        Draft { field, name: drafting.names.own[index].clone(), role, docs }
    });
    let fields = drafts.collect();
    let params = number_params(combinator).map(|(var, _)| drafting.param(var)).collect();
    Drafts { fields, params, names: drafting.names }
}

/// Chains of numbers are read and written by nested expressions, whose depth is limited.
fn refuse_long_chains(refusals: &mut Refusals, combinator: &Combinator, numbers: &Numbers) {
    let mut depths = vec![0; combinator.vars.len()];
    for field in &combinator.fields {
        let (Some(var), Some(condition)) = (numbers.held(field), field.condition) else { continue };
        let depth = depths[condition.mask.0 as usize] + 1;
        depths[var.0 as usize] = depth;
        if depth == CHAIN_LIMIT {
            let message = "more than 15 numbers are behind each other's bits";
            let remedy = "put a part of the chain into a type of its own";
            refusals.refuse(NUMBER_CHAIN, field.location, message, remedy);
        }
    }
}

struct Drafting<'c, 's> {
    combinator: &'s Combinator,
    determination: &'c [Determined],
    numbers: &'c Numbers,
    /// The numbers that the struct keeps, wholly or in part.
    kept: BTreeSet<VarId>,
    is_true: Vec<bool>,
    names: FieldNames,
}

impl Drafting<'_, '_> {
    fn role(&self, index: usize, field: &Field) -> FieldRole {
        match (self.numbers.held(field), field.condition) {
            (Some(var), condition) => FieldRole::Number(self.number(index, var, condition)),
            (None, Some(condition)) => self.conditional(index, condition),
            (None, None) => match self.names.column(index) {
                Some(name) => FieldRole::Column(name.clone()),
                None => FieldRole::Required,
            },
        }
    }

    /// Returns the docs of the field or method that a field becomes, if it is the one to say them.
    fn docs(
        &self,
        docs: &FieldDocs<'_>,
        said: &Said<'_>,
        index: usize,
        role: &FieldRole,
    ) -> Vec<String> {
        let all = &self.combinator.fields;
        let field = &all[index];
        let several = |members: &[usize]| -> Vec<&Field> {
            members.iter().map(|member| &all[*member]).collect()
        };
        match role {
            FieldRole::Number(number) if number.rest == Rest::None => Vec::new(),
            FieldRole::Number(number) => docs.kept(field, &number.rest),
            FieldRole::Required | FieldRole::Optional { .. } => docs.field(field),
            FieldRole::Flag { .. } => docs.flag(field),
            FieldRole::Accessor(presence) => docs.accessor(field, presence),
            FieldRole::Grouped { .. } => {
                let group = said.groups.get(&index);
                group.map(|members| docs.tuple(&several(members))).unwrap_or_default()
            }
            FieldRole::Column(_) => match said.columns.get(&index) {
                Some([_]) => docs.field(field),
                Some(members) => docs.rows(&several(members)),
                None => Vec::new(),
            },
        }
    }

    fn number(&self, index: usize, var: VarId, condition: Option<Condition>) -> NumberRole {
        NumberRole {
            var,
            rest: self.rest(index, var),
            bit: condition.map(|condition| self.bit(condition)),
            is_shared: condition.is_some_and(|condition| self.is_told(condition, var)),
            bits: self.bits(var),
            length_of: self.names.length(var).cloned(),
        }
    }

    /// Returns where the undetermined part of a number comes from.
    fn rest(&self, index: usize, var: VarId) -> Rest {
        let (determined, name) = (self.determination[var.0 as usize], &self.names.own[index]);
        match () {
            () if !self.kept.contains(&var) => Rest::None,
            () if determined.is_data() => Rest::All(name.clone()),
            () => Rest::Bits(name.clone(), determined.free()),
        }
    }

    /// Returns the bits of a number that fields determine; a length determines all of them.
    fn bits(&self, var: VarId) -> Vec<(u8, Presence)> {
        if self.numbers.is_length(var) {
            return Vec::new();
        }
        let bits = self.numbers.bits(var);
        bits.map(|(bit, _)| (bit, self.presence(Condition { mask: var, bit }))).collect()
    }

    /// Returns what the struct determines of a number from outside.
    fn param(&self, var: VarId) -> ParamRole {
        let single = self.numbers.lengths().all(|(length, _)| length != var);
        let bits = self.numbers.bits(var);
        let bits = bits.map(|(bit, _)| (bit, self.presence(Condition { mask: var, bit })));
        ParamRole {
            bits: bits.collect(),
            length_of: if single { None } else { self.names.length(var).cloned() },
        }
    }

    fn bit(&self, condition: Condition) -> Bit {
        Bit { word: self.names.local(condition.mask), bit: condition.bit }
    }

    fn conditional(&self, index: usize, condition: Condition) -> FieldRole {
        let bit = self.bit(condition);
        let is_ruled = self.numbers.rules(condition.mask);
        let presence = self.presence(condition);
        match (self.is_true[index], self.names.group(condition)) {
            (true, _) if presence == Presence::Flag(self.names.own[index].clone()) => {
                FieldRole::Flag { bit, is_ruled }
            }
            (true, _) => FieldRole::Accessor(presence),
            (false, Some(group)) => FieldRole::Grouped { bit, group: group.clone(), is_ruled },
            // If the bit also has a number, another field may determine it.
            (false, None) => {
                let is_own = presence == Presence::Some(self.names.own[index].clone());
                FieldRole::Optional { bit, is_ruled: is_ruled || !is_own }
            }
        }
    }

    /// Returns the part of the struct that determines a bit: the values behind it, or else a `true`, or else
    /// numbers.
    fn presence(&self, bit: Condition) -> Presence {
        if let Some(group) = self.names.group(bit) {
            return Presence::Some(group.clone());
        }
        let members = self.numbers.members(bit);
        let held = |at: usize| self.numbers.held(&self.combinator.fields[at]);
        let own = |at: usize| self.names.own[at].clone();
        if let Some(&value) = members.iter().find(|at| !self.is_true[**at] && held(**at).is_none())
        {
            return Presence::Some(own(value));
        }
        if let Some(&flag) = members.iter().find(|at| self.is_true[**at]) {
            return Presence::Flag(own(flag));
        }
        let numbers = members.iter().filter_map(|at| held(*at));
        let mut numbers: Vec<Presence> = numbers.map(|var| self.of_number(var)).collect();
        if numbers.len() == 1 { numbers.remove(0) } else { Presence::Any(numbers) }
    }

    /// Returns whether anything besides a number determines its bit.
    fn is_told(&self, bit: Condition, var: VarId) -> bool {
        let own = self.of_number(var);
        self.numbers.rules(bit.mask)
            || match self.presence(bit) {
                Presence::Any(all) => !all.contains(&own),
                presence => presence != own,
            }
    }

    fn of_number(&self, var: VarId) -> Presence {
        if self.determination[var.0 as usize].is_data() {
            // It is kept in an `Option`.
            let at = self.combinator.fields.iter().position(|field| field.defines == Some(var));
            return Presence::Some(self.names.own[at.unwrap_or_default()].clone());
        }
        Presence::Number(self.names.local(var))
    }
}
