//! Types that hold types of the user's are refused if the parts of these disagree.

use typelang_golden::{
    foreign::{enums::Sum, functions::Send, types},
    repetitions::types::{Leaf, Mixed},
};
use typelang_runtime::Encode;

use super::{assert_agrees, assert_refused, presence};

fn holder(some: Option<Mixed>) -> types::Holder {
    let agreeing = Mixed { x: Some(5), y: vec![6], t: false };
    types::Holder { one: agreeing.clone(), many: vec![agreeing], some }
}

/// `n` is 2 by `y`, so that `x` is absent and `t` is set.
fn disagreeing() -> Mixed {
    Mixed { x: Some(5), y: vec![6, 7], t: true }
}

#[test]
fn holders_may_disagree_if_what_they_hold_may() {
    fn asks<T: Encode>() -> bool {
        T::CAN_DISAGREE
    }
    assert!(asks::<types::Holder>() && asks::<types::Around>() && asks::<Sum>());
    assert!(asks::<types::Giving>() && asks::<Send<Leaf>>());
    assert!(!asks::<types::Safe>() && !asks::<Vec<types::Safe>>());
}

#[test]
fn disagreeing_parts_of_held_values_are_found() {
    let kind = presence(0, true);
    assert_agrees(
        &holder(None),
        "01000000 00000000 09000000 01000000 05000000 06000000
         15c4b51c 01000000 09000000 01000000 05000000 06000000",
    );
    assert_refused(&holder(Some(disagreeing())), "some.x", kind);
    let sum = Sum::Around(Box::new(types::Around { holder: holder(Some(disagreeing())) }));
    assert_refused(&sum, "holder.some.x", kind);
}
