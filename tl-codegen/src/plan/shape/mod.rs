//! The second pass: decides what each type and each combinator becomes, and its path.

pub(crate) mod borrows;
pub(crate) mod cycles;
pub(crate) mod fallback_depth;
pub(crate) mod layers;
pub(crate) mod shaped;
pub(crate) mod shapes;

use self::{
    cycles::cycles,
    fallback_depth::{depths, refuse_infinite},
    shaped::Shaped,
    shapes::shapes,
};
use crate::plan::expand::expanded::Expanded;
use crate::refusals::Refusals;
use crate::request::{matching::Requests, settings::Settings};

/// Decides the shapes of all types and combinators.
pub(crate) fn shape(
    expanded: &Expanded,
    settings: &Settings,
    requests: &Requests<'_>,
    refusals: &mut Refusals,
) -> Shaped {
    let shapes =
        shapes(expanded, &settings.read.externs, &settings.text, requests, &mut refusals.answers);
    let depths = depths(&expanded.schema);
    refuse_infinite(expanded, &shapes, &depths, refusals);
    Shaped { shapes, cycles: cycles(expanded), depths }
}
