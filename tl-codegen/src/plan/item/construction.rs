//! Decides how a struct is created from some of its fields: `new` and `Default`.
//!
//! Goldens: `conversions`, `flags`.

use std::collections::BTreeSet;

use typelang_parser::schema::{
    Builtin, CombinatorId, Field as SchemaField, NatExpr, TypeExpr, TypeId,
};

use super::disagreement::has_fixed_vector;
use crate::plan::field::tables::Tables;
use crate::plan::model::{
    memory::Memory,
    new::{Initial, New, Zero},
    rust::{Name, RustType},
    wire::Step,
};
use crate::plan::shape::shapes::Shape;

/// The types that have a neutral value: zero, empty, or a constructor whose name says that it is empty.
#[derive(Debug)]
pub(crate) struct Zeros(Vec<bool>);

impl Zeros {
    /// Decides innermost types first; a type that can contain itself has no neutral value.
    pub(crate) fn new(tables: &Tables<'_>, inner_first: &[TypeId]) -> Self {
        let mut zeros = Self(vec![false; tables.schema.types.len()]);
        for &ty in inner_first {
            // A type that depends on numbers from outside cannot be decoded from no bytes.
            let is_read_alone = tables.schema[ty].params.is_empty();
            zeros.0[ty.0 as usize] = match tables.shapes.of(ty) {
                Shape::Builtin(_) | Shape::Extern(_) | Shape::Opaque(_) => false,
                Shape::Single(only) => is_read_alone && zeros.has_all(tables, *only),
                Shape::Sum(_) => is_read_alone && empty(tables, ty).is_some(),
            };
        }
        zeros
    }

    /// Returns whether a generated type has a neutral value.
    pub(crate) fn has_type(&self, ty: TypeId) -> bool {
        self.0[ty.0 as usize]
    }

    /// Returns whether each required field has a neutral value.
    fn has_all(&self, tables: &Tables<'_>, id: CombinatorId) -> bool {
        let is_absent = |field: &SchemaField| field.condition.is_some();
        let fields = &tables.schema[id].fields;
        // An empty vector does not have the length that the schema fixes.
        let has_path = tables.shapes.path(id).is_some();
        !(has_path && has_fixed_vector(tables, id))
            && fields.iter().all(|field| is_absent(field) || self.has(tables, &field.ty))
    }

    fn has(&self, tables: &Tables<'_>, ty: &TypeExpr) -> bool {
        match ty {
            TypeExpr::Apply(apply) => match tables.shapes.of(apply.ty) {
                Shape::Builtin(builtin) => !matches!(builtin, Builtin::Object | Builtin::Function),
                _ => self.0[apply.ty.0 as usize],
            },
            TypeExpr::Nat => true,
            // A repetition counted by a number is empty; one of a fixed length holds values.
            TypeExpr::Repetition(repetition) => match repetition.times {
                NatExpr { plus: 0, .. } => true,
                NatExpr { var: Some(_), .. } => false,
                NatExpr { var: None, .. } => {
                    repetition.fields.iter().all(|field| self.has(tables, &field.ty))
                }
            },
            _ => false,
        }
    }

    /// Returns `new` for a struct that has optional fields; a struct without them needs none unless it cannot
    /// be written as a literal.
    pub(crate) fn constructor(
        &self,
        tables: &Tables<'_>,
        id: CombinatorId,
        has_literal: bool,
    ) -> Option<Box<New>> {
        let decided = tables.fields(id);
        if !decided.numbers.is_empty() {
            return None;
        }
        let flags = flags(&decided.wire);
        let initials = decided.list.iter().map(|field| initial(&field.name, &field.ty, &flags));
        let initials: Vec<Initial> = initials.collect();
        if has_literal && initials.iter().all(|initial| initial.is_given()) {
            return None;
        }
        let fields = decided.list.iter().zip(initials);
        let params = fields.clone().filter_map(|(field, initial)| match (initial, &field.ty) {
            (Initial::Param, ty) => Some((field.name.clone(), ty.clone())),
            (Initial::Boxed, RustType::Box(ty, _)) => Some((field.name.clone(), (**ty).clone())),
            _ => None,
        });
        let params: Vec<(Name, RustType)> = params.collect();
        let memory = tables.memory();
        let zeros = params.iter().map(|(_, ty)| zero(ty, memory));
        let defaults = if self.has_all(tables, id) { zeros.collect() } else { None };
        let has_all = fields.clone().all(|(_, initial)| initial.is_given());
        let doc = match (params.is_empty(), has_all) {
            (true, true) => "Creates the only value of the type.",
            (true, false) => "Creates a value whose optional fields are unset.",
            (false, true) => "Creates a value from its fields.",
            (false, false) => {
                "Creates a value from its required fields; optional fields are unset."
            }
        };
        let fields = fields.map(|(field, initial)| (field.name.clone(), initial)).collect();
        let has_lifetime = params.iter().any(|(_, ty)| ty.has_lifetime());
        Some(Box::new(New { doc, params, has_lifetime, fields, has_literal, defaults }))
    }
}

fn initial(name: &Name, ty: &RustType, flags: &BTreeSet<&Name>) -> Initial {
    match ty {
        RustType::Option(_) => Initial::None,
        RustType::Bool if flags.contains(name) => Initial::False,
        RustType::FreeBits(_) => Initial::FreeBits,
        RustType::Box(_, Memory::Heap) => Initial::Boxed,
        _ => Initial::Param,
    }
}

/// Returns the fields that are bits.
fn flags(wire: &[Step]) -> BTreeSet<&Name> {
    let flags = wire.iter().filter_map(|step| match step {
        Step::Flag { field, .. } => Some(field),
        _ => None,
    });
    flags.collect()
}

fn zero(ty: &RustType, memory: Memory) -> Option<Zero> {
    Some(match ty {
        RustType::Bool => Zero::False,
        RustType::I32 | RustType::U32 | RustType::I64 => Zero::Number,
        RustType::F32 | RustType::F64 => Zero::Float,
        RustType::Str => Zero::Str,
        RustType::Slice | RustType::Vec(_, Memory::Arena) => Zero::Slice,
        RustType::String => Zero::String,
        RustType::Bytes | RustType::Vec(_, Memory::Heap) => Zero::Vec,
        // Reading may need an arena.
        RustType::Item(path) if memory == Memory::Arena && path.borrows => return None,
        RustType::Array(_) | RustType::Item(_) | RustType::Extern(_) => Zero::Read,
        _ => return None,
    })
}

/// Returns the constructor of `ty` whose name says that it is empty, if there is exactly one and it needs
/// nothing else.
pub(crate) fn empty(tables: &Tables<'_>, ty: TypeId) -> Option<CombinatorId> {
    let is_empty = |id: &&CombinatorId| {
        let name = &tables.schema[**id].name;
        name.ends_with("Empty") || name.ends_with("_empty")
    };
    let mut all = tables.schema[ty].constructors.iter().filter(is_empty);
    let (Some(&only), None) = (all.next(), all.next()) else { return None };
    let is_plain = |field: &SchemaField| match &field.ty {
        _ if field.condition.is_some() => true,
        TypeExpr::Apply(apply) => tables.schema[apply.ty]
            .builtin
            .is_some_and(|builtin| !matches!(builtin, Builtin::Object | Builtin::Function)),
        ty => matches!(ty, TypeExpr::Nat),
    };
    tables.schema[only].fields.iter().all(is_plain).then_some(only)
}
