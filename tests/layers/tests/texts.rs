//! Responses of other layers whose text is borrowed, or shared with the input.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod common;

use bytes::Bytes;
use common::schema;
use typelang_client_layers::{borrowed, shared};
use typelang_runtime::{
    Decode as _, Embedded, Encode as _, Layers,
    layers::{Reason, Space},
    reflect::{
        Root,
        json::{Form, encode_text},
        translate::Loss,
    },
};

/// A response of a layer: a user with a preview of a photo, and these chats.
fn response(layer: i32, chats: &[&str]) -> Vec<u8> {
    let user = format!(
        r#"{{"_":"user","id":"7","first_name":"Ann","photo":{{"_":"userProfilePhoto","photo_id":"1",
        "stripped_thumb":"{THUMB}","dc_id":2}}{}}}"#,
        if layer == 230 { r#","linked_community_id":"9""# } else { "" }
    );
    let json = format!(
        r#"{{"_":"contacts.resolvedPeer","peer":{{"_":"peerUser","user_id":"7"}},"chats":[{}],"users":[{user}]}}"#,
        chats.join(",")
    );
    encode_text(&[schema(layer)], Root::Any, &json, Form::default()).unwrap()
}

/// Eight bytes as hex, and the bytes.
const THUMB: &str = "7072657669657731";
const PREVIEW: &[u8] = b"preview1";

/// A chat of all layers, and one that only layer 230 has.
const GROUP: &str = r#"{"_":"chatForbidden","id":"1","title":"Group"}"#;
const COMMUNITY: &str = r#"{"_":"communityForbidden","id":"2","title":"Community"}"#;

fn layers(embedded: &Embedded) -> Layers {
    Layers::new(embedded, 224).unwrap().with(230, schema(230))
}

fn is_within(part: &[u8], whole: &[u8]) -> bool {
    whole.as_ptr_range().contains(&part.as_ptr())
}

/// The response, but the second chat has an id that no layer knows.
fn of_no_layer(layer: i32) -> Vec<u8> {
    let mut bytes = response(layer, &[GROUP, GROUP, GROUP]);
    let group = encode_text(&[schema(layer)], Root::Any, GROUP, Form::default()).unwrap();
    let first = bytes.windows(group.len()).position(|part| part == group).unwrap();
    let second = first + group.len();
    bytes[second..second + 4].copy_from_slice(&[0xef, 0xbe, 0xad, 0xde]);
    bytes
}

#[test]
fn borrowed_text_is_in_the_reply_or_in_the_space() {
    use borrowed::{enums::Chat, enums::User, functions::contacts::ResolveUsername};
    let layers = layers(&borrowed::SCHEMA);
    let call = ResolveUsername { username: "ann", referer: None };
    let name = |users: &[User<'_>]| {
        let [User::User(user)] = users else { panic!("a user") };
        assert!(user.first_name.is_some_and(|name| name == "Ann"));
        user.first_name.map(|name| name.as_bytes().as_ptr_range())
    };

    let (own, mut space) = (response(224, &[GROUP]), Space::default());
    let read = layers.read_response_in(&call, &own, &mut space).unwrap();
    let place = name(&read.users).unwrap();
    assert!(own.as_ptr_range().contains(&place.start), "nothing is copied");
    assert!(!space.is_translated());

    let other = response(230, &[GROUP, COMMUNITY]);
    let mut space = Space::default();
    let read = layers.read_response_in(&call, &other, &mut space).unwrap();
    let place = name(&read.users).unwrap();
    assert!(!other.as_ptr_range().contains(&place.start), "it is in the space");
    let [Chat::Forbidden(group), Chat::Unknown(community)] = &read.chats[..] else {
        panic!("{:?}", read.chats)
    };
    assert_eq!(
        (group.title, community.name(), community.layer()),
        ("Group", "communityForbidden", 230)
    );
    drop(read);
    let losses: Vec<&str> = space.losses().iter().map(Loss::path).collect();
    assert_eq!(losses, ["contacts.resolvedPeer.users[0].linked_community_id"]);
    assert_eq!((space.is_translated(), space.unknown()), (true, 1));
}

#[test]
fn shared_bytes_are_slices_of_a_buffer() {
    use shared::{
        enums::Chat, enums::User, enums::UserProfilePhoto, types::contacts::ResolvedPeer,
    };
    let layers = layers(&shared::SCHEMA);
    let thumb = |read: &ResolvedPeer| {
        let [User::User(user)] = &read.users[..] else { panic!("a user") };
        let Some(UserProfilePhoto::UserProfilePhoto(photo)) = &user.photo else {
            panic!("a photo")
        };
        photo.stripped_thumb.clone().unwrap()
    };

    let own = Bytes::from(response(224, &[GROUP]));
    let preview = thumb(&layers.read_shared(&own).unwrap());
    assert_eq!(preview, PREVIEW);
    assert!(is_within(&preview, &own), "nothing is copied");

    let other = Bytes::from(response(230, &[GROUP, COMMUNITY]));
    let read: ResolvedPeer = layers.read_shared(&other).unwrap();
    let preview = thumb(&read);
    assert_eq!(preview, PREVIEW);
    assert!(
        !is_within(&preview, &other) && !preview.is_unique(),
        "a slice of the translated value"
    );
    let [Chat::Forbidden(group), Chat::Unknown(community)] = &read.chats[..] else {
        panic!("{:?}", read.chats)
    };
    let bytes = encode_text(&[schema(230)], Root::Any, COMMUNITY, Form::default()).unwrap();
    assert_eq!((&*group.title, community.as_bytes()), ("Group", &*bytes));
    // What is kept is written as it was.
    let again = Bytes::from(read.to_bytes());
    assert_eq!(layers.read_shared::<ResolvedPeer>(&again).unwrap(), read);
    assert!(ResolvedPeer::from_bytes(&again).is_err(), "only layers know where it ends");
}

#[test]
fn an_id_of_no_layer_leaves_what_was_read_of_a_response() {
    use borrowed::functions::contacts::ResolveUsername;
    for layer in [224, 230] {
        let bytes = of_no_layer(layer);
        let call = ResolveUsername { username: "ann", referer: None };
        let layers = layers(&borrowed::SCHEMA);
        let mut space = Space::default();
        let error = layers.read_response_in(&call, &bytes, &mut space).unwrap_err();
        let shared = self::layers(&shared::SCHEMA);
        let bytes = Bytes::from(bytes);
        let other =
            shared.read_shared::<shared::types::contacts::ResolvedPeer>(&bytes).unwrap_err();
        for error in [error, other] {
            assert_eq!(error.unknown_id(), Some(0xdead_beef), "{error}");
            let last = ("contacts.resolvedPeer.chats[0]".to_owned(), "chatForbidden");
            assert_eq!(error.last(), Some(last), "{error}");
            assert!(error.to_string().contains("load the sender's layer"), "{error}");
            let before: Vec<shared::enums::Chat> = error.lists()[0].read().unwrap();
            assert_eq!((before.len(), error.lists()[0].count()), (1, 3));
        }
    }
}

#[test]
fn a_refused_value_names_its_path() {
    // The borrowed module has no place for an unknown `Peer`, and the field is required.
    let text = "peerOther#0badf00d id:long = Peer; contacts.resolvedPeer#7f077ad9 peer:Peer chats:Vector<Chat> \
                users:Vector<User> = contacts.ResolvedPeer; chatEmpty#29562865 id:long = Chat; \
                userEmpty#d3bc4b7a id:long = User;";
    let layers =
        Layers::new(&shared::SCHEMA, 224).unwrap().with(1000, common::compiled("other.tl", text));
    let words = [0x7f07_7ad9_u32, 0x0bad_f00d, 1, 0, 0x1cb5_c415, 0, 0x1cb5_c415, 0];
    let bytes = Bytes::from(words.map(u32::to_le_bytes).concat());
    let error = layers.read_shared::<shared::types::contacts::ResolvedPeer>(&bytes).unwrap_err();
    let Reason::Refusal(refusal) = error.reason() else { panic!("{error}") };
    assert_eq!(refusal.path(), "contacts.resolvedPeer.peer");
    assert!(error.to_string().contains("no counterpart of `peerOther`"), "{error}");
}
