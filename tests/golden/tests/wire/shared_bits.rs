//! Fields that share a bit cannot disagree, because no value can express it.

use typelang_golden::shared_bits::types::{
    Adjacent, Apart, Between, Flagged, Method, TwoFlags, TwoWords,
};

use super::assert_exact;

#[test]
fn a_true_beside_a_value_tells_of_the_value() {
    let bot = Flagged { bot_version: Some(7) };
    assert!(bot.bot());
    assert_exact(&bot, "01000000 01000000 07000000");
    let human = Flagged { bot_version: None };
    assert!(!human.bot());
    assert_exact(&human, "01000000 00000000");
    assert!(Method { value: Some(1) }.self_());
}

#[test]
fn values_side_by_side_are_a_tuple() {
    let value = Adjacent { lat_and_long: Some((1.0, -2.0)) };
    assert_exact(&value, "02000000 01000000 00000000 0000f03f 00000000 000000c0");
    assert_exact(&Adjacent { lat_and_long: None }, "02000000 00000000");
}

#[test]
fn values_apart_are_written_where_they_belong() {
    let value =
        Apart { text_and_date_and_ids: Some(("x".to_owned(), 2, vec![3])), id: 1, seen: Some(4) };
    assert_exact(
        &value,
        "03000000 03000000 01780000 01000000 02000000 04000000
         15c4b51c 01000000 03000000 00000000",
    );
    let value = Apart { text_and_date_and_ids: None, id: 1, seen: None };
    assert_exact(&value, "03000000 00000000 01000000");
    let empty =
        Apart { text_and_date_and_ids: Some((String::new(), 0, vec![])), id: 0, seen: None };
    assert_exact(&empty, "03000000 01000000 00000000 00000000 00000000 15c4b51c 00000000");
}

#[test]
fn two_trues_of_a_bit_are_one() {
    let value = TwoFlags { a: true };
    assert!(value.b());
    assert_exact(&value, "04000000 04000000");
}

#[test]
fn a_true_between_two_values_has_no_bytes() {
    let value = Between { a_and_d: Some((1, 2)), b: true };
    assert!(value.c());
    assert_exact(&value, "05000000 03000000 01000000 02000000");
    assert_exact(&Between { a_and_d: None, b: true }, "05000000 02000000");
}

#[test]
fn the_same_bit_of_another_word_is_another_bit() {
    let value = TwoWords { a_and_c: Some((1, 3)), b: None };
    assert_exact(&value, "06000000 01000000 01000000 00000000 03000000");
    let value = TwoWords { a_and_c: None, b: Some(2) };
    assert_exact(&value, "06000000 00000000 01000000 02000000");
}
