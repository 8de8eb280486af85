//! The third pass: decides the fields of all structs, and the order of their bytes.

pub(crate) mod assembly;
pub(crate) mod boxes;
mod building;
pub(crate) mod decided;
pub(crate) mod determined;
pub(crate) mod docs;
pub(crate) mod expr;
pub(crate) mod field_names;
pub(crate) mod fields;
pub(crate) mod fixed_width;
pub(crate) mod joint;
mod joint_fields;
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

use typelang_parser::{schema::CombinatorId, syntax::Role};

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
    let is_method = |id: &CombinatorId| expanded.schema[*id].role == Role::Function;
    let (methods, constructors): (Vec<_>, Vec<_>) =
        inner_first(expanded, shaped).into_iter().partition(is_method);
    // Roles depend on no other fields.
    let (count, undecided) = (expanded.schema.combinators.len(), Decided::new(0));
    let undecided = &ground.with(&undecided);
    let constructors = parallel::map(constructors, |id| {
        let mut refusals = Refusals::default();
        (id, drafts(undecided, &mut refusals, id), refusals)
    });
    let mut decided = Decided::new(count);
    for (id, drafts, found) in constructors {
        refusals.extend(found);
        let fields = decide(&ground.with(&decided), refusals, id, drafts);
        decided.insert(id, fields);
    }
    // No fields depend on those of a method. Its drafts are dropped by the thread that made them, which does not wait for
    // the allocator's lock.
    let tables = &ground.with(&decided);
    let methods = parallel::map(methods, |id| {
        let mut refusals = Refusals::default();
        let drafts = drafts(tables, &mut refusals, id);
        (id, decide(tables, &mut refusals, id, drafts), refusals)
    });
    for (id, fields, found) in methods {
        refusals.extend(found);
        decided.insert(id, fields);
    }
    Fielded { ground, decided }
}
