//! The same in an arena.

use typelang_golden::optional_parts_in_arena::{
    enums::{Peer, Photo},
    functions::{Later, Send},
    types::{PeerUser, PhotoLarge},
};
use typelang_runtime::{BorrowingFunction, Bump, Decode, Encode};

use super::hex;

const METHOD_TRAITS: bool = cfg!(feature = "method-traits");

#[test]
fn methods_are_copied_with_the_feature() {
    assert_eq!(implements!(Send<'static>: Copy), METHOD_TRAITS);
    assert_eq!(implements!(Later<Send<'static>>: Copy), METHOD_TRAITS);
    assert_eq!(implements!(Send<'static>: PartialEq), METHOD_TRAITS);
    assert!(implements!(Photo<'static>: Copy));
    assert!(!implements!(PeerUser: TryFrom<Peer>));
}

#[test]
fn a_call_is_read_into_an_arena_without_the_feature() {
    let call = Later { seconds: 3, query: Send { peer: Peer::Empty, texts: &["a"] } };
    let (bytes, arena) = (call.to_bytes(), Bump::new());
    let read = Later::<Send<'_>>::from_bytes_in(&bytes, &arena).unwrap();
    assert_eq!((read.to_bytes(), read.query.texts), (bytes.clone(), ["a"].as_slice()));
    assert_eq!(call.read_response(&hex("fa2623de")), Ok(Peer::Empty));
}

#[cfg(feature = "conversions")]
#[test]
fn a_payload_is_borrowed_with_the_feature() {
    let large = PhotoLarge { id: 7, width: 1.5, a: "", b: "" };
    assert_eq!(Photo::from(&large).as_large(), Some(&large));
}

#[cfg(not(feature = "conversions"))]
#[test]
fn a_payload_is_matched_without_the_feature() {
    let large = PhotoLarge { id: 7, width: 1.5, a: "", b: "" };
    assert!(matches!(Photo::from(&large), Photo::Large(it) if *it == large));
}
