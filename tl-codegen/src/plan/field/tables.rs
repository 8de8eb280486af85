//! The finished tables by which fields and items are decided.
//!
//! Goldens: none, because it is a table.

use std::collections::BTreeMap;

use typelang_parser::{
    Schema,
    schema::{CombinatorId, TypeExpr, TypeId, VarId},
};

use super::{
    decided::{Decided, Fields},
    determined::Determination,
    tails::Tails,
};
use crate::plan::expand::{
    expanded::{Expanded, Origin},
    numbers::Numbers,
};
use crate::plan::model::{
    memory::{Memory, NeedsArena},
    rust::{ItemPath, Name},
};
use crate::plan::shape::{cycles::Cycles, holders::Holders, shaped::Shaped, shapes::Shapes};
use crate::queries::{has_free_bits, mentioned};
use crate::request::{
    matching::{Answers, Requests},
    settings::Settings,
};

/// The user's settings.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Requests for single items and fields.
    pub(crate) requests: &'a Requests<'a>,
    /// Settings for the whole generation.
    pub(crate) settings: &'a Settings,
}

impl Asked<'_> {
    /// Returns whether generated code carries its schema.
    pub(crate) fn reflects(self) -> bool {
        !self.settings.no_reflection
    }
}

/// The schema, and the decisions about it.
#[derive(Clone, Copy)]
pub(crate) struct Tables<'a> {
    pub(crate) asked: Asked<'a>,
    pub(crate) schema: &'a Schema,
    pub(crate) expanded: &'a Expanded,
    pub(crate) shapes: &'a Shapes,
    pub(crate) cycles: &'a Cycles,
    /// The depth of the shallowest value of each combinator.
    pub(crate) depths: &'a [u32],
    /// What owns memory although other values lie in an arena.
    owners: &'a Holders,
    pub(crate) determination: &'a Determination,
    pub(crate) tails: &'a Tails,
    decided: &'a Decided,
}

/// The tables before any fields are decided.
pub(crate) struct Ground<'a> {
    asked: Asked<'a>,
    expanded: &'a Expanded,
    shaped: &'a Shaped,
    determination: Determination,
    tails: Tails,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(asked: Asked<'a>, expanded: &'a Expanded, shaped: &'a Shaped) -> Self {
        let schema = &expanded.schema;
        let determination = Determination::new(expanded, &shaped.cycles.inner_first());
        Self { asked, expanded, shaped, determination, tails: Tails::new(schema) }
    }

    /// Adds the decided fields.
    pub(crate) fn with<'t>(&'t self, decided: &'t Decided) -> Tables<'t> {
        let Self { asked, expanded, shaped, determination, tails } = self;
        Tables {
            asked: *asked,
            schema: &expanded.schema,
            expanded,
            shapes: &shaped.shapes,
            cycles: &shaped.cycles,
            depths: &shaped.depths,
            owners: &shaped.owners,
            determination,
            tails,
            decided,
        }
    }
}

/// The tables of the passes so far.
pub(crate) struct Fielded<'a> {
    pub(crate) ground: Ground<'a>,
    pub(crate) decided: Decided,
}

impl Fielded<'_> {
    /// Returns all tables.
    pub(crate) fn tables(&self) -> Tables<'_> {
        self.ground.with(&self.decided)
    }
}

impl<'a> Tables<'a> {
    /// Returns the fields of a struct.
    pub(crate) fn fields(&self, id: CombinatorId) -> &'a Fields {
        self.decided
            .get(id)
            .expect("fields are decided before others need them, because `order` sorts them so")
    }

    /// Returns the fields of a combinator, if it has a struct.
    pub(crate) fn fields_of_struct(&self, id: CombinatorId) -> Option<&'a Fields> {
        self.decided.get(id)
    }

    /// Returns whether a struct keeps a number or some of its bits: the undetermined ones, if something
    /// depends on them or if free bits are data.
    pub(crate) fn keeps(&self, answers: &mut Answers, id: CombinatorId, var: VarId) -> bool {
        let determined = self.determination.of(id, var);
        let free = determined.free();
        let is_kept = free & determined.read != 0 || (free != 0 && self.keeps_bits(answers, id));
        determined.is_data() || is_kept
    }

    /// Returns whether the flag words of a combinator keep their free bits. They do in TON and VK, whose
    /// schemas use such bits, and if the user asks for it.
    fn keeps_bits(&self, answers: &mut Answers, id: CombinatorId) -> bool {
        self.asked.requests.keeps_bits(answers, &self.schema[id].name)
            || has_free_bits(self.schema.dialect)
    }

    /// Returns the paths that replace TL types, by these.
    pub(crate) fn externs(&self) -> &'a BTreeMap<String, String> {
        &self.asked.settings.read.externs
    }

    /// Returns the numbers of a combinator.
    pub(crate) fn numbers(&self, id: CombinatorId) -> &'a Numbers {
        &self.expanded.numbers[id.0 as usize]
    }

    /// Returns where values that are `Copy` keep their vectors and boxes.
    pub(crate) fn memory(&self) -> Memory {
        self.asked.settings.memory
    }

    /// Returns where the vectors and boxes in the struct of a combinator lie.
    pub(crate) fn memory_of(&self, id: CombinatorId) -> Memory {
        if self.owners.by_combinator(id) { Memory::Heap } else { self.memory() }
    }

    /// Returns where the boxes in the enum of a type lie, and values of the type behind a pointer.
    pub(crate) fn memory_of_type(&self, id: TypeId) -> Memory {
        if self.owners.by_type(id) { Memory::Heap } else { self.memory() }
    }

    /// Returns where a vector of values of this type lies.
    pub(crate) fn memory_of_expr(&self, expr: &TypeExpr) -> Memory {
        let mut types = mentioned(self.schema, expr).into_iter();
        let owns = types.any(|at| self.owners.by_index(at));
        if owns { Memory::Heap } else { self.memory() }
    }

    /// Returns whether reading an item needs an arena.
    pub(crate) fn needs_arena(&self, path: &ItemPath, params: &[Name]) -> NeedsArena {
        match (self.memory(), path.borrows, params) {
            (Memory::Heap, ..) | (Memory::Arena, false, []) => NeedsArena::Never,
            (Memory::Arena, true, _) => NeedsArena::Always,
            (Memory::Arena, false, _) => NeedsArena::WithParams,
        }
    }

    /// Returns the origin of a combinator.
    pub(crate) fn origin(&self, id: CombinatorId) -> &'a Origin {
        &self.expanded.combinators[id.0 as usize]
    }

    /// Returns what arguments add to the TL name of a type.
    pub(crate) fn type_args(&self, id: TypeId) -> &'a str {
        &self.expanded.types[id.0 as usize].tl
    }
}
