//! Decides how decoding builds a struct.
//!
//! Goldens: `flags`, `shared_bits`, `repetitions`.

use crate::plan::model::wire::{Assembly, Step};

/// Returns how decoding builds the struct: as one literal if no flag word follows a value, and no tuple is in pieces.
pub(crate) fn assembly(wire: &[Step]) -> Assembly {
    let is_value = |step: &Step| !matches!(step, Step::Number(_) | Step::Flag { .. });
    let first_value = wire.iter().position(is_value).unwrap_or(wire.len());
    let is_late = |step: &Step| {
        matches!(
            step,
            Step::Number(_)
                | Step::Apart { .. }
                | Step::Join { .. }
                | Step::Column { .. }
                | Step::Zip { .. }
        )
    };
    if wire[first_value..].iter().any(is_late) { Assembly::Locals } else { Assembly::Literal }
}
