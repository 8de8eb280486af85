//! Structs created from some of their fields, and conversions between enums and their structs.

use typelang_golden::conversions::{
    enums::{Media, Message, Peer},
    functions::{Answer, Send},
    types::{self, PeerUser, Reply},
};
use typelang_runtime::Encode;

const ANN: PeerUser = PeerUser { user_id: 1, access_hash: 2 };

#[test]
fn new_takes_what_is_always_there_and_leaves_out_the_rest() {
    let send = Send::new(ANN.into(), "hello".to_owned(), 7, true, vec![1]);
    let all = Send {
        silent: false,
        peer: Peer::User(ANN),
        text: "hello".to_owned(),
        random_id: 7,
        urgent: true,
        tags: vec![1],
        reply: None,
    };
    assert_eq!(send, all);
}

#[test]
fn default_stands_for_nothing_and_so_does_a_type_called_empty() {
    let send = Send { text: "hello".to_owned(), ..Send::default() };
    assert_eq!(send, Send::new(Peer::Empty, "hello".to_owned(), 0, false, Vec::new()));
    assert_eq!(Peer::default(), Peer::Empty);
    let nothing = types::MessageEmpty { id: 0, peer: None };
    assert_eq!(Message::default(), Message::from(nothing));
    assert_eq!(Reply::default(), Reply { to: 0, quote: None, media: None });
    // No name of `Media`'s constructors says that it is empty, so an answer has no default.
    assert_eq!(Answer::new(Media::Media), Answer { media: Media::Media, silent: false });
}

#[test]
fn enums_are_made_of_their_structs_and_give_them_back() {
    let peer = Peer::from(ANN);
    assert_eq!(peer, Peer::User(ANN));
    assert_eq!(PeerUser::try_from(peer), Ok(ANN));
    assert_eq!(PeerUser::try_from(Peer::PeerSelf), Err(Peer::PeerSelf));
    // A `Box` does not change the encoding.
    let message = types::Message::new(1, ANN.into(), "text".to_owned(), Vec::new());
    let whole: Message = message.clone().into();
    assert_eq!(whole.to_bytes(), message.to_bytes());
    assert_eq!(types::Message::try_from(whole), Ok(message));
}

#[test]
fn enums_tell_what_they_are_and_what_all_their_variants_have() {
    let message = Message::from(types::Message::new(5, ANN.into(), String::new(), vec![1, 2]));
    let service = Message::from(types::MessageService {
        id: 6,
        peer: Peer::Empty,
        text: String::new(),
        tags: Vec::new(),
    });
    let empty = Message::from(types::MessageEmpty { id: 7, peer: None });
    assert_eq!([&message, &service, &empty].map(Message::id), [5, 6, 7]);
    let peers = [&message, &service, &empty].map(Message::peer);
    assert_eq!(peers, [Some(&Peer::User(ANN)), Some(&Peer::Empty), None]);
    assert!(message.as_message().is_some_and(|message| message.tags == [1, 2]));
    assert!(message.as_service().is_none());
    assert!(Peer::Empty.is_empty());
    assert!(!Peer::User(ANN).is_empty());
}
