//! Facts about methods, as constants.

use typelang_golden::facts::functions::{Wrap, users};
use typelang_runtime::{Callers, Function};

#[test]
fn errors_are_sorted_and_have_a_mark_for_numbers() {
    assert_eq!(users::Get::ERRORS, [(400, "USER_ID_INVALID"), (420, "SLOWMODE_WAIT_%d")]);
    assert!(users::GetAll::ERRORS.is_empty());
}

#[test]
fn callers_are_those_that_no_source_disputes() {
    assert_eq!(users::Get::CALLERS, Callers::USERS.and(Callers::BOTS));
    assert_eq!(users::SetStatus::CALLERS, Callers::USERS);
    assert_eq!(Wrap::<users::Get>::CALLERS, Callers::ANYONE);
    assert!(users::Unknown::CALLERS.is_unknown());
    assert_eq!(format!("{:?}", users::Get::CALLERS), "{USERS, BOTS}");
}

#[test]
fn first_layers_are_known_or_not() {
    assert_eq!((users::Get::SINCE, users::GetAll::SINCE), (Some(5), Some(8)));
    assert_eq!(users::Unknown::SINCE, None);
}
