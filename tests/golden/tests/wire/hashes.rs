//! Hashes are consistent with equality, however it is decided.

use core::hash::{Hash, Hasher};
use std::hash::DefaultHasher;

use typelang_golden::hashes::types::{A, B, C, RecordFlags0};
use typelang_runtime::{Combinator, Decode};

use super::{hex, id};

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Returns whether two values are equal; their hashes must agree.
#[track_caller]
fn same<T: Eq + Hash + core::fmt::Debug>(one: &T, other: &T) -> bool {
    assert_eq!(one == other, hash(one) == hash(other), "{one:?} and {other:?}");
    one == other
}

#[test]
fn floats_count_by_their_bits_where_numbers_from_elsewhere_decide() {
    let a = |x| A { y: Some(1), x };
    assert!(same(&a(f64::NAN), &a(f64::NAN)));
    assert!(!same(&a(0.0), &a(-0.0)));
    assert!(!same(&a(1.0), &A { y: None, x: 1.0 }));
}

#[test]
fn every_field_counts_wherever_its_floats_are() {
    let whole = C {
        all: vec![0.0],
        some: Some(0.0),
        list: Some(vec![vec![0.0], vec![]]),
        three: [0.0; 3],
        pair: Some([0.0; 3]),
        text: String::new(),
    };
    assert!(same(&whole, &whole.clone()));
    let others = [
        C { all: vec![-0.0], ..whole.clone() },
        C { all: vec![], ..whole.clone() },
        C { some: Some(-0.0), ..whole.clone() },
        C { some: None, ..whole.clone() },
        C { list: Some(vec![vec![], vec![0.0]]), ..whole.clone() },
        C { list: Some(vec![vec![0.0]]), ..whole.clone() },
        C { list: None, ..whole.clone() },
        C { three: [0.0, -0.0, 0.0], ..whole.clone() },
        C { pair: Some([0.0, 0.0, -0.0]), ..whole.clone() },
        C { pair: None, ..whole.clone() },
        C { text: "a".to_owned(), ..whole.clone() },
    ];
    for other in others {
        assert!(!same(&whole, &other), "{other:?}");
    }
}

#[test]
fn values_around_such_types_go_by_their_bytes() {
    let of = |double: &str| {
        let text = format!("{} 01000000 {} 07000000 {double}", id(B::DECLARED.id), id(0x0526_7a56));
        B::from_bytes(&hex(&text)).unwrap()
    };
    assert!(same(&of("00000000 0000f87f"), &of("00000000 0000f87f")));
    assert!(!same(&of("00000000 00000000"), &of("00000000 00000080")));
}

#[test]
fn records_of_many_values_have_hashes() {
    let [zero, negative] = [0.0, -0.0].map(|a11| RecordFlags0 {
        a1: 0.0,
        a2: 0.0,
        a3: 0.0,
        a4: 0.0,
        a5: 0.0,
        a6: 0.0,
        a7: 0.0,
        a8: 0.0,
        a9: 0.0,
        a10: 0.0,
        a11,
        a12: String::new(),
        a13: Vec::new(),
    });
    assert!(same(&zero, &zero.clone()));
    assert!(!same(&zero, &negative));
}
