//! Types with parameters.

use std::hash::{DefaultHasher, Hasher};
use typelang_golden::parameters::{
    enums::{self, MaybeBareTupleStringN, MaybeInt},
    functions::{GetMaybe, GetPoint, GetTuple},
    types::{
        self, Boxed, Fixed, ListInt, ListString, Lists, Outer, PairIntString, Point, Point1,
        Point2, Rectangle, Sized, TupleInt3, TupleIntN, Tuples, UseNat, UseRows, UseTree, User,
    },
};
use typelang_runtime::{
    Decode, Deferred, Encode, FreeBits, Function, Numbers, Options, Trailing, tl::hash_with,
};

use super::{assert_agrees, assert_exact, assert_refused, count, hex, presence, words};

#[test]
fn a_type_filled_in_is_what_its_argument_says() {
    assert_exact(&MaybeInt::ResultTrue(types::ResultTrueInt { result: 7 }), "f88e9c3f 07000000");
    assert_exact(&MaybeInt::ResultFalse, "7b0a9327");
    let boxed = types::ResultTrueBoxedInt { result: 7 };
    let boxed = enums::MaybeBoxedInt::ResultTrue(boxed);
    assert_exact(&boxed, "f88e9c3f da9b50a8 07000000");
    let user = enums::MaybeUser::ResultTrue(types::ResultTrueUser { result: User { id: 9 } });
    assert_exact(&user, "f88e9c3f 01000000 09000000");
    let user = types::ResultTrueBareUser { result: User { id: 9 } };
    assert_exact(&enums::MaybeBareUser::ResultTrue(user), "f88e9c3f 09000000");
    let vector = types::ResultTrueBareVectorInt { result: vec![1] };
    let vector = enums::MaybeBareVectorInt::ResultTrue(vector);
    assert_exact(&vector, "f88e9c3f 01000000 01000000");
    let pair = PairIntString { a: 1, b: "a".to_owned() };
    let pair = types::ResultTrueBarePairIntString { result: pair };
    let pair = enums::MaybeBarePairIntString::ResultTrue(Box::new(pair));
    assert_exact(&pair, "f88e9c3f 01000000 01610000");
}

#[test]
fn a_constant_number_is_part_of_the_type() {
    assert_exact(&TupleInt3 { values: [1, 2, 3] }, "8a767097 01000000 02000000 03000000");
    let tuple = || TupleInt3 { values: [1, 2, 3] };
    let users = types::TupleUser2 { values: [User { id: 4 }, User { id: 5 }] };
    let value = Tuples { a: tuple(), b: tuple(), c: users };
    assert_exact(&value, &words(&[4, 1, 2, 3, 0x9770_768a, 1, 2, 3, 1, 4, 1, 5]));
    let value = Fixed { a: Point1 { x: 7 }, b: Point2 { y: 8 } };
    assert_exact(&value, &words(&[9, 7, 6, 8]));
    let zero = types::Zero0;
    let two = types::Succ2 { before: types::Succ1 { before: zero } };
    let value = UseNat { two, bare: types::Succ1 { before: types::Zero0 } };
    assert_exact(&value, &words(&[0x15, 0x540, 0x540, 0x330, 0x330]));
}

/// The row of the TL reference.
#[test]
fn values_determine_the_numbers_that_they_are_given() {
    let fields_mask = FreeBits::EMPTY;
    let a = Point { x: Some(5), y: Some(0) };
    let b = Point { x: Some(1), y: Some(3) };
    let value = Rectangle { fields_mask, a, b };
    assert_agrees(&value, "07000000 03000000 05000000 00000000 01000000 03000000");
    let half = Point { x: None, y: Some(3) };
    let fields_mask = FreeBits::from_bits(4).unwrap();
    let value = Rectangle { fields_mask, a: half.clone(), b: half.clone() };
    assert_agrees(&value, &words(&[7, 6, 3, 3]));
    let uneven = Rectangle { b: Point { x: Some(1), y: Some(2) }, ..value.clone() };
    assert_refused(&uneven, "b.x", presence(0, true));
    assert_ne!(uneven, value);
    assert_refused(&Rectangle::new(half, Point { x: None, y: None }), "b.y", presence(1, false));
}

#[test]
fn numbers_reach_boxed_values_vectors_and_optional_fields() {
    let point = || Point { x: Some(1), y: None };
    let other = || Point { x: Some(1), y: Some(2) };
    let (own, ps, maybe) = (Some(2), vec![point(), point()], Some(point()));
    let value = Boxed { f: FreeBits::EMPTY, own, p: point(), ps, maybe };
    assert_agrees(&value, &words(&[8, 13, 2, 6, 1, 2, 1, 1, 6, 1]));
    let ps = vec![point(), point(), other()];
    assert_refused(&Boxed { ps, ..value.clone() }, "ps[2].y", presence(1, true));
    assert_refused(&Boxed { maybe: Some(other()), ..value }, "maybe.y", presence(1, true));
    let tuple = || TupleIntN { values: vec![1, 2] };
    let texts = types::TupleStringN { values: vec!["a".to_owned(), String::new()] };
    let c = MaybeBareTupleStringN::ResultTrue(types::ResultTrueBareTupleStringN { result: texts });
    let value = Sized { a: tuple(), b: tuple(), c };
    let bytes = words(&[5, 2, 1, 2, 0x9770_768a, 1, 2]) + "f88e9c3f 01610000 00000000";
    assert_agrees(&value, &bytes);
    let a = TupleIntN { values: vec![1] };
    assert_refused(&Sized { a, ..value }, "b.values", count(1, 2));
}

#[test]
fn a_number_and_its_sum_have_to_agree() {
    let word = FreeBits::EMPTY;
    let x = types::InnerN2 {
        rows: vec![[1, 2]],
        bit: Some(3),
        word: FreeBits::from_bits(4).unwrap(),
        more: None,
    };
    let y = types::Inner1N { rows: [vec![5]], bit: 6, word, more: None };
    let z = types::Inner { rows: vec![vec![7], vec![8]], bit: None, word, more: None };
    let value = Outer { x, y, z };
    assert_agrees(&value, &words(&[11, 1, 1, 2, 3, 4, 5, 6, 7, 8]));
    let z = types::Inner { rows: vec![vec![7]], ..value.z.clone() };
    assert_refused(&Outer { z, ..value.clone() }, "z.rows", count(2, 1));
    let z = types::Inner { bit: Some(1), ..value.z.clone() };
    assert_refused(&Outer { z, ..value.clone() }, "z.bit", presence(0, true));
    let z = types::Inner { rows: vec![vec![7], vec![8, 9]], ..value.z.clone() };
    assert_refused(&Outer { z, ..value }, "z.rows[1]", count(1, 2));
}

#[test]
fn types_with_parameters_may_hold_themselves() {
    let list = |flag, head_and_tail| ListInt { flag, head_and_tail };
    let end = list(FreeBits::from_bits(2).unwrap(), None);
    let a = list(FreeBits::EMPTY, Some((1, Box::new(end))));
    let b = ListString { flag: FreeBits::EMPTY, head_and_tail: None };
    let value = Lists { a, b };
    let text = value.to_bytes();
    assert_eq!(Lists::from_bytes(&text), Ok(value));
    assert_eq!(text[4..16], hex(&words(&[1, 1, 2])));
    let leaf = |leaf| enums::Tree::Tree(types::Tree { leaf });
    let tree = |left, right| {
        let branch = types::Branch { left: leaf(left), right: leaf(right) };
        UseTree { tree: enums::Tree::Branch(Box::new(branch)) }
    };
    assert_agrees(&tree(vec![1], vec![2]), &words(&[0x12, 1, 0x220, 0x110, 1, 0x110, 2]));
    assert_refused(&tree(vec![1], vec![]), "tree.right.leaf", count(1, 0));
}

/// Two values that differ in a field that the first one's flag word would leave out.
#[test]
fn values_that_take_numbers_are_equal_if_their_fields_are() {
    let hash = |value: &dyn Fn(&mut DefaultHasher)| {
        let mut hasher = DefaultHasher::new();
        value(&mut hasher);
        hasher.finish()
    };
    let (a, b) = (Point { x: Some(1), y: None }, Point { x: None, y: Some(1) });
    assert_ne!(a, b);
    assert_eq!(a, a.clone());
    let hash_of = |point: &Point| hash(&|state| hash_with::<Point, _, 1>(point, state));
    assert_ne!(hash_of(&a), hash_of(&b));
    assert_eq!(hash_of(&a), hash_of(&a.clone()));
}

#[test]
fn deep_trees_with_numbers_are_refused() {
    let bytes = words(&[0x12, 1]) + &words(&vec![0x220; 100_000]);
    assert!(UseTree::from_bytes(&hex(&bytes)).is_err());
}

#[test]
fn methods_return_types_that_are_filled_in() {
    let pair = types::PairIntUser { a: 1, b: User { id: 2 } };
    let reply = hex("f88e9c3f 01000000 01000000 02000000");
    let response = GetMaybe { x: MaybeInt::ResultFalse }.read_response(&reply).unwrap();
    let result = types::ResultTrueBarePairIntUser { result: pair };
    assert_eq!(response, enums::MaybeBarePairIntUser::ResultTrue(result));
}

#[test]
fn responses_are_read_by_the_numbers_of_their_call() {
    let call = GetTuple { n: 2 };
    let reply = hex(&words(&[0x9770_768a, 7, 8]));
    let response = call.read_response(&reply).unwrap();
    let tuple = TupleIntN { values: vec![7, 8] };
    assert_eq!(response.read(&call).as_ref(), Ok(&tuple));
    assert!(
        response.read(&GetTuple { n: 1 }).is_err() && response.read(&GetTuple { n: 3 }).is_err()
    );
    assert_eq!(Deferred::new(&tuple, &call).unwrap().to_bytes(), reply);
    let refusal = Deferred::new(&tuple, &GetTuple { n: u32::MAX }).unwrap_err();
    assert_eq!((refusal.path().as_str(), refusal.kind()), ("values", count(u32::MAX, 2)));
    let allow = Options::DEFAULT.trailing(Trailing::Allow);
    assert_eq!(response.read_with(&GetTuple { n: 1 }, &allow).unwrap().values, [7]);
    let call = GetPoint { flags: FreeBits::EMPTY, id: None, mask: Some(2) };
    assert_exact(&call, &words(&[0x18, 2, 2]));
    assert_eq!(call.numbers(), [2]);
    assert_eq!(GetPoint { flags: FreeBits::EMPTY, id: Some(1), mask: None }.numbers(), [0]);
    let response = call.read_response(&hex(&words(&[0x3f9c_8ef8, 9]))).unwrap();
    let point = types::ResultTrueBarePoint { result: Point { x: None, y: Some(9) } };
    assert_eq!(response.read(&call), Ok(enums::MaybeBarePoint::ResultTrue(point)));
}

#[test]
fn rows_may_be_in_types_with_parameters() {
    let rows = types::Rows { rows: vec![types::RowsRows { x: Some(1), y: 2 }] };
    let fixed = types::Rows2 { rows: [3, 4] };
    assert_agrees(&UseRows { a: rows, b: fixed }, &words(&[15, 1, 1, 2, 3, 4]));
}
