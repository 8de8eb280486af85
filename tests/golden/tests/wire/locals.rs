//! Fields named like the variables of generated code.

use typelang_golden::locals::types::{Clash, Grouped, TwoWords};
use typelang_runtime::Combinator;

use super::{assert_exact, id};

/// Fields named like variables of generated code do not conflict with them.
#[test]
fn names_of_fields_do_not_touch_the_code() {
    let clash = Clash { id: 1, reader: Some(2), reader_: Some(3), value: 4, value_: 5 };
    let mut swapped = clash.clone();
    core::mem::swap(&mut swapped.value, &mut swapped.value_);
    assert_ne!(clash, swapped);
    let bytes = "01000000 03000000 02000000 03000000 04000000 05000000";
    assert_exact(&clash, &format!("{} {bytes}", id(Clash::ID)));
    let two = TwoWords { x: Some(1), y: None };
    assert_exact(&two, &format!("{} 01000000 00000000 01000000", id(TwoWords::ID)));
    let two = TwoWords { x: None, y: Some(1) };
    assert_exact(&two, &format!("{} 00000000 01000000 01000000", id(TwoWords::ID)));
    let grouped =
        Grouped { value_and_reader: Some(("v".to_owned(), vec![1])), self_and_tl: None, id: 7 };
    let bytes = format!("{} 01000000 01760000 01010000 07000000", id(Grouped::ID));
    assert_exact(&grouped, &bytes);
}
