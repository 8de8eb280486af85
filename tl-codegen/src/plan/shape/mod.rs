//! The second pass: decides what each type and each combinator becomes, and its path.

pub(crate) mod borrows;
pub(crate) mod cycles;
pub(crate) mod fallback_depth;
pub(crate) mod hidden;
pub(crate) mod holders;
pub(crate) mod layers;
pub(crate) mod owners;
pub(crate) mod shaped;
pub(crate) mod shapes;

use self::{
    borrows::Pointing,
    cycles::cycles,
    fallback_depth::{depths, refuse_infinite},
    hidden::Hidden,
    owners::owners,
    shaped::Shaped,
    shapes::shapes,
};
use crate::plan::expand::expanded::Expanded;
use crate::refusals::Refusals;
use crate::request::{matching::Requests, settings::Settings};

/// Decides the shapes of all types and combinators.
pub(crate) fn shape(
    expanded: &Expanded,
    hidden: &Hidden,
    settings: &Settings,
    pointing: &Pointing,
    requests: &Requests<'_>,
    refusals: &mut Refusals,
) -> Shaped {
    let (externs, text) = (&settings.read.externs, &settings.text);
    let shapes = shapes(expanded, externs, text, pointing, requests, &mut refusals.answers);
    let depths = depths(&expanded.schema, externs);
    refuse_infinite(expanded, &shapes, &depths, refusals);
    let owners = owners(&expanded.schema, externs);
    Shaped { shapes, cycles: cycles(expanded, hidden), depths, owners }
}
