//! Decides the fields of a struct, and the order of its bytes.
//!
//! Goldens: `flags`, `shared_bits`, `repetitions`.

use std::{collections::BTreeMap, mem, sync::Arc};

use typelang_parser::{
    catalogue::refusals::{LOOSE_NUMBER, MANY_REPETITIONS},
    schema,
    schema::{Combinator, CombinatorId, Condition, TypeExpr},
};

use super::{
    assembly::assembly,
    decided::Fields,
    expr::value,
    field_names::FieldNames,
    fixed_width::is_run,
    joint::{Joint, are_adjacent},
    number_uses, repetition,
    roles::{self, Draft, Drafts, ParamRole},
    tables::Tables,
    telling,
    value::{Place, Site, Value},
};
use crate::plan::expand::records::TUPLE_LIMIT;
use crate::plan::model::telling::Tells;
use crate::plan::model::{
    codec::{Amount, Codec},
    item::{Accessor, Field, NumberParam},
    names,
    rust::{Name, RustType},
    size::Size,
    wire::{Bit, Number, Piece, Presence, Record, Rest, Step},
};
use crate::{queries::made_by, refusals::Refusals};

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

/// The state of deciding fields.
struct Building<'c, 's, 'r> {
    tables: &'c Tables<'s>,
    refusals: &'r mut Refusals,
    id: CombinatorId,
    combinator: &'s Combinator,
    names: &'c Arc<FieldNames>,
    joints: BTreeMap<Name, Joint>,
    list: Vec<Field>,
    wire: Vec<Step>,
    accessors: Vec<Accessor>,
    min_len: u32,
    sizes: Vec<Size>,
}

impl<'c, 's: 'c> Building<'c, 's, '_> {
    fn finish(mut self, drafts: &mut [Draft<'_>], params: &[ParamRole]) -> Fields {
        for index in 0..drafts.len() {
            let docs = mem::take(&mut drafts[index].docs);
            let draft = &drafts[index];
            match &draft.role {
                roles::FieldRole::Number(number) => self.number(draft, docs, number),
                roles::FieldRole::Required => self.required(draft, docs),
                roles::FieldRole::Flag { bit, is_ruled } => self.flag(draft, docs, bit, *is_ruled),
                roles::FieldRole::Accessor(presence) => self.accessor(draft, docs, presence),
                roles::FieldRole::Optional { bit, is_ruled } => {
                    self.optional(draft, docs, bit, *is_ruled);
                }
                roles::FieldRole::Grouped { group, .. } => {
                    self.grouped(drafts, index, docs, group);
                }
                roles::FieldRole::Column(name) => self.column(drafts, index, docs, name),
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

    fn value(&mut self, draft: &Draft<'_>, place: Place) -> Value {
        let site = self.site(draft, place);
        let value = value(self.tables, self.refusals, site, &draft.field.ty);
        // A vector or text is already behind a pointer, and a number is no larger than one.
        let name = draft.field.name.as_deref().filter(|_| value.is_item());
        let (requests, answers) = (self.tables.asked.requests, &mut self.refusals.answers);
        let owner = &self.combinator.name;
        let is_boxed = name.is_some_and(|name| requests.is_boxed(answers, owner, name));
        match value.ty {
            // Small, whatever the value is.
            RustType::Opaque(_) => value,
            _ if is_boxed => value.boxed(self.tables.memory_of(self.id)),
            _ => value,
        }
    }

    fn site(&self, draft: &Draft<'_>, place: Place) -> Site<'c> {
        let (owner, location) = (made_by(self.combinator), draft.field.location);
        let is_last = self.tables.tails.is_last(self.tables.schema, self.id, draft.field);
        let memory = self.tables.memory_of(self.id);
        Site { owner, place, location, is_last, memory, names: self.names }
    }

    /// Adds the field that represents the fields `of` of the schema.
    fn field(
        &mut self,
        of: &[&schema::Field],
        docs: Vec<String>,
        name: &Name,
        ty: RustType,
        size: Size,
    ) {
        self.sizes.push(size);
        let mut tl_names = Vec::with_capacity(of.len());
        tl_names.extend(of.iter().filter_map(|field| field.name.clone()));
        let (requests, answers) = (self.tables.asked.requests, &mut self.refusals.answers);
        let attributes = requests.field_attributes(answers, &self.combinator.name, &tl_names);
        let aliases = names::aliases(name, &tl_names);
        self.list.push(Field { tl_names, aliases, docs, attributes, name: name.clone(), ty });
    }

    fn number(&mut self, draft: &Draft<'_>, docs: Vec<String>, part: &roles::NumberRole) {
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

    /// Adds a repetition; its rows are in one vector with those of all repetitions that its number counts.
    fn column(&mut self, drafts: &[Draft<'_>], index: usize, docs: Vec<String>, vector: &Name) {
        let joint = &self.joints[vector];
        let (position, of) = (joint.position(index), joint.members.len());
        let Some(value) = self.counted(&drafts[index]) else { return };
        let Codec::Repeat { times: Amount { var: Some(count), .. }, min_len, element, .. } =
            value.codec.clone()
        else {
            return;
        };
        let local = names::local(&drafts[index].name);
        if of == 1 {
            self.field(&[drafts[index].field], docs, vector, value.ty, value.size);
            let (field, codec) = (vector.clone(), value.codec);
            self.wire.push(Step::Required { field, local, codec });
            return;
        }
        let (field, part) = (vector.clone(), Piece { local, codec: *element });
        let index = position;
        let is_ruled = self.names.params.contains(&count);
        self.wire.push(Step::Column { field, count, of, index, part, min_len, is_ruled });
        if position + 1 == of {
            let members = mem::take(&mut self.joints.entry(vector.clone()).or_default().members);
            self.zip(drafts, &members, docs, vector);
        }
    }

    fn counted(&mut self, draft: &Draft<'_>) -> Option<Value> {
        let TypeExpr::Repetition(repetition) = &draft.field.ty else { return None };
        let site = self.site(draft, Place::Required);
        Some(repetition::counted(self.tables, self.refusals, site, repetition))
    }

    /// Adds the field for the rows of several repetitions.
    fn zip(&mut self, drafts: &[Draft<'_>], members: &[usize], docs: Vec<String>, vector: &Name) {
        if members.len() > TUPLE_LIMIT {
            let message = format!("more than {TUPLE_LIMIT} repetitions have one number");
            let remedy = "give some of them a number of their own";
            let location = drafts[members[TUPLE_LIMIT]].field.location;
            self.refusals.refuse(MANY_REPETITIONS, location, message, remedy);
        }
        let fields: Vec<_> = members.iter().map(|at| drafts[*at].field).collect();
        let element = |at: &usize| match self.counted(&drafts[*at]).map(|value| value.ty) {
            Some(RustType::Vec(element, _)) => *element,
            _ => RustType::Unit,
        };
        let row = RustType::Tuple(members.iter().map(element).collect());
        let memory = self.tables.memory_of(self.id);
        let ty = RustType::Vec(Box::new(row), memory);
        self.field(&fields, docs, vector, ty, Size::vector(memory));
        let parts = members.iter().map(|at| names::local(&drafts[*at].name)).collect();
        let (field, local) = (vector.clone(), names::local(vector));
        self.wire.push(Step::Zip { field, local, parts });
    }

    /// Handles all values of a bit at the first of them if they are adjacent, or else each at its place.
    fn grouped(&mut self, drafts: &[Draft<'_>], index: usize, docs: Vec<String>, group: &Name) {
        if self.joints[group].members[0] == index {
            let members = mem::take(&mut self.joints.entry(group.clone()).or_default().members);
            self.group_all(drafts, &members, docs, group);
            self.joints.entry(group.clone()).or_default().members = members;
        }
        self.apart(drafts, index, group);
    }

    /// Adds the field for all values of a bit, and their steps if they are adjacent.
    fn group_all(
        &mut self,
        drafts: &[Draft<'_>],
        members: &[usize],
        docs: Vec<String>,
        group: &Name,
    ) {
        let first = &drafts[members[0]];
        let roles::FieldRole::Grouped { bit, is_ruled, .. } = &first.role else { return };
        let record = first.field.condition.and_then(|bit| self.record(bit));
        let site = |draft: &Draft<'_>| match &record {
            // The values are decided as fields of the record.
            Some((id, _)) => Site {
                owner: made_by(&self.tables.schema[*id]),
                memory: self.tables.memory_of(*id),
                ..self.site(draft, Place::Required)
            },
            None => self.site(draft, Place::Optional),
        };
        let sites = members.iter().map(|at| (site(&drafts[*at]), &drafts[*at].field.ty));
        let sites: Vec<_> = sites.collect();
        let values =
            sites.into_iter().map(|(site, ty)| value(self.tables, self.refusals, site, ty));
        let values: Vec<Value> = values.collect();
        let record = record.map(|(_, record)| Arc::new(record));
        self.group(drafts, members, docs, &values, group, record.as_deref());
        let locals = members.iter().map(|at| names::local(&drafts[*at].name));
        let parts: Vec<Piece> =
            locals.zip(values).map(|(local, value)| Piece { local, codec: value.codec }).collect();
        if are_adjacent(drafts, members) {
            let (field, local) = (group.clone(), names::local(group));
            let (bit, is_ruled, is_run) = (bit.clone(), *is_ruled, is_run(&parts));
            self.wire.push(Step::Group { field, local, bit, parts, record, is_ruled, is_run });
        } else {
            let joint = self.joints.entry(group.clone()).or_default();
            (joint.apart, joint.record) = (parts.into_iter(), record);
        }
    }

    /// Returns the struct for the values of a bit, if they are too many for a tuple.
    fn record(&self, bit: Condition) -> Option<(CombinatorId, Record)> {
        let &id = self.tables.expanded.records.get(&(self.id, bit))?;
        let path = self.tables.shapes.path(id)?.clone();
        let fields = self.tables.fields(id).list.iter().map(|field| field.name.clone());
        let memory = self.tables.memory_of(self.id);
        Some((id, Record { path, fields: fields.collect(), memory }))
    }

    /// Adds one part of a tuple at its own place, if it has one, and the tuple after the last part.
    fn apart(&mut self, drafts: &[Draft<'_>], index: usize, group: &Name) {
        let roles::FieldRole::Grouped { bit, is_ruled, .. } = &drafts[index].role else { return };
        let Some(joint) = self.joints.get_mut(group) else { return };
        let Some(part) = joint.apart.next() else { return };
        let (of, index) = (joint.members.len(), joint.position(index));
        let (field, bit, record) = (group.clone(), bit.clone(), joint.record.clone());
        let is_ruled = *is_ruled;
        self.wire.push(Step::Apart { field, bit, of, index, part, record, is_ruled });
        if index + 1 == of {
            let (field, local) = (group.clone(), names::local(group));
            let record = joint.record.clone();
            let parts = joint.members.iter().map(|at| names::local(&drafts[*at].name)).collect();
            self.wire.push(Step::Join { field, local, parts, record });
        }
    }

    /// Adds the field that holds all values of a bit.
    fn group(
        &mut self,
        drafts: &[Draft<'_>],
        members: &[usize],
        docs: Vec<String>,
        values: &[Value],
        group: &Name,
        record: Option<&Record>,
    ) {
        let fields: Vec<_> = members.iter().map(|at| drafts[*at].field).collect();
        let (ty, size) = match record {
            Some(record) => {
                let item = RustType::Item(record.path.clone());
                (RustType::Box(Box::new(item), record.memory), Size::BOX)
            }
            None => (
                RustType::Tuple(values.iter().map(|value| value.ty.clone()).collect()),
                Size::all(values.iter().map(|value| value.size)),
            ),
        };
        let ty = RustType::Option(Box::new(ty));
        self.field(&fields, docs, group, ty, size.option());
    }
}
