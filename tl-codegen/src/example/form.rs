//! Chooses how to write a struct.

use crate::plan::model::item::Struct;

/// The most unset fields that a literal shows.
const UNSET_LIMIT: usize = 2;

/// The most arguments that a reader can follow without their names.
const ARGUMENTS_LIMIT: usize = 3;

/// The form of a struct expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `X`
    Unit,
    /// `X { a: 1, b: None }`
    Literal,
    /// `X::new(1)`
    New,
    /// `X { a: 1, ..X::default() }`
    Default,
    /// `X { b: Some(2), ..X::new(1) }`
    Update,
    /// `{ let mut x = X::new(1); x.b = Some(2); x }`
    Assign,
}

/// Returns the form for a value of a struct with `set` and `unset` optional fields.
pub(super) fn of(item: &Struct, set: usize, unset: usize) -> Form {
    let Some(new) = &item.new else {
        return if item.fields.is_empty() { Form::Unit } else { Form::Literal };
    };
    match (new.has_literal, new.params.len()) {
        (false, _) if set > 0 => Form::Assign,
        (false, _) => Form::New,
        (true, _) if unset <= UNSET_LIMIT => Form::Literal,
        (true, ..=ARGUMENTS_LIMIT) if set == 0 => Form::New,
        (true, 1..) if new.defaults.is_some() => Form::Default,
        (true, _) if set == 0 => Form::New,
        (true, 0) if new.defaults.is_some() => Form::Default,
        (true, _) => Form::Update,
    }
}
