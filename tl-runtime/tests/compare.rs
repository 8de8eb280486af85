//! Equality and hashing through the wire.

mod stand_ins;

use stand_ins::types::User;
use std::{
    cell::Cell,
    collections::HashSet,
    hash::{DefaultHasher, Hasher},
};
use typelang_runtime::{
    Encode, Object, Writer,
    tl::{hash, same},
};

/// Elements without a count, so that one value's bytes may begin another's.
struct Bare(Vec<bool>);

impl Encode for Bare {
    fn encode(&self, out: &mut Writer<'_>) {
        out.repeat(&self.0);
    }
}

/// A word that knows how often it was written.
struct Counted<'a>(u32, &'a Cell<u32>);

impl Encode for Counted<'_> {
    fn encode(&self, out: &mut Writer<'_>) {
        self.1.set(self.1.get() + 1);
        out.nat(self.0);
    }
}

#[test]
fn bits_decide() {
    assert!(same(&f64::NAN, &f64::NAN));
    assert!(!same(&0.0, &-0.0));
    assert!(same(&User::default(), &User::default()));
    assert!(!same(&User::default(), &User { id: 1, ..User::default() }));
}

#[test]
fn beginnings_and_ends_are_not_the_whole() {
    let (long, short) = (Object::from_vec(vec![1; 8]), Object::from_vec(vec![1; 4]));
    assert!(!same(&long, &short));
    assert!(!same(&short, &long));
    assert!(same(&long, &long.clone()));
    assert!(!same(&Bare(vec![true]), &Bare(vec![false, true])));
    assert!(!same(&Bare(vec![true, false]), &Bare(vec![true])));
    assert!(same(&Bare(vec![]), &Bare(vec![])));
}

#[test]
fn comparison_stops_at_the_first_difference() {
    let (left, right) = (Cell::new(0), Cell::new(0));
    let a: Vec<_> = (0..10_000).map(|i| Counted(i, &left)).collect();
    let b: Vec<_> = (0..10_000).map(|i| Counted(i / 10, &right)).collect();
    assert!(!same(&a, &b));
    assert_eq!(left.get(), 10_000);
    // What is gathered at once is compared at once.
    assert!(right.get() < 200, "{}", right.get());
}

#[test]
fn equal_values_have_equal_hashes() {
    let hash_of = |user: &User| {
        let mut state = DefaultHasher::new();
        hash(user, &mut state);
        state.finish()
    };
    let ann = User { username: Some("ann".to_owned()), ..User::default() };
    assert_eq!(hash_of(&ann), hash_of(&ann.clone()));
    assert_ne!(hash_of(&ann), hash_of(&User::default()));
    assert_eq!(HashSet::from([ann.clone(), ann, User::default()]).len(), 2);
}
