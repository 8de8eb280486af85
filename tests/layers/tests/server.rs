//! One server answers clients of several layers.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod common;

use common::schema;
use typelang_client_layers::{layer_224, layer_229, layer_230};
use typelang_runtime::{
    Combinator, Decode, Encode, ErrorKind, Layers, Options, Query, Router,
    mtproto::RpcError,
    reflect::{
        Root, Schema,
        json::{Form, JsonWriter, encode_text},
        translate::Defaults,
        walk,
    },
};

use layer_230::api::{
    enums::{Chat, Updates},
    functions::{
        InitConnection, InvokeWithLayer,
        contacts::ResolveUsername,
        messages::{GetHistory, SendMessage},
        updates::GetState,
    },
    types,
};

/// What the server knows of a client.
#[derive(Debug, Default, PartialEq, Eq)]
struct Session {
    layer: Option<i32>,
    device: String,
    sent: Vec<SendMessage>,
}

/// Answers a message with itself, and with a link that only layer 230 has.
fn send(session: &mut Session, call: SendMessage) -> Result<Updates, RpcError> {
    if call.message.is_empty() {
        return Err(RpcError::new(400, "MESSAGE_EMPTY"));
    }
    let peer = types::PeerUser { user_id: 7 }.into();
    let message =
        types::Message { out: true, ..types::Message::new(3, peer, 5, call.message.clone()) };
    let update = types::UpdateNewMessage { message: message.into(), pts: 1, pts_count: 1 };
    session.sent.push(call);
    let (users, chats) = (Vec::new(), Vec::new());
    Ok(types::Updates { updates: vec![update.into()], users, chats, date: 5, seq: 0 }.into())
}

fn router() -> Router<Session> {
    let layers = [224, 229].into_iter();
    let layers = layers
        .fold(Layers::new(&layer_230::api::SCHEMA, 230).unwrap(), |layers, layer| {
            layers.with(layer, schema(layer))
        });
    Router::new()
        .layers(layers.defaults(Defaults::Refused))
        .unwrap(|session: &mut Session, wrapper: InitConnection<Query>| {
            session.device = wrapper.device_model;
            Ok(wrapper.query)
        })
        .on(send)
        .on(|_, _: GetState| {
            Ok(types::updates::State { pts: 1, qts: 2, date: 3, seq: 4, unread_count: 5 })
        })
}

macro_rules! client {
    ($name:ident, $layer:ident, $number:literal) => {
        mod $name {
            use super::*;
            use $layer::api::{
                enums::{InputPeer, Message, Update, Updates as TheirUpdates},
                functions,
            };

            fn first<X>(query: X) -> functions::InvokeWithLayer<functions::InitConnection<X>> {
                let [model, system, version, language] =
                    ["Phone", "9", "1.0", "en"].map(ToOwned::to_owned);
                let query = functions::InitConnection::new(
                    1,
                    model,
                    system,
                    version,
                    language.clone(),
                    String::new(),
                    language,
                    query,
                );
                functions::InvokeWithLayer { layer: $number, query }
            }

            fn hello() -> functions::messages::SendMessage {
                functions::messages::SendMessage {
                    silent: true,
                    peer: InputPeer::InputPeerSelf,
                    message: "hello".to_owned(),
                    random_id: 9,
                    ..Default::default()
                }
            }

            #[test]
            fn a_call_is_read_and_answered_in_the_clients_layer() {
                let mut session = Session::default();
                let answer = router().route(&mut session, &first(hello()).to_bytes()).unwrap();
                let TheirUpdates::Updates(updates) = answer.decode_as().unwrap() else {
                    panic!("updates")
                };
                let Update::NewMessage(update) = &updates.updates[0] else { panic!("a message") };
                let Message::Message(message) = &update.message else { panic!("a message") };
                assert_eq!((message.id, &*message.message, message.out), (3, "hello", true));
                assert_eq!(session.device, "Phone");
                let sent = &session.sent[0];
                assert_eq!((sent.silent, &*sent.message, sent.random_id), (true, "hello", 9));
            }

            #[test]
            fn a_later_call_is_of_the_layer_that_was_told() {
                let mut session = Session::default();
                let call = hello().to_bytes();
                let answer = router().route_from(&mut session, $number, &call).unwrap();
                assert!(answer.decode_as::<TheirUpdates>().is_ok());
                assert_eq!(session.sent.len(), 1);
            }

            #[test]
            fn errors_and_what_has_not_changed_are_the_same() {
                let empty = functions::messages::SendMessage { message: String::new(), ..hello() };
                let answer =
                    router().route(&mut Session::default(), &first(empty).to_bytes()).unwrap();
                assert_eq!(answer.decode_as::<RpcError>(), Ok(RpcError::new(400, "MESSAGE_EMPTY")));
                let query = first(functions::updates::GetState {}).to_bytes();
                let answer = router().route(&mut Session::default(), &query).unwrap();
                let state: $layer::api::types::updates::State = answer.decode_as().unwrap();
                assert_eq!((state.pts, state.unread_count), (1, 5));
            }
        }
    };
}

client!(of_layer_224, layer_224, 224);
client!(of_layer_229, layer_229, 229);
client!(of_layer_230, layer_230, 230);

#[test]
fn a_layer_that_was_not_added_is_refused() {
    let call = InvokeWithLayer { layer: 181, query: GetState {} };
    let answer = router().route(&mut Session::default(), &call.to_bytes()).unwrap();
    assert_eq!(answer.decode_as::<RpcError>(), Ok(RpcError::new(400, "INPUT_LAYER_INVALID")));
    let answer =
        router().route_from(&mut Session::default(), 181, &GetState {}.to_bytes()).unwrap();
    assert_eq!(answer.decode_as::<RpcError>(), Ok(RpcError::new(400, "INPUT_LAYER_INVALID")));
}

#[test]
fn the_wrapper_may_be_registered_too() {
    let router = router().unwrap(|session: &mut Session, wrapper: InvokeWithLayer<Query>| {
        session.layer = Some(wrapper.layer);
        Ok(wrapper.query)
    });
    let call = layer_224::api::functions::messages::SendMessage {
        message: "hi".to_owned(),
        ..Default::default()
    };
    assert_ne!(call.to_bytes()[..4], SendMessage::ID.to_le_bytes(), "the method has changed");
    let query = layer_224::api::functions::InvokeWithLayer { layer: 224, query: call };
    let mut session = Session::default();
    let answer = router.route(&mut session, &query.to_bytes()).unwrap();
    assert!(layer_224::api::enums::Updates::from_bytes(answer.as_bytes()).is_ok());
    assert_eq!((session.layer, session.sent.len()), (Some(224), 1));
}

#[test]
fn what_the_current_layer_cannot_express_is_refused() {
    // A field of layer 224 holds a constructor that layer 230 does not have.
    let schemas = [schema(224)];
    let json = r#"{"_":"messages.sendMessage","peer":{"_":"inputPeerSelf"},"message":"hi","random_id":"1",
        "reply_markup":{"_":"replyKeyboardMarkup","rows":[{"_":"keyboardButtonRow","buttons":[
        {"_":"keyboardButtonRequestPhone","text":"?"}]}]}}"#;
    let call = encode_text(&schemas, Root::Any, json, Form::default());
    let mut session = Session::default();
    router().route_from(&mut session, 224, &call.unwrap()).unwrap();
    // The field is optional, so the message is sent without it.
    assert_eq!(session.sent[0].reply_markup, None);
}

#[test]
fn a_query_that_the_current_layer_cannot_express_is_refused() {
    // `hash` is required since.
    let query = r#"{"_":"invokeWithLayer","layer":57,"query":{"_":"messages.getHistory","peer":{"_":"inputPeerSelf"},
        "offset_id":0,"offset_date":0,"add_offset":0,"limit":20,"max_id":0,"min_id":0}}"#;
    let query = encode_text(&[archived(57)], Root::Any, query, Form::default()).unwrap();
    let router = |defaults| {
        let layers = Layers::new(&layer_230::api::SCHEMA, 230).unwrap().with(57, archived(57));
        let history = |calls: &mut Vec<GetHistory>, call: GetHistory| {
            calls.push(call);
            // The client's layer has no such response.
            Ok(types::messages::MessagesNotModified { count: 3 }.into())
        };
        Router::new().layers(layers.defaults(defaults)).on(history)
    };
    let mut calls = Vec::new();
    let answer = router(Defaults::Refused).route(&mut calls, &query).unwrap();
    assert_eq!(answer.decode_as::<RpcError>(), Ok(RpcError::new(400, "INPUT_CONSTRUCTOR_INVALID")));
    assert_eq!(calls, [], "no handler sees a query that is not complete");
    let answer = router(Defaults::Filled).route(&mut calls, &query).unwrap();
    assert_eq!(answer.decode_as::<RpcError>(), Ok(RpcError::new(500, "RESPONSE_LAYER_INVALID")));
    assert_eq!((calls.len(), calls[0].limit, calls[0].hash), (1, 20, 0));
}

#[test]
fn a_response_that_the_clients_layer_cannot_express_is_an_error() {
    let router = router().on(|_, _: ResolveUsername| {
        let chat = types::CommunityForbidden { id: 5, title: "Ours".to_owned(), access_hash: None };
        let peer = types::PeerChannel { channel_id: 5 }.into();
        let (chats, users) = (vec![chat.into()], Vec::new());
        Ok(types::contacts::ResolvedPeer { peer, chats, users })
    });
    let call = |layer| {
        let query = ResolveUsername { username: "ours".to_owned(), ..Default::default() };
        router.route_from(&mut Session::default(), layer, &query.to_bytes()).unwrap()
    };
    let refused = RpcError::new(500, "RESPONSE_LAYER_INVALID");
    assert_eq!(call(224).decode_as::<RpcError>(), Ok(refused));
    let answer: types::contacts::ResolvedPeer = call(230).decode_as().unwrap();
    assert!(matches!(answer.chats[..], [Chat::CommunityForbidden(_)]), "{answer:?}");
}

#[test]
fn an_unknown_method_of_the_clients_layer_is_an_error() {
    let mut query = InvokeWithLayer { layer: 224, query: GetState {} }.to_bytes();
    query[8..12].copy_from_slice(&[0xef, 0xbe, 0xad, 0xde]);
    let error = router().route(&mut Session::default(), &query).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::UnknownId { found: 0xdead_beef }, 8));
}

/// The schema of an archived layer.
fn archived(layer: u32) -> Schema {
    Schema::from_tlo(&typelang_layers::compiled(layer).unwrap()).unwrap()
}

#[test]
fn clients_of_layers_years_apart_are_answered_by_one_server() {
    const OLD: [u32; 4] = [181, 198, 216, 224];
    let layers = Layers::new(&layer_230::api::SCHEMA, 230).unwrap();
    let number = |layer: u32| i32::try_from(layer).unwrap();
    let layers = OLD.iter().fold(layers, |all, layer| all.with(number(*layer), archived(*layer)));
    let router = Router::new().layers(layers).on(send);
    for layer in OLD {
        let theirs = [archived(layer)];
        let call = r#"{"_":"messages.sendMessage","peer":{"_":"inputPeerSelf"},"message":"hello","random_id":"9"}"#;
        let query = format!(r#"{{"_":"invokeWithLayer","layer":{layer},"query":{call}}}"#);
        let query = encode_text(&theirs, Root::Any, &query, Form::default()).unwrap();
        let mut session = Session::default();
        let answer = router.route(&mut session, &query).unwrap();
        let sent = &session.sent[0];
        assert_eq!((&*sent.message, sent.random_id, sent.silent), ("hello", 9, false), "{layer}");
        let mut json = String::new();
        let mut writer = JsonWriter::new(&mut json, &theirs, Form::default());
        walk(&theirs, Root::Any, answer.as_bytes(), &Options::DEFAULT, &mut writer).unwrap();
        assert!(json.starts_with(r#"{"_":"updates","updates":[{"_":"updateNewMessage""#), "{json}");
        assert!(json.contains(r#""message":"hello""#), "{layer}: {json}");
    }
}
