//! Facts about methods, which the runtime finds by the schema.

use typelang_golden::facts::functions::{Wrap, users};
use typelang_runtime::{Callers, Function, MethodFacts};

#[test]
fn errors_are_sorted_and_have_a_mark_for_numbers() {
    let errors = users::Get::facts().errors();
    assert!(errors.eq([(400, "USER_ID_INVALID"), (420, "SLOWMODE_WAIT_X")]));
    assert_eq!(users::GetAll::facts().errors().count(), 0);
}

#[test]
fn callers_are_those_that_no_source_disputes() {
    assert_eq!(users::Get::facts().callers(), Callers::USERS.and(Callers::BOTS));
    assert_eq!(users::SetStatus::facts().callers(), Callers::USERS);
    assert_eq!(Wrap::<users::Get>::facts().callers(), Callers::ANYONE);
    assert!(users::Unknown::facts().callers().is_unknown());
    assert_eq!(format!("{:?}", users::Get::facts().callers()), "{USERS, BOTS}");
}

#[test]
fn first_layers_are_known_or_not() {
    assert_eq!((users::Get::facts().since(), users::GetAll::facts().since()), (Some(5), Some(8)));
    assert_eq!(users::Unknown::facts().since(), None);
}

#[test]
fn unknown_methods_have_no_facts() {
    assert_eq!(users::Unknown::facts(), MethodFacts::default());
    assert_eq!(<Box<users::Get>>::facts(), users::Get::facts());
    let shown = "MethodFacts { errors: [], callers: {}, since: Some(8) }";
    assert_eq!(format!("{:?}", users::GetAll::facts()), shown);
}
