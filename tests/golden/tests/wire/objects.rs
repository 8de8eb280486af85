//! Objects at the end of a value, and before others.

use typelang_golden::objects::{
    functions::{Ask, Asks},
    types::{Around, Ended, Holder, Joined, Many, Optional, Pair, Point, Sums, Tail},
};
use typelang_runtime::{Decode, Encode, Error, ErrorKind, Object};

fn point() -> Object {
    Object::new(&Point { x: 1, y: 2 })
}

#[track_caller]
fn returns<T: for<'de> Decode<'de> + Encode>(value: &T) {
    let bytes = value.to_bytes();
    let back = T::from_bytes(&bytes).unwrap_or_else(|error| panic!("{error}: {bytes:02x?}"));
    assert_eq!(back.to_bytes(), bytes);
}

#[test]
fn an_object_before_others_ends_where_the_schema_says() {
    let nested = Object::new(&Pair { first: point(), second: point() });
    let pair = Pair { first: nested, second: point() };
    returns(&pair);
    let back = Pair::from_bytes(&pair.to_bytes()).unwrap();
    assert_eq!(back.first.decode_as::<Pair>().unwrap().second, point());
    returns(&Optional { value: Some(point()), flag: true, word: false });
    returns(&Joined { value_and_number: Some((point(), 3)) });
    returns(&Many { all: vec![point(), Object::new(&pair), point()], last: point() });
    returns(&Many { all: Vec::new(), last: Object::new(&vec![point()]) });
    returns(&Holder { inner: Tail { number: 1, value: point() }, number: 2 });
    returns(&Asks { query: Ask { value: point() }, number: 3 });
    let sums = [Tail { number: 1, value: point() }.value, nested_tail()];
    returns(&Sums {
        all: sums.map(|value| typelang_golden::objects::types::SumOne { value }.into()).into(),
    });
}

fn nested_tail() -> Object {
    Object::new(&Tail { number: 4, value: point() })
}

#[test]
fn an_object_that_is_last_may_be_of_any_schema() {
    let foreign = Object::from_vec(vec![0xff; 12]);
    returns(&Around { ended: Ended { number: 1, value: foreign.clone() } });
    let error = Pair::from_bytes(&Pair { first: foreign.clone(), second: point() }.to_bytes());
    let unknown = ErrorKind::UnknownId { found: u32::MAX };
    assert_eq!(error.as_ref().map_err(Error::kind).unwrap_err(), unknown);
    assert_eq!(error.unwrap_err().offset(), 4);
    assert!(Ask::from_bytes(&Ask { value: foreign }.to_bytes()).is_err());
}
