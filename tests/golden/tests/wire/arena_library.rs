//! Values beside an arena: the runtime's own types own memory.

use typelang_golden::arena_library::{
    enums::Fault,
    functions::{GetTexts, Many},
    types::{self, Letter, Letters, Text, Texts},
};
use typelang_runtime::{
    BorrowingFunction, Bump, Decode, Encode, Object,
    mtproto::{Message, RpcError},
};

use super::hex;

#[test]
fn what_owns_memory_is_read_beside_the_arena() {
    let message = Message { msg_id: 1, seqno: 2, body: Object::from_vec(hex("06000000")) };
    let letter = Letter { message, texts: vec![Text { text: "a" }] };
    let letters = Letters { all: vec![letter], tags: vec!["b"] };
    let want = "03000000 15c4b51c 01000000 02000000 11e5b85b 01000000 00000000 02000000
                04000000 06000000 15c4b51c 01000000 01000000 01610000 15c4b51c 01000000 01620000";
    let (bytes, arena) = (letters.to_bytes(), Bump::new());
    assert_eq!(bytes, hex(want));
    assert_eq!(Letters::from_bytes_in(&bytes, &arena), Ok(letters.clone()));
    assert_eq!(Letters::copied_in(&bytes, &arena), Ok(letters));
}

#[test]
fn boxes_of_owners_are_allocations() {
    let error = RpcError { error_code: 400, error_message: "A".to_owned() };
    let fault = types::Fault { error, more: Fault::None };
    let fault = Fault::from(fault);
    let (bytes, arena) = (fault.to_bytes(), Bump::new());
    assert_eq!(bytes, hex("05000000 19ca4421 90010000 01410000 04000000"));
    assert_eq!(Fault::from_bytes_in(&bytes, &arena), Ok(fault));
}

#[test]
fn responses_of_calls_are_in_vectors() {
    let (arena, texts) = (Bump::new(), Texts { all: &[Text { text: "a" }] });
    let reply = hex("15c4b51c 01000000 01000000 01610000");
    assert_eq!(GetTexts.read_response_in(&reply, &arena), Ok(texts.all));
    let reply = vec![texts.all, texts.all].to_bytes();
    let both = Many { query: GetTexts }.read_response_in(&reply, &arena);
    assert_eq!(both, Ok(vec![texts.all, texts.all]));
}
