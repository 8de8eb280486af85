//! Decides the fields of a struct, and the order of its bytes.
//!
//! Goldens: `flags`.

use std::{collections::BTreeMap, mem, sync::Arc};

use typelang_parser::{catalogue::refusals::LOOSE_NUMBER, schema::CombinatorId};

use super::{
    assembly::assembly,
    building::Building,
    decided::Fields,
    joint::Joint,
    number_uses,
    roles::{Draft, Drafts, FieldRole, NumberRole, ParamRole},
    tables::Tables,
    telling,
    value::Place,
};
use crate::plan::model::telling::Tells;
use crate::plan::model::{
    item::{Accessor, NumberParam},
    names,
    rust::{Name, RustType},
    size::Size,
    wire::{Bit, Number, Presence, Rest, Step},
};
use crate::refusals::Refusals;

/// Decides the fields of `id`, whose roles are decided.
pub(crate) fn decide(
    tables: &Tables<'_>,
    refusals: &mut Refusals,
    id: CombinatorId,
    drafts: Drafts<'_>,
) -> Fields {
    let Drafts { fields: mut drafts, params, names } = drafts;
    let (combinator, joints) = (&tables.schema[id], Joint::all(&drafts));
    let names = &Arc::new(names);
    let building = Building {
        tables,
        refusals,
        id,
        combinator,
        names,
        joints,
        list: Vec::with_capacity(drafts.len()),
        wire: Vec::with_capacity(drafts.len()),
        accessors: Vec::new(),
        min_len: 0,
        sizes: Vec::with_capacity(drafts.len()),
    };
    building.finish(&mut drafts, &params)
}

impl<'c, 's: 'c> Building<'c, 's, '_> {
    fn finish(mut self, drafts: &mut [Draft<'_>], params: &[ParamRole]) -> Fields {
        for index in 0..drafts.len() {
            let docs = mem::take(&mut drafts[index].docs);
            let draft = &drafts[index];
            match &draft.role {
                FieldRole::Number(number) => self.number(draft, docs, number),
                FieldRole::Required => self.required(draft, docs),
                FieldRole::Flag { bit, is_ruled } => self.flag(draft, docs, bit, *is_ruled),
                FieldRole::Accessor(presence) => self.accessor(draft, docs, presence),
                FieldRole::Optional { bit, is_ruled } => {
                    self.optional(draft, docs, bit, *is_ruled);
                }
                FieldRole::Grouped { group, .. } => {
                    self.grouped(drafts, index, docs, group);
                }
                FieldRole::Column(name) => self.column(drafts, index, docs, name),
            }
        }
        let mut told = telling::tells(&self.wire);
        self.tell(&mut told);
        let needs = number_uses::mark(&mut self.wire);
        Fields {
            read_by: needs.read_by(&self.names.params),
            written_by: needs.written_by(&self.names.params),
            numbers: self.number_params(params, &told),
            assembly: assembly(&self.wire),
            size: Size::all(self.sizes),
            list: self.list.into(),
            wire: self.wire.into(),
            accessors: self.accessors.into(),
            names: Arc::clone(self.names),
            min_len: self.min_len,
        }
    }

    /// Adds what values determine of the numbers that they are given, where fields alone do not determine
    /// everything.
    fn tell(&mut self, told: &mut BTreeMap<Name, Vec<Tells>>) {
        for step in &mut self.wire {
            if let Step::Number(number) = step
                && number.length_of.is_none()
                && !matches!(number.rest, Rest::All(_))
            {
                number.tells = told.remove(&number.local).unwrap_or_default();
            }
        }
    }

    /// Returns the numbers from outside.
    fn number_params(
        &self,
        params: &[ParamRole],
        told: &BTreeMap<Name, Vec<Tells>>,
    ) -> Arc<[NumberParam]> {
        let params = self.names.params.iter().zip(params);
        let param = |(name, part): (&Name, &ParamRole)| NumberParam {
            name: name.clone(),
            bits: part.bits.clone(),
            length_of: part.length_of.clone(),
            tells: told.get(name).cloned().unwrap_or_default(),
        };
        params.map(param).collect()
    }

    fn number(&mut self, draft: &Draft<'_>, docs: Vec<String>, part: &NumberRole) {
        let determined = self.tables.determination.of(self.id, part.var);
        if determined.is_loose {
            let message = "a sum or the response depends on this number, which other fields determine only in some values";
            let remedy = "declare a number of its own for the sum or the response";
            self.refusals.refuse(LOOSE_NUMBER, draft.field.location, message, remedy);
        }
        if determined.is_data_sometimes(part.bit.is_some()) {
            let message = "only a sum depends on this number, and only in some values, which is not supported";
            let remedy = "give the number itself instead of the sum";
            self.refusals.refuse(LOOSE_NUMBER, draft.field.location, message, remedy);
        }
        let rest = part.rest.clone();
        if let Some((name, ty, size)) = match &rest {
            Rest::None => None,
            Rest::Bits(name, free) => Some((name, RustType::FreeBits(*free), Size::number(4))),
            Rest::All(name) if part.bit.is_some() => {
                let ty = RustType::Option(Box::new(RustType::U32));
                Some((name, ty, Size::number(4).option()))
            }
            Rest::All(name) => Some((name, RustType::U32, Size::number(4))),
        } {
            self.field(&[draft.field], docs, name, ty, size);
        }
        let least = if part.bit.is_none() { 4 } else { 0 };
        self.min_len = self.min_len.saturating_add(least);
        self.wire.push(Step::Number(Number {
            local: names::local(&draft.name),
            tl_name: draft.field.name.clone().unwrap_or_default(),
            bit: part.bit.clone(),
            is_shared: part.is_shared,
            bits: part.bits.clone(),
            length_of: part.length_of.clone(),
            tells: Vec::new(),
            known: match rest {
                Rest::None => determined.maybe,
                Rest::Bits(..) | Rest::All(_) => !determined.idle,
            },
            unsure: determined.maybe & !determined.always,
            rest,
            is_needed: false,
            is_read: false,
        }));
    }

    fn required(&mut self, draft: &Draft<'_>, docs: Vec<String>) {
        let value = self.value(draft, Place::Required);
        self.min_len = self.min_len.saturating_add(value.min_len);
        self.field(&[draft.field], docs, &draft.name, value.ty, value.size);
        self.wire.push(Step::Required {
            field: draft.name.clone(),
            local: names::local(&draft.name),
            codec: value.codec,
        });
    }

    fn flag(&mut self, draft: &Draft<'_>, docs: Vec<String>, bit: &Bit, is_ruled: bool) {
        self.field(&[draft.field], docs, &draft.name, RustType::Bool, Size::BOOL);
        self.wire.push(Step::Flag {
            field: draft.name.clone(),
            local: names::local(&draft.name),
            bit: bit.clone(),
            is_ruled,
        });
    }

    fn accessor(&mut self, draft: &Draft<'_>, docs: Vec<String>, presence: &Presence) {
        let (tl_name, name) = (draft.field.name.clone(), names::accessor(&draft.name));
        self.accessors.push(Accessor {
            aliases: names::aliases(&name, tl_name.as_slice()),
            tl_name: tl_name.unwrap_or_default(),
            docs,
            name,
            presence: presence.clone(),
        });
    }

    fn optional(&mut self, draft: &Draft<'_>, docs: Vec<String>, bit: &Bit, is_ruled: bool) {
        let value = self.value(draft, Place::Optional);
        let ty = RustType::Option(Box::new(value.ty));
        self.field(&[draft.field], docs, &draft.name, ty, value.size.option());
        self.wire.push(Step::Optional {
            field: draft.name.clone(),
            local: names::local(&draft.name),
            bit: bit.clone(),
            codec: value.codec,
            is_ruled,
        });
    }
}
