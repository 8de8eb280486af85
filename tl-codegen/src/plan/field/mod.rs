//! The third pass: decides the fields of all structs, and the order of their bytes.

pub(crate) mod assembly;
pub(crate) mod boxes;
pub(crate) mod decided;
pub(crate) mod determined;
pub(crate) mod docs;
pub(crate) mod expr;
pub(crate) mod field_names;
pub(crate) mod fields;
pub(crate) mod fixed_width;
pub(crate) mod joint;
pub(crate) mod number_uses;
pub(crate) mod order;
pub(crate) mod pointing;
pub(crate) mod predefined;
pub(crate) mod repetition;
pub(crate) mod response_type;
pub(crate) mod roles;
pub(crate) mod tables;
pub(crate) mod tails;
pub(crate) mod telling;
pub(crate) mod text;
pub(crate) mod unknown;
pub(crate) mod value;

use self::{
    decided::Decided,
    fields::decide,
    order::inner_first,
    roles::drafts,
    tables::{Asked, Fielded, Ground},
};
use crate::parallel;
use crate::plan::expand::expanded::Expanded;
use crate::plan::shape::shaped::Shaped;
use crate::refusals::Refusals;
use crate::request::{matching::Requests, settings::Settings};

/// Decides the fields of all structs, innermost first.
pub(crate) fn fields<'a>(
    expanded: &'a Expanded,
    shaped: &'a Shaped,
    settings: &'a Settings,
    requests: &'a Requests<'a>,
    refusals: &mut Refusals,
) -> Fielded<'a> {
    let asked = Asked { requests, settings };
    let ground = Ground::new(asked, expanded, shaped);
    let order = inner_first(expanded, shaped);
    // Roles depend on no other fields.
    let (count, undecided) = (expanded.schema.combinators.len(), Decided::new(0));
    let undecided = &ground.with(&undecided);
    let all = parallel::map(order.clone(), |id| {
        let mut refusals = Refusals::default();
        (drafts(undecided, &mut refusals, id), refusals)
    });
    let mut decided = Decided::new(count);
    for (id, (drafts, found)) in order.into_iter().zip(all) {
        refusals.extend(found);
        let fields = decide(&ground.with(&decided), refusals, id, drafts);
        decided.insert(id, fields);
    }
    Fielded { ground, decided }
}
