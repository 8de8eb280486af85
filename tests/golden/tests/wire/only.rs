//! The selected items and their dependencies have the same encoding as in the whole schema.

use typelang_golden::only::{
    SCHEMA,
    enums::Peer,
    functions::{auth, messages},
    name_of,
    types::{self, Entity, Sent},
};
use typelang_runtime::{Combinator, Encode, Function, reflect};

use super::assert_exact;

#[test]
fn what_a_method_needs_is_there() {
    let call =
        messages::Send { peer: Peer::User(types::PeerUser { id: 7 }), text: "hi".to_owned() };
    assert_exact(&call, "28352edf 2a0ebf31 07000000 00000000 02686900");
    let sent = Sent { id: 1, entities: Some(vec![Entity { offset: 2 }]) };
    assert_exact(&sent, "01e29a3e 01000000 01000000 15c4b51c 01000000 97e21bf7 02000000");
    let reply = sent.to_bytes();
    assert_eq!(call.read_response(&reply), Ok(sent));
}

#[test]
fn a_namespace_is_its_methods_and_its_types() {
    let code = types::auth::Code { hash: "h".to_owned() };
    assert_eq!(auth::Check::NAME, "auth.check");
    assert_exact(&auth::Check { code: code.clone() }, "d1423c02 c106c3b7 01680000");
    let link = types::auth::Link { peer: Peer::Chat(types::PeerChat { id: 1 }) };
    assert_exact(&link, "7584a1c0 6e5fcc4c 01000000 00000000");
}

#[test]
fn names_and_the_schema_hold_what_is_kept() {
    assert_eq!(name_of(messages::Send::ID), Some("messages.send"));
    let schema = SCHEMA.schema().unwrap();
    let names: Vec<&str> = schema.combinators().map(reflect::Combinator::name).collect();
    for name in ["peerUser", "peerChat", "entity", "sent", "auth.code", "auth.link"] {
        assert!(names.contains(&name), "{name}");
        assert_eq!(name_of(schema.named(name).unwrap().id()), Some(name));
    }
    for name in ["stranger", "messages.box", "messages.list"] {
        assert!(!names.contains(&name), "{name}");
    }
}
