//! Choosing a combinator.

use crate::reflect::random::{heights::NONE, prng::Prng};
use crate::reflect::schema::{
    combinator::{Combinator, Role},
    table::Schema,
};
use alloc::vec::Vec;

/// A combinator and the height of its least value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice<'s> {
    pub(super) height: u32,
    pub(super) schema: &'s Schema,
    pub(super) combinator: &'s Combinator,
}

/// All constructors that make sense without a type around them, or all functions.
pub(super) fn choices<'s>(
    schemas: &'s [Schema],
    heights: &[Vec<u32>],
    role: Role,
) -> Vec<Choice<'s>> {
    let all = schemas.iter().zip(heights).flat_map(|(schema, heights)| {
        let known = schema.combinators.iter().zip(heights);
        known.map(move |(combinator, height)| Choice { height: *height, schema, combinator })
    });
    let of_role = all.filter(|choice| choice.combinator.role == role);
    let is_plain = |choice: &Choice<'_>| is_plain(choice.schema, choice.combinator);
    of_role.filter(|choice| role == Role::Function || is_plain(choice)).collect()
}

/// Whether the constructor takes no arguments and has nothing predefined.
pub(super) fn is_plain(schema: &Schema, constructor: &Combinator) -> bool {
    let ty = schema.result_of(constructor);
    !constructor.needs_arguments() && ty.is_some_and(|ty| ty.builtin.is_none())
}

/// One of those that have values; one of least height if there may be nothing larger.
pub(super) fn choose<'s>(
    prng: &mut Prng,
    from: &[Choice<'s>],
    is_spent: bool,
) -> Option<Choice<'s>> {
    let least = from.iter().map(|choice| choice.height).min().filter(|height| *height < NONE)?;
    let limit = if is_spent { least } else { NONE - 1 };
    let count = from.iter().filter(|choice| choice.height <= limit).count();
    let at = prng.below(count);
    from.iter().filter(|choice| choice.height <= limit).nth(at).copied()
}
