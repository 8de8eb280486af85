//! A client's start and end: what `TDLib` sends goes through the generated types and back.

use std::{
    env,
    time::{Duration, Instant},
};

use serde_json::Value;
use tdlib_client::{Tdjson, parameters};
use typelang_runtime::{
    Function,
    serde::{Deserialize, Serialize},
};
use typelang_td::{
    Incoming, Received,
    enums::{AuthorizationState, NetworkType, Update},
    functions::{
        Close, GetAuthorizationState, GetChat, GetCurrentState, GetOption, SetNetworkType,
    },
    types,
};

use crate::with_tdjson;

/// What is sent, by its `@extra`.
const OFFLINE: u64 = 1;
const PARAMETERS: u64 = 2;
const OPTION: u64 = 3;
const STATE: u64 = 4;
const ALL: u64 = 5;
const CHAT: u64 = 6;
const CLOSE: u64 = 7;

#[test]
#[ignore = "needs TDLib: run tests/tdjson/run"]
fn what_tdlib_sends_is_unchanged_by_the_types() {
    let folder = env::temp_dir().join(format!("typelang-startup-{}", std::process::id()));
    let objects = with_tdjson(|tdjson| start_and_close(tdjson, &folder.display().to_string()));
    _ = std::fs::remove_dir_all(folder);
    let mut faults = Vec::new();
    for json in &objects {
        match again(json) {
            Ok(again) if again == without_extra(json) => {}
            Ok(again) => faults.push(format!("{json}\n  became {again}")),
            Err(error) => faults.push(format!("{json}\n  {error}")),
        }
    }
    let absent = objects.iter().filter(|it| it.contains("updateDefaultBackground")).count();
    println!("{} objects, {} changed", objects.len(), faults.len());
    assert!(objects.len() > 100, "a start has more than {} objects", objects.len());
    assert!(absent > 0, "an object without what may be null is among them");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Starts a client without a network, asks for a few things, closes it, and returns all that it sent.
fn start_and_close(tdjson: &mut Tdjson, folder: &str) -> Vec<String> {
    let client = tdjson.create_client();
    let send = |tdjson: &Tdjson, state: &AuthorizationState| match state {
        AuthorizationState::WaitTdlibParameters => {
            let parameters = parameters(folder);
            tdjson.send(client, &parameters, PARAMETERS).expect("no number is infinite");
        }
        AuthorizationState::WaitPhoneNumber => {
            let sent = [
                tdjson.send(client, &GetOption { name: "my_id".to_owned() }, OPTION),
                tdjson.send(client, &GetAuthorizationState {}, STATE),
                tdjson.send(client, &GetCurrentState {}, ALL),
                tdjson.send(client, &GetChat { chat_id: 1 }, CHAT),
                tdjson.send(client, &Close {}, CLOSE),
            ];
            assert!(sent.iter().all(Result::is_ok));
        }
        _ => {}
    };
    let offline = SetNetworkType { r#type: Some(NetworkType::None) };
    tdjson.send(client, &offline, OFFLINE).expect("no number is infinite");
    let (mut objects, end) = (Vec::new(), Instant::now() + Duration::from_mins(1));
    loop {
        assert!(Instant::now() < end, "the client was not closed within a minute");
        let Some(json) = tdjson.receive(1.0) else { continue };
        if let Ok(Incoming::Update(update)) = Incoming::read(&json)
            && let Update::AuthorizationState(update) = *update
        {
            send(tdjson, &update.authorization_state);
            if update.authorization_state == AuthorizationState::Closed {
                objects.push(json);
                return objects;
            }
        }
        objects.push(json);
    }
}

/// Reads an object as the type that it has, and writes it again.
fn again(json: &str) -> Result<Value, String> {
    let received = Received::parse(json).map_err(|error| error.to_string())?;
    let extra = received.extra().and_then(Value::as_u64);
    match (received.name(), extra) {
        ("error", Some(_)) => through::<types::Error>(&received),
        (_, None) => through::<Update>(&received),
        (_, Some(OPTION)) => response_of::<GetOption>(&received),
        (_, Some(STATE)) => response_of::<GetAuthorizationState>(&received),
        (_, Some(ALL)) => response_of::<GetCurrentState>(&received),
        (_, Some(CHAT)) => response_of::<GetChat>(&received),
        (_, Some(OFFLINE | PARAMETERS | CLOSE)) => response_of::<Close>(&received),
        (_, Some(other)) => Err(format!("nothing was sent with {other}")),
    }
}

fn response_of<F>(received: &Received<'_>) -> Result<Value, String>
where
    F: Function<Response: for<'de> Deserialize<'de> + Serialize>,
{
    through::<F::Response>(received)
}

fn through<T: for<'de> Deserialize<'de> + Serialize>(
    received: &Received<'_>,
) -> Result<Value, String> {
    let value: T = received.read().map_err(|error| error.to_string())?;
    serde_json::to_value(&value).map_err(|error| error.to_string())
}

/// The object without the keys that are no fields.
fn without_extra(json: &str) -> Value {
    let mut value: Value = serde_json::from_str(json).expect("TDLib sends JSON");
    if let Some(object) = value.as_object_mut() {
        object.retain(|key, _| key != "@extra" && key != "@client_id");
    }
    value
}
