//! How an item implements the traits that all have.
//!
//! Goldens: `hashes`, `requests`.

use typelang_parser::schema::{CombinatorId, TypeId};

use crate::plan::expand::expanded::Part;
use crate::plan::field::tables::Tables;
use crate::plan::model::{
    item::Field,
    traits::{Coding, Means, Traits},
};

/// The traits of the struct for `id`, which is written by `numbers` numbers that stand elsewhere, and parts of which may
/// disagree.
pub(crate) fn of_struct(
    tables: &Tables<'_>,
    id: CombinatorId,
    numbers: usize,
    can_disagree: bool,
) -> Traits {
    let origin = tables.origin(id);
    let is_whole = origin.part == Part::Whole;
    // The id does not say what arguments were filled in, so bytes alone do not tell what they are.
    let is_told_by_id = is_whole && origin.filled.suffix.is_empty();
    let has_bytes = origin.part != Part::Record;
    traits(tables, has_bytes, is_told_by_id && numbers == 0, can_disagree)
}

/// The traits by which a struct is written and read that is so much of a declaration, by so many numbers that stand elsewhere.
pub(crate) fn coding(part: &Part, numbers: usize) -> Coding {
    match (part, numbers) {
        (Part::Whole, 0) => Coding::Bare,
        (Part::Whole, _) => Coding::BareWith(numbers),
        (Part::Row(_), 0) => Coding::Whole,
        (Part::Row(_), _) => Coding::WholeWith(numbers),
        (Part::Record, _) => Coding::Around,
    }
}

/// The traits of the enum for `id`.
pub(crate) fn of_enum(tables: &Tables<'_>, id: TypeId, can_disagree: bool) -> Traits {
    let numbers = tables.schema[id].params.len();
    let is_told_by_id = tables.type_args(id).is_empty() && numbers == 0;
    traits(tables, true, is_told_by_id, can_disagree)
}

fn traits(tables: &Tables<'_>, has_bytes: bool, is_told_by_id: bool, can_disagree: bool) -> Traits {
    let reflects = tables.asked.reflects() && is_told_by_id;
    let means = |by_bytes| if by_bytes { Means::Wire } else { Means::Derived };
    // A value that disagrees with itself has no bytes by which it could be shown.
    Traits {
        debug: means(reflects && !can_disagree),
        equality: means(has_bytes),
        hash: None,
        reflects,
    }
}

/// Has the struct with these `fields` compare them one by one where a macro would compare floating-point numbers by
/// their values: everywhere else their bits count, and by values there is neither `Eq` nor `Hash`.
pub(crate) fn compare_bits(traits: &mut Traits, fields: &[Field]) {
    if traits.equality == Means::Derived && fields.iter().any(|field| field.ty.holds_float()) {
        traits.equality = Means::Fields;
    }
}

/// Sorts out which of the traits that the user asks for are derived: an item has some of them anyway, and `Hash` goes by
/// what equality goes by.
pub(crate) fn derive(traits: &mut Traits, asked: Vec<String>, has_default: bool) -> Vec<String> {
    let mut derived = Vec::new();
    for path in asked {
        match (standard(&path), traits.equality) {
            (Some("Clone" | "Debug" | "PartialEq"), _)
            | (Some("Eq"), Means::Wire | Means::Fields) => {}
            (Some("Default"), _) if has_default => {}
            (Some("Hash"), means @ (Means::Wire | Means::Fields)) => traits.hash = Some(means),
            _ => derived.push(path),
        }
    }
    derived
}

/// The name of a trait of the standard library.
pub(crate) fn standard(path: &str) -> Option<&str> {
    let parts: Vec<&str> = path.trim_start_matches("::").split("::").collect();
    match parts.as_slice() {
        [name] | ["std" | "core", .., name] => Some(name),
        _ => None,
    }
}
