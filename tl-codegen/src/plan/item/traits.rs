//! Decides how an item implements the traits that all items have.
//!
//! Goldens: `hashes`, `requests`.

use typelang_parser::schema::{CombinatorId, TypeId};

use crate::plan::expand::expanded::Part;
use crate::plan::field::tables::Tables;
use crate::plan::model::{
    item::Field,
    memory::Memory,
    traits::{Coding, Means, Traits},
};

/// Returns the traits of the struct for `id`, which takes `numbers` numbers from outside and whose parts may
/// disagree.
pub(crate) fn of_struct(
    tables: &Tables<'_>,
    id: CombinatorId,
    numbers: usize,
    can_disagree: bool,
) -> Traits {
    let origin = tables.origin(id);
    let is_whole = origin.part == Part::Whole;
    // The id does not identify the filled-in arguments, so bytes alone do not determine them.
    let is_told_by_id = is_whole && origin.filled.suffix.is_empty();
    let has_bytes = origin.part != Part::Record;
    traits(tables, has_bytes, is_told_by_id && numbers == 0, can_disagree)
}

/// Returns the codec traits of a struct for this part of a declaration that takes this many numbers from
/// outside.
pub(crate) fn coding(part: &Part, numbers: usize) -> Coding {
    match (part, numbers) {
        (Part::Whole, 0) => Coding::Bare,
        (Part::Whole, _) => Coding::BareWith(numbers),
        (Part::Row(_), 0) => Coding::Whole,
        (Part::Row(_), _) => Coding::WholeWith(numbers),
        (Part::Record, _) => Coding::Around,
    }
}

/// Returns the traits of the enum for `id`.
pub(crate) fn of_enum(tables: &Tables<'_>, id: TypeId, can_disagree: bool) -> Traits {
    let numbers = tables.schema[id].params.len();
    let is_told_by_id = tables.type_args(id).is_empty() && numbers == 0;
    traits(tables, true, is_told_by_id, can_disagree)
}

fn traits(tables: &Tables<'_>, has_bytes: bool, is_told_by_id: bool, can_disagree: bool) -> Traits {
    let reflects = tables.asked.reflects() && is_told_by_id;
    let means = |by_bytes| if by_bytes { Means::Wire } else { Means::Derived };
    // A value that disagrees with itself has no bytes by which `Debug` could show it.
    Traits {
        debug: means(reflects && !can_disagree),
        equality: means(has_bytes),
        hash: None,
        reflects,
    }
}

/// Makes a struct with these `fields` compare them one by one if a derived impl would compare floating-point
/// numbers by value. Everywhere else they are compared by their bits, and comparing by value allows neither
/// `Eq` nor `Hash`.
pub(crate) fn compare_bits(traits: &mut Traits, fields: &[Field]) {
    if traits.equality == Means::Derived && fields.iter().any(|field| field.ty.holds_float()) {
        traits.equality = Means::Fields;
    }
}

/// Returns the requested traits that must be derived: an item has some of them already, and `Hash` must be
/// consistent with equality.
pub(crate) fn derive(
    traits: &mut Traits,
    asked: Vec<String>,
    has_default: bool,
    memory: Memory,
) -> Vec<String> {
    let mut derived = Vec::new();
    for path in asked {
        match (standard(&path), traits.equality) {
            (Some("Clone" | "Debug" | "PartialEq"), _)
            | (Some("Eq"), Means::Wire | Means::Fields) => {}
            (Some("Default"), _) if has_default => {}
            (Some("Copy"), _) if memory == Memory::Arena => {}
            (Some("Hash"), means @ (Means::Wire | Means::Fields)) => traits.hash = Some(means),
            _ => derived.push(path),
        }
    }
    derived
}

/// Returns whether a trait is one of the standard library's that ask for `Clone`, `PartialEq` or `Eq`.
pub(crate) fn needs_others(path: &str) -> bool {
    matches!(standard(path), Some("Copy" | "Eq" | "PartialOrd" | "Ord"))
}

/// Returns the name of a trait of the standard library.
pub(crate) fn standard(path: &str) -> Option<&str> {
    let parts: Vec<&str> = path.trim_start_matches("::").split("::").collect();
    match parts.as_slice() {
        [name] | ["std" | "core", .., name] => Some(name),
        _ => None,
    }
}
