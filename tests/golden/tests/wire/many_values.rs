//! More values on one bit than a tuple can have.

use typelang_golden::many_values::types::{Apart, ApartFlags0, Many, ManyFlags0};

use super::{assert_exact, words};

#[test]
fn many_values_of_a_bit_are_a_struct() {
    let many = ManyFlags0 {
        aa: 1,
        bb: 2,
        cc: 3,
        dd: 4,
        ee: 5,
        ff: 6,
        gg: 7,
        hh: 8,
        ii: 9,
        jj: 10,
        kk: 11,
        ll: 12,
        mm: "a".to_owned(),
    };
    let all: Vec<u32> = (1..=12).collect();
    let bytes = words(&[1, 1]) + &words(&all) + "01610000";
    assert_exact(&Many { flags_0: Some(Box::new(many)) }, &bytes);
    assert_exact(&Many { flags_0: None }, &words(&[1, 0]));
    let none = || Apart { flags_0: None, between: 20, after: None };
    let apart = ApartFlags0 {
        aa: 1,
        bb: 2,
        cc: 3,
        dd: 4,
        ee: 5,
        ff: 6,
        gg: 7,
        hh: 8,
        ii: 9,
        jj: 10,
        kk: 11,
        ll: Box::new(none()),
        mm: (),
    };
    let value = Apart { flags_0: Some(Box::new(apart)), between: 21, after: None };
    let bytes = words(&[2, 1, 1, 2, 3, 4, 5, 6, 21, 7, 8, 9, 10, 11, 2, 0, 20]) + "39d3ed3f";
    assert_exact(&value, &bytes);
}
