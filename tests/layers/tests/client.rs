//! The client works with each layer.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use typelang_runtime::{Combinator, Encode};

macro_rules! works {
    ($name:ident, $layer:literal) => {
        mod $name {
            use super::*;
            use typelang_client_layers::$name::{self as client, api};

            #[test]
            fn the_first_call_tells_the_layer() {
                assert_eq!(api::LAYER, $layer);
                let bytes = client::first_call().to_bytes();
                assert_eq!(bytes[..4], api::functions::InvokeWithLayer::<()>::ID.to_le_bytes());
                assert_eq!(bytes[4..8], i32::to_le_bytes($layer));
            }

            #[test]
            fn calls_have_what_was_asked_for() {
                let user = api::types::InputUser { user_id: 1, access_hash: 2 };
                assert_eq!(client::ask_for(&[(1, 2)]).id, [user.into()]);
                assert_eq!(client::find("ann").username, "ann");
                assert_eq!(client::newest(&peer(), 5).limit, 5);
            }

            fn peer() -> api::enums::Peer {
                api::types::PeerUser { user_id: 7 }.into()
            }

            fn message(out: bool) -> api::types::Message {
                api::types::Message {
                    out,
                    ..api::types::Message::new(3, peer(), 0, "hi".to_owned())
                }
            }

            #[test]
            fn messages_are_read_and_answered() {
                let empty = api::types::MessageEmpty { id: 4, peer_id: None };
                let slice = api::types::messages::MessagesSlice {
                    count: 9,
                    messages: vec![message(false).into(), empty.into()],
                    ..Default::default()
                };
                let reply = api::enums::messages::Messages::from(slice).to_bytes();
                let texts = client::texts(&client::newest(&peer(), 5), &reply).unwrap();
                assert_eq!(texts, [(3, "hi".to_owned())]);
                let new = |out| api::types::UpdateNewMessage {
                    message: message(out).into(),
                    pts: 1,
                    pts_count: 1,
                };
                let updates = api::types::Updates {
                    updates: vec![new(false).into(), new(true).into()],
                    users: Vec::new(),
                    chats: Vec::new(),
                    date: 0,
                    seq: 0,
                };
                let answers = client::answers(updates.into());
                assert_eq!(answers, [client::send(&peer(), "you said: hi", 3)]);
            }

            #[test]
            fn users_have_names() {
                let ann =
                    api::types::User { first_name: Some("Ann".to_owned()), ..Default::default() };
                assert_eq!(client::name(&ann.into()), "Ann");
                assert_eq!(client::name(&api::types::UserEmpty { id: 5 }.into()), "user 5");
            }
        }
    };
}

works!(layer_224, 224);
works!(layer_229, 229);
works!(layer_230, 230);
