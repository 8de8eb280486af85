//! Malicious bytes, decoded as types of the whole layer, give an error quickly and within 16 × the input of
//! memory.

use std::{hint::black_box, thread};

use allocation_counter::measure;
use typelang_layer229::{
    api::{
        SCHEMA,
        enums::{self, Message, PageBlock, RichText, Updates, User},
        functions::messages::SendMessage,
        types,
    },
    arena, borrowed,
};
use typelang_runtime::{Bump, Combinator, Decode, Encode, Error, ErrorKind, VECTOR};

/// The memory that the default options grant in addition to a multiple of the input.
const SLACK: u64 = 1024 * 1024;

/// Decodes `bytes` as a `T` on a stack of 2 MiB, and returns the error; checks the granted memory.
#[track_caller]
fn refused<T: for<'de> Decode<'de>>(bytes: &[u8]) -> Error {
    refused_by(bytes, |bytes| T::from_bytes(bytes).err())
}

/// The same for a type whose values lie in an arena, which counts with all that it took from the system.
macro_rules! refused_in {
    ($type:ty, $bytes:expr) => {
        refused_by($bytes, |bytes| <$type>::from_bytes_in(bytes, &Bump::new()).err())
    };
}

#[track_caller]
fn refused_by(bytes: &[u8], read: impl Fn(&[u8]) -> Option<Error> + Send + Sync) -> Error {
    // The schema for the path in an error is read once, and does not depend on the input.
    assert!(SCHEMA.schema().is_some());
    let mut found = None;
    let info = thread::scope(|scope| {
        let run = || measure(|| found = black_box(read(black_box(bytes))));
        let thread = thread::Builder::new().stack_size(2 << 20).spawn_scoped(scope, run);
        thread.expect("a thread starts").join().expect("decoding ends")
    });
    let granted = 16 * bytes.len() as u64 + SLACK;
    assert!(info.bytes_max <= granted, "{} bytes held for {}", info.bytes_max, bytes.len());
    found.expect("the bytes are not a value")
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

#[test]
fn a_hundred_thousand_levels() {
    let bold = words(&[types::TextBold::ID]).repeat(100_000);
    assert_eq!(refused::<RichText>(&bold).kind(), ErrorKind::DepthLimit);
    assert_eq!(refused::<types::TextBold>(&bold).kind(), ErrorKind::DepthLimit);
    let details = words(&[types::PageBlockDetails::ID, 0, VECTOR, 1]).repeat(100_000);
    assert_eq!(refused::<PageBlock>(&details).kind(), ErrorKind::DepthLimit);
}

#[test]
fn the_deepest_value_that_is_allowed() {
    let plain = typelang_runtime::Encode::to_bytes(&RichText::TextEmpty);
    let deep = [words(&[types::TextBold::ID]).repeat(126), plain].concat();
    let read = move || RichText::from_bytes(&deep).map(|text| format!("{text:?}").len());
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(read).expect("a thread starts");
    let shown = thread.join().expect("decoding ends").expect("the value is allowed");
    assert!(shown > 126 * "textBold".len());
}

/// The smallest values take more memory than bytes, which is a fault only if there are thousands of them.
#[test]
fn honest_lists_are_read() {
    let user = |id| User::User(Box::new(types::User { id, ..types::User::default() }));
    let users: Vec<User> = (0..1_000).map(user).collect();
    let bytes = users.to_bytes();
    assert_eq!(bytes.len(), 8 + 1_000 * 20);
    assert_eq!(Vec::<User>::from_bytes(&bytes).as_ref(), Ok(&users));
    let peer = enums::Peer::User(types::PeerUser { user_id: 1 });
    let message = types::Message::new(1, peer, 1, String::new());
    let messages = vec![Message::Message(Box::new(message)); 10_000];
    let bytes = messages.to_bytes();
    assert_eq!(bytes.len(), 8 + 10_000 * 36);
    assert_eq!(Vec::<Message>::from_bytes(&bytes).as_ref(), Ok(&messages));
    assert!(Vec::<borrowed::enums::Message>::from_bytes(&bytes).is_ok());
    assert!(Vec::<types::Message>::from_bytes(&bytes).is_ok());
    // A hundred times as many would take more than 16 times their bytes.
    let bytes = vec![messages[0].clone(); 1_000_000].to_bytes();
    assert_eq!(refused::<Vec<Message>>(&bytes).kind(), ErrorKind::MemoryLimit);
    assert_eq!(refused::<Vec<types::Message>>(&bytes).kind(), ErrorKind::MemoryLimit);
}

#[test]
fn sixteen_megabytes_of_zeros() {
    let zeros = vec![0; 16 << 20];
    let error = refused::<Vec<Message>>(&zeros);
    assert_eq!(error.kind(), ErrorKind::WrongId { found: 0, expected: VECTOR });
    let mut claim = words(&[VECTOR, 4 << 20]);
    claim.resize(16 << 20, 0);
    refused::<Vec<Message>>(&claim);
    refused::<Vec<types::Message>>(&claim);
    refused::<Vec<String>>(&claim);
}

#[test]
fn counts_of_two_to_the_31() {
    let claim = words(&[VECTOR, 1 << 31, 0, 0]);
    let too_large = ErrorKind::CountTooLarge { count: 1 << 31 };
    assert_eq!(refused::<Vec<Message>>(&claim).kind(), too_large);
    assert_eq!(refused::<Vec<i64>>(&claim).kind(), too_large);
    let updates = [words(&[types::Updates::ID]), claim].concat();
    let error = refused::<Updates>(&updates);
    assert_eq!((error.kind(), error.path()), (too_large, Some("updates.updates")));
}

#[test]
fn text_that_claims_sixteen_megabytes() {
    // sendMessage with no flags, to oneself, and with a text of 2²⁴ - 1 bytes, all of them missing.
    let mut call = words(&[SendMessage::ID, 0, 0x7da0_7ec9]);
    call.extend([0xfe, 0xff, 0xff, 0xff]);
    let error = refused::<SendMessage>(&call);
    assert!(matches!(error.kind(), ErrorKind::UnexpectedEnd { needed: 0xff_ffff, .. }), "{error}");
    assert_eq!(error.path(), Some("messages.sendMessage.message"));
    let borrowed = borrowed::functions::messages::SendMessage::from_bytes(&call).unwrap_err();
    assert_eq!((borrowed.kind(), borrowed.offset()), (error.kind(), error.offset()));
}

/// The same inputs as above, as values in an arena.
#[test]
fn an_arena_refuses_the_same() {
    assert!(arena::SCHEMA.schema().is_some());
    let bold = words(&[types::TextBold::ID]).repeat(100_000);
    let error = refused_in!(arena::enums::RichText<'_>, &bold);
    assert_eq!(error.kind(), ErrorKind::DepthLimit);
    let details = words(&[types::PageBlockDetails::ID, 0, VECTOR, 1]).repeat(100_000);
    let error = refused_in!(arena::enums::PageBlock<'_>, &details);
    assert_eq!(error.kind(), ErrorKind::DepthLimit);
    let mut claim = words(&[VECTOR, 4 << 20]);
    claim.resize(16 << 20, 0);
    refused_in!(&[arena::enums::Message<'_>], &claim);
    refused_in!(&[arena::types::Message<'_>], &claim);
    refused_in!(&[&str], &claim);
    let claim = words(&[VECTOR, 1 << 31, 0, 0]);
    let too_large = ErrorKind::CountTooLarge { count: 1 << 31 };
    assert_eq!(refused_in!(&[i64], &claim).kind(), too_large);
    let updates = [words(&[types::Updates::ID]), claim].concat();
    let error = refused_in!(arena::enums::Updates<'_>, &updates);
    assert_eq!((error.kind(), error.path()), (too_large, Some("updates.updates")));
}

/// The smallest messages take more memory than bytes, and less than such that own their parts.
#[test]
fn an_arena_reads_honest_lists() {
    let peer = enums::Peer::User(types::PeerUser { user_id: 1 });
    let message = Message::from(types::Message::new(1, peer, 1, String::new()));
    for count in [1_000, 10_000, 1_000_000] {
        let bytes = vec![message.clone(); count].to_bytes();
        let arena = Bump::new();
        let read = <&[arena::enums::Message<'_>]>::from_bytes_in(&bytes, &arena);
        let (taken, granted) = (arena.allocated_bytes() as u64, 16 * bytes.len() as u64 + SLACK);
        assert!(taken <= granted, "{taken} bytes taken for {}", bytes.len());
        let messages = read.expect("the limit grants it");
        assert_eq!(messages.len(), count);
    }
}

#[test]
fn the_deepest_value_that_is_allowed_in_an_arena() {
    let deep = [words(&[types::TextBold::ID]).repeat(126), RichText::TextEmpty.to_bytes()].concat();
    let read = move || {
        let arena = Bump::new();
        arena::enums::RichText::from_bytes_in(&deep, &arena).map(|text| format!("{text:?}").len())
    };
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(read).expect("a thread starts");
    let shown = thread.join().expect("decoding ends").expect("the value is allowed");
    assert!(shown > 126 * "textBold".len());
}
