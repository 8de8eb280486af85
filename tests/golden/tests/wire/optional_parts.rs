//! Code that features enable: it is there exactly with them, and nothing else asks for it.

use typelang_golden::optional_parts::{
    enums::{Peer, Photo},
    functions::{Later, Measure, Ping, Scale, Send},
    types::{MeasureAll, PeerUser, PhotoLarge},
};
use typelang_runtime::{Decode, Encode, Function};

use super::{assert_exact, hex};

const CONVERSIONS: bool = cfg!(feature = "conversions");
const METHOD_TRAITS: bool = cfg!(feature = "method-traits");

#[test]
fn conversions_are_compiled_with_their_feature() {
    assert_eq!(implements!(PeerUser: TryFrom<Peer, Error = Peer>), CONVERSIONS);
    assert_eq!(implements!(PhotoLarge: TryFrom<Photo, Error = Photo>), CONVERSIONS);
    // These have none.
    assert_exact(&Peer::from(PeerUser { user_id: 1 }), "22175159 01000000 00000000");
    assert!(Peer::Empty.is_empty());
    assert_eq!(Photo::from(PhotoLarge { id: 7, ..large() }).id(), 7);
}

fn large() -> PhotoLarge {
    PhotoLarge { id: 0, width: 1.5, a: String::new(), b: String::new() }
}

#[cfg(feature = "conversions")]
#[test]
fn conversions_return_the_fields() {
    use typelang_golden::optional_parts::types::PeerChat;

    let chat = PeerChat { user_id: 1, title: "a".to_owned() };
    let peer = Peer::from(chat.clone());
    assert_eq!((peer.as_chat(), peer.as_user()), (Some(&chat), None));
    assert_eq!(PeerChat::try_from(peer), Ok(chat));
    assert_eq!(PeerUser::try_from(Peer::Empty), Err(Peer::Empty));
}

#[test]
fn traits_of_methods_are_compiled_with_their_feature() {
    macro_rules! assert_all {
        ($($method:ty),*) => {$(
            assert_eq!(implements!($method: core::fmt::Debug), METHOD_TRAITS);
            assert_eq!(implements!($method: Clone), METHOD_TRAITS);
            assert_eq!(implements!($method: PartialEq), METHOD_TRAITS);
            assert_eq!(implements!($method: Eq), METHOD_TRAITS);
            assert!(implements!($method: core::hash::Hash));
        )*};
    }
    assert_all!(Send, Measure, Scale, Ping, Later<Ping>, Later<Later<Send>>);
    // It asks for `PartialEq`.
    assert_eq!(implements!(Ping: PartialOrd), METHOD_TRAITS);
    assert!(implements!(Send: Default));
    // What only a method holds is no method.
    assert!(implements!(MeasureAll: core::fmt::Debug + Clone + Eq));
    assert!(implements!(Peer: core::fmt::Debug + Clone + Eq));
}

#[test]
fn calls_need_no_traits() {
    let call = Later { seconds: 3, query: Send::new(Peer::Empty, "a".to_owned()) };
    let bytes = call.to_bytes();
    let written = Later::<Send>::from_bytes(&bytes).map(|call| call.to_bytes());
    assert_eq!(written.as_ref(), Ok(&bytes));
    assert_eq!(call.read_response(&hex("fa2623de")), Ok(Peer::Empty));
    assert_eq!(Later { seconds: 3, query: &call }.read_response(&hex("fa2623de")), Ok(Peer::Empty));
}
