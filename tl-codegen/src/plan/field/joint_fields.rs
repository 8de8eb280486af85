//! The fields that represent several fields of the schema: repetitions of one number, and values of one bit.
//!
//! Goldens: `shared_bits`, `repetitions`.

use std::{mem, sync::Arc};

use typelang_parser::{
    catalogue::refusals::MANY_REPETITIONS,
    schema::{CombinatorId, Condition, TypeExpr},
};

use super::{
    building::Building,
    expr::value,
    fixed_width::is_run,
    joint::are_adjacent,
    repetition,
    roles::{Draft, FieldRole},
    value::{Place, Site, Value},
};
use crate::plan::expand::records::TUPLE_LIMIT;
use crate::plan::model::{
    codec::{Amount, Codec},
    names,
    rust::{Name, RustType},
    size::Size,
    wire::{Piece, Record, Step},
};
use crate::queries::made_by;

impl<'c, 's: 'c> Building<'c, 's, '_> {
    /// Adds a repetition; its rows are in one vector with those of all repetitions that its number counts.
    pub(super) fn column(
        &mut self,
        drafts: &[Draft<'_>],
        index: usize,
        docs: Vec<String>,
        vector: &Name,
    ) {
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
    pub(super) fn grouped(
        &mut self,
        drafts: &[Draft<'_>],
        index: usize,
        docs: Vec<String>,
        group: &Name,
    ) {
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
        let FieldRole::Grouped { bit, is_ruled, .. } = &first.role else { return };
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
        let FieldRole::Grouped { bit, is_ruled, .. } = &drafts[index].role else { return };
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
