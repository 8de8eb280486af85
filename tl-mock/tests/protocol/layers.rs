//! Clients of other layers: calls and answers in the layer that they name.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use serde_json::Value;
use typelang_mock::{AnsweredBy, Builder, Event, InMemory, Mock, OtherLayers};
use typelang_runtime::{
    Object, ObjectRef, Options,
    mtproto::{Message, RpcError, RpcResult},
    reflect::{
        Random, Root, Schema,
        json::{Form, JsonWriter, encode_text},
        walk,
    },
};
use typelang_telegram::{
    LAYER, enums,
    functions::{help, messages, updates},
    types,
};

use crate::peer::{Peer, server};

/// A client of an archived layer.
struct Client {
    peer: Peer,
    layer: u32,
    schemas: [Schema; 1],
}

impl Client {
    fn new(server: &InMemory, layer: u32) -> Self {
        let schema = Schema::from_tlo(&typelang_layers::compiled(layer).unwrap()).unwrap();
        let mut peer = Peer::new(server);
        peer.session_id = layer.into();
        Self { peer, layer, schemas: [schema] }
    }

    /// Makes a call, and returns the answer and what was pushed, in JSON of the client's layer.
    fn call(&mut self, query: &str) -> (Value, Vec<Value>) {
        self.send(encode_text(&self.schemas, Root::Any, query, Form::default()).unwrap())
    }

    /// A call of a method with random arguments; `None` if the layer does not have it.
    fn random(&self, method: &str) -> Option<Vec<u8>> {
        let schema = &self.schemas[0];
        let method = schema.function(schema.named(method)?.id())?;
        Random::new(&self.schemas, 7).bytes(Root::Boxed(schema, method))
    }

    fn send(&mut self, call: Vec<u8>) -> (Value, Vec<Value>) {
        let method = ObjectRef::new(&call).id();
        let (_, answers) = self.peer.ask(&Object::from_vec(call));
        let (results, pushed): (Vec<_>, Vec<_>) =
            answers.into_iter().partition(|answer| answer.body.decode_as::<RpcResult>().is_ok());
        let [Message { body, .. }] = &*results else { panic!("{results:?}") };
        let result: RpcResult = body.decode_as().unwrap();
        let result = result.result.unpacked().unwrap();
        if let Ok(error) = result.decode_as::<RpcError>() {
            return (Value::from(error.error_message), Vec::new());
        }
        let function = self.schemas[0].function(method).unwrap();
        let root = match function.response() {
            Some(response) => Root::Type(&self.schemas[0], response),
            None => Root::Any,
        };
        let pushed = pushed.iter().map(|message| self.json(Root::Any, &message.body)).collect();
        (self.json(root, &result), pushed)
    }

    /// Makes the first call, which tells the layer and the client.
    fn first(&mut self, query: &str) -> (Value, Vec<Value>) {
        let languages = match self.layer {
            ..67 => "",
            _ => r#""system_lang_code":"nl-NL","lang_pack":"","#,
        };
        let query = format!(
            r#"{{"_":"invokeWithLayer","layer":{},"query":{{"_":"initConnection","api_id":7,"device_model":"Phone",
            "system_version":"1","app_version":"2",{languages}"lang_code":"nl","query":{query}}}}}"#,
            self.layer
        );
        self.call(&query)
    }

    fn json(&self, root: Root<'_>, value: &Object) -> Value {
        let mut json = String::new();
        let mut writer = JsonWriter::new(&mut json, &self.schemas, Form::default());
        walk(&self.schemas, root, value.as_bytes(), &Options::DEFAULT, &mut writer)
            .unwrap_or_else(|error| panic!("{}: {error:?} in {value:?}", self.layer));
        serde_json::from_str(&json).unwrap()
    }
}

const SEND: &str = r#"{"_":"messages.sendMessage","peer":{"_":"inputPeerSelf"},"message":"hello","random_id":"9"}"#;

fn update(text: &str) -> enums::Updates {
    let peer = types::PeerUser { user_id: 7 }.into();
    let message = types::Message { out: true, ..types::Message::new(3, peer, 5, text.to_owned()) };
    let update = types::UpdateNewMessage { message: message.into(), pts: 1, pts_count: 1 };
    let (users, chats) = (Vec::new(), Vec::new());
    types::Updates { updates: vec![update.into()], users, chats, date: 5, seq: 0 }.into()
}

/// A server of the archive, with handlers of the built-in layer.
fn archive(set: impl FnOnce(Builder) -> Builder) -> InMemory {
    server(|builder| {
        let builder = builder.on_event(|event| {
            if let Event::Unsendable { layer, reason } = event {
                panic!("{layer}: {reason}");
            }
        });
        set(builder.layers(typelang_layers::at).on(|session, call: messages::SendMessage| {
            session.push(&update("pushed"));
            let about = session.client().map_or("", |client| &client.device_model);
            Ok(update(&format!("{} from {about}", call.message)))
        }))
    })
}

#[test]
fn a_handler_answers_clients_of_layers_years_apart() {
    let server = archive(|builder| builder);
    for layer in [122, 133, 166, 198, 224, 229, 230] {
        let mut client = Client::new(&server, layer);
        let (answer, pushed) = client.first(SEND);
        assert_eq!(
            answer["updates"][0]["message"]["message"], "hello from Phone",
            "{layer}: {answer}"
        );
        let [pushed] = &*pushed else { panic!("{layer}: {pushed:?}") };
        assert_eq!(pushed["updates"][0]["message"]["message"], "pushed", "{layer}: {pushed}");
        // The layer is that of all later calls.
        let (answer, _) = client.call(SEND);
        assert_eq!(
            answer["updates"][0]["message"]["message"], "hello from Phone",
            "{layer}: {answer}"
        );
        let call = server.calls().pop().unwrap();
        assert_eq!(i64::from(call.layer), i64::from(layer));
        assert_eq!(call.answered_by, AnsweredBy::Handler);
        let client = call.client.as_ref().unwrap();
        assert_eq!((client.api_id, &*client.lang_code), (7, "nl"));
    }
}

#[test]
fn former_forms_of_the_first_call_are_read() {
    let server = archive(|builder| {
        builder.on(|session, _: help::GetNearestDc| {
            let client = session.client().ok_or_else(|| RpcError::new(400, "NO_CLIENT"))?;
            let country = format!("{} {} {}", client.device_model, client.api_id, client.lang_code);
            Ok(types::NearestDc { country, this_dc: 1, nearest_dc: session.layer() })
        })
    });
    for layer in [57, 109, 114, 230] {
        let (answer, _) = Client::new(&server, layer).first(r#"{"_":"help.getNearestDc"}"#);
        assert_eq!(answer["country"], "Phone 7 nl", "{layer}: {answer}");
        assert_eq!(answer["nearest_dc"], layer);
    }
}

#[test]
fn a_vector_is_translated_by_the_type_of_the_response() {
    let server = archive(|builder| {
        builder.on(|_, _: typelang_telegram::functions::users::GetUsers| {
            let user = types::User { first_name: Some("Ann".to_owned()), ..types::User::new(1001) };
            Ok(vec![user.into(), types::UserEmpty { id: 3 }.into()])
        })
    });
    for layer in [133, 198, 224] {
        let query = r#"{"_":"users.getUsers","id":[{"_":"inputUserSelf"}]}"#;
        let (answer, _) = Client::new(&server, layer).first(query);
        assert_eq!(answer[0]["first_name"], "Ann", "{layer}: {answer}");
        assert_eq!(answer[1]["_"], "userEmpty", "{layer}: {answer}");
    }
}

#[test]
fn the_preset_serves_former_layers_too() {
    let preset = include_str!("../../src/answer/login.jsonl");
    let lines = preset.lines().filter(|line| line.starts_with('{'));
    let methods: BTreeSet<String> = lines
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["method"].as_str().unwrap().to_owned()
        })
        .collect();
    // Those around each `last_layer` of the preset, and some between.
    for layer in [57, 109, 114, 122, 133, 135, 152, 158, 174, 179, 198, 224, 229] {
        let server = server(|builder| builder.layers(typelang_layers::at).login());
        let mut client = Client::new(&server, layer);
        let (config, _) = client.first(r#"{"_":"help.getConfig"}"#);
        assert_eq!(config["this_dc"], 2, "{layer}: {config}");
        let (signed, _) = client.call(
            r#"{"_":"auth.signIn","phone_number":"1","phone_code_hash":"mock","phone_code":"12345"}"#,
        );
        assert_eq!(signed["user"]["first_name"], "Ann", "{layer}: {signed}");
        let (own, _) = client.call(r#"{"_":"users.getFullUser","id":{"_":"inputUserSelf"}}"#);
        assert!(own.is_object(), "{layer}: {own}");
        let (sent, pushed) = client.call(SEND);
        assert_eq!(sent["_"], "updateShortSentMessage", "{layer}: {sent}");
        let [pushed] = &*pushed else { panic!("{layer}: {pushed:?}") };
        assert_eq!(pushed["updates"][0]["message"]["message"], "hello", "{layer}: {pushed}");
        for method in methods.iter().filter(|method| *method != "auth.logOut") {
            if let Some(call) = client.random(method) {
                let (answer, _) = client.send(call);
                assert!(!answer.is_string(), "{layer}: {method}: {answer}");
            }
        }
        let (out, _) = client.call(r#"{"_":"auth.logOut"}"#);
        assert!(!out.is_string(), "{layer}: {out}");
    }
}

#[test]
fn what_is_pushed_from_outside_is_translated_or_told() {
    let said = Arc::new(Mutex::new(Vec::new()));
    let listener = Arc::clone(&said);
    let server = archive(|builder| {
        builder.on_event(move |event| {
            if let Event::Unsendable { layer, reason } = event {
                listener.lock().unwrap().push((*layer, reason.clone()));
            }
        })
    });
    let mut client = Client::new(&server, 133);
    client.first(SEND);
    let written = client.peer.connection.push(&update("from outside"), crate::peer::NOW);
    let [message] = &*client.peer.read(&written) else { panic!("one message") };
    let pushed = client.json(Root::Any, &message.body);
    assert_eq!(pushed["updates"][0]["message"]["message"], "from outside");
    // Layer 133 has no such constructor, and an update has no part that could be left out.
    let draft = enums::Update::from(types::UpdateNewStoryReaction {
        story_id: 1,
        peer: types::PeerUser { user_id: 7 }.into(),
        reaction: enums::Reaction::Empty,
    });
    assert!(client.peer.connection.push(&draft, crate::peer::NOW).is_empty());
    let said = said.lock().unwrap();
    let [(133, reason)] = &**said else { panic!("{said:?}") };
    assert!(reason.contains("updateNewStoryReaction"), "{reason}");
    // What no layer has is sent as it is: a test may want a client to meet it.
    let strange = Object::from_vec(vec![0xef, 0xbe, 0xad, 0xde]);
    let written = client.peer.connection.push(&strange, crate::peer::NOW);
    assert_eq!(client.peer.read(&written)[0].body, strange);
}

#[test]
fn a_missing_layer_is_the_nearest_one_or_refused() {
    let heard = |others| {
        let said = Arc::new(Mutex::new(Vec::new()));
        let listener = Arc::clone(&said);
        let server = archive(|builder| {
            builder.other_layers(others).on_event(move |event| {
                if let Event::UnknownLayer { asked, used } = event {
                    listener.lock().unwrap().push((*asked, *used));
                }
            })
        });
        // A client of layer 225 that names a layer without a schema.
        let mut client = Client::new(&server, 225);
        client.layer = 226;
        let (answer, _) = client.first(SEND);
        client.layer = 1_000_000;
        let (new, _) = client.first(r#"{"_":"updates.getState"}"#);
        let said = said.lock().unwrap().clone();
        (answer, new, said)
    };
    let (answer, _, said) = heard(OtherLayers::Nearest);
    assert_eq!(answer["updates"][0]["message"]["message"], "hello from Phone", "{answer}");
    assert_eq!(said, [(226, Some(225)), (1_000_000, Some(230))]);
    let (answer, new, said) = heard(OtherLayers::Refused);
    assert_eq!((answer, new), ("INPUT_LAYER_INVALID".into(), "INPUT_LAYER_INVALID".into()));
    assert_eq!(said, [(226, None), (1_000_000, None)]);
}

#[test]
fn a_call_that_the_layer_does_not_have_is_an_error() {
    let server =
        archive(|builder| builder.on(|_, _: help::GetNearestDc| Err(RpcError::new(400, "A"))));
    let mut client = Client::new(&server, 57);
    let (answer, _) = client.first(r#"{"_":"help.getNearestDc"}"#);
    assert_eq!(answer, "A");
    // A handler for another method of the same layer does not answer.
    let (answer, _) = client.call(r#"{"_":"updates.getState"}"#);
    assert_eq!(answer, "METHOD_INVALID");
    let unknown = Object::new(&updates::GetChannelDifference {
        force: false,
        channel: enums::InputChannel::Empty,
        filter: enums::ChannelMessagesFilter::Empty,
        pts: 1,
        limit: 1,
    });
    let mut cut = unknown.into_bytes();
    cut.truncate(12);
    let (_, answers) = client.peer.ask(&Object::from_vec(cut));
    let result: RpcResult = answers[0].body.decode_as().unwrap();
    let error: RpcError = result.result.decode_as().unwrap();
    assert_eq!(error.error_message, "INPUT_METHOD_INVALID_51854712");
}

#[test]
fn names_in_scripts_that_no_layer_has_are_told_with_their_places() {
    let old = "// LAYER 9000\nmine.old = Mine;\n";
    let first = "{\"method\": \"b\", \"result\": {\"_\": \"mine.old\"}}\n\
                 // A comment is a line too.\n\
                 {\"method\": \"a\", \"last_layer\": 57, \"result\": [{\"_\": \"user\", \"x\": {\"_\": \"mine.old\"}}]}";
    let second = "{\"method\": \"a\", \"push\": [{\"_\": \"usr#01\"}, {\"$random\": \"Usr\"}, {\"$random\": \"User\"}]}";
    let builder = || Mock::builder().script(first).unwrap().script(second).unwrap();
    let found = |builder: &Builder| {
        let names = builder.unknown_names().into_iter();
        names.map(|it| format!("{} {} {:?}", it.script, it.line, it.name)).collect::<Vec<_>>()
    };
    let old_is_missing = "0 3 Constructor(\"mine.old\")";
    let others = ["1 1 Constructor(\"usr#01\")", "1 1 Type(\"Usr\")"];
    let all = ["0 1 Constructor(\"mine.old\")", old_is_missing, others[0], others[1]];
    assert_eq!(found(&builder()), all);
    // The added layer is later than the last one that the line answers in.
    let builder = builder().layer("old.tl", old).unwrap();
    assert_eq!(found(&builder), [old_is_missing, others[0], others[1]]);
}

#[test]
fn methods_of_scripts_are_of_layers_in_which_their_lines_answer() {
    let old = "// LAYER 57\n---functions---\nmine.old = Bool;\n";
    let line = |method: &str, last: i32| {
        format!("{{\"method\": \"{method}\", \"random\": true, \"last_layer\": {last}}}\n")
    };
    let script = [line("mine.old", 56), line("mine.old", 57), line("help.getConfig", LAYER - 1)];
    let script = script.concat() + "{\"method\": \"help.getConfig\"}\n{\"method\": \"mine\"}\n";
    let builder = Mock::builder().script(&script).unwrap().layer("old.tl", old).unwrap();
    let unknown = builder.unknown_methods().into_iter();
    let unknown = unknown.map(|it| (it.script, it.line, it.last_layer, it.method));
    let late = (0, 3, Some(LAYER - 1), "help.getConfig");
    let want = [(0, 1, Some(56), "mine.old"), late, (0, 5, None, "mine")];
    assert_eq!(unknown.collect::<Vec<_>>(), want);
}

#[test]
fn all_lines_of_a_script_that_cannot_be_read_are_told() {
    let text = "{\"method\": \"a\"}\n[]\n\n{\"method\": \"a\", \"tims\": 1}\n{\"result\": 1}\n";
    let error = Mock::builder().script(text).unwrap_err();
    let lines: Vec<usize> = error.lines().iter().map(|it| it.line).collect();
    assert_eq!(lines, [2, 4, 5]);
    let said = error.to_string();
    assert!(said.starts_with("line 2: not an object\nline 4: unknown key `tims`; "), "{said}");
    assert!(said.ends_with("\nline 5: `method` is missing: the TL name of a method"), "{said}");
}
