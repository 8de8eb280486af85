//! The fields of a struct while they are decided.
//!
//! Goldens: `boxed`.

use std::{collections::BTreeMap, sync::Arc};

use typelang_parser::{
    schema,
    schema::{Combinator, CombinatorId},
};

use super::{
    expr::value,
    field_names::FieldNames,
    joint::Joint,
    roles::Draft,
    tables::Tables,
    value::{Place, Site, Value},
};
use crate::plan::model::{
    item::{Accessor, Field},
    names,
    rust::{Name, RustType},
    size::Size,
    wire::Step,
};
use crate::{queries::made_by, refusals::Refusals};

/// The state of deciding fields.
pub(super) struct Building<'c, 's, 'r> {
    pub(super) tables: &'c Tables<'s>,
    pub(super) refusals: &'r mut Refusals,
    pub(super) id: CombinatorId,
    pub(super) combinator: &'s Combinator,
    pub(super) names: &'c Arc<FieldNames>,
    pub(super) joints: BTreeMap<Name, Joint>,
    pub(super) list: Vec<Field>,
    pub(super) wire: Vec<Step>,
    pub(super) accessors: Vec<Accessor>,
    pub(super) min_len: u32,
    pub(super) sizes: Vec<Size>,
}

impl<'c, 's: 'c> Building<'c, 's, '_> {
    /// Decides the value of a field.
    pub(super) fn value(&mut self, draft: &Draft<'_>, place: Place) -> Value {
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

    pub(super) fn site(&self, draft: &Draft<'_>, place: Place) -> Site<'c> {
        let (owner, location) = (made_by(self.combinator), draft.field.location);
        let is_last = self.tables.tails.is_last(self.tables.schema, self.id, draft.field);
        let memory = self.tables.memory_of(self.id);
        Site { owner, place, location, is_last, memory, names: self.names }
    }

    /// Adds the field that represents the fields `of` of the schema.
    pub(super) fn field(
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
}
