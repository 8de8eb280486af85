//! A client of `TDLib` that prints its authorization states, and what it does in each.
//!
//! `cargo run -p tdlib-client -- path/to/libtdjson.so` goes as far as the phone number without a network, and closes.

use std::{
    error::Error,
    path::PathBuf,
    time::{Duration, Instant},
};

use serde_json::Value;
use tdlib_client::{Tdjson, parameters};
use typelang_td::{
    Incoming,
    enums::{AuthorizationState, NetworkType, OptionValue, Update},
    functions::{Close, GetOption, SetLogVerbosityLevel, SetNetworkType},
};

/// What the program asks for, as the `@extra` of its calls.
const OFFLINE: u64 = 1;
const PARAMETERS: u64 = 2;
const VERSION: u64 = 3;
const CLOSE: u64 = 4;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("name the library: path/to/libtdjson.so")?;
    let mut tdjson = Tdjson::load(&PathBuf::from(path))?;
    tdjson.execute(&SetLogVerbosityLevel { new_verbosity_level: 1 })?;
    let client = tdjson.create_client();
    let folder = std::env::temp_dir().join(format!("tdlib-client-{}", std::process::id()));
    let done = run(&mut tdjson, client, &folder.display().to_string());
    _ = std::fs::remove_dir_all(folder);
    done
}

/// Answers each authorization state, until the client is closed.
fn run(tdjson: &mut Tdjson, client: i32, folder: &str) -> Result<(), Box<dyn Error>> {
    // The first call starts the client. This one keeps it from the network.
    let offline = SetNetworkType { r#type: Some(NetworkType::None) };
    tdjson.send(client, &offline, OFFLINE)?;
    let end = Instant::now() + Duration::from_secs(30);
    while Instant::now() < end {
        let Some(json) = tdjson.receive(1.0) else { continue };
        match Incoming::read(&json)? {
            Incoming::Update(update) => {
                let Update::AuthorizationState(update) = *update else { continue };
                if step(tdjson, client, folder, &update.authorization_state)? {
                    return Ok(());
                }
            }
            Incoming::Answer(answer) => match answer.extra().and_then(Value::as_u64) {
                Some(VERSION) => match answer.answer_to(&GetOption { name: String::new() })? {
                    OptionValue::String(version) => println!("TDLib {}", version.value),
                    other => println!("a version that is no text: {other:?}"),
                },
                _ if answer.name() == "error" => return Err(answer.json().into()),
                _ => {}
            },
            other => println!("ignored: {other:?}"),
        }
    }
    Err("TDLib has not closed the client within 30 s".into())
}

/// Goes on from a state. Returns whether the client is closed.
fn step(
    tdjson: &Tdjson,
    client: i32,
    folder: &str,
    state: &AuthorizationState,
) -> Result<bool, Box<dyn Error>> {
    match state {
        AuthorizationState::WaitTdlibParameters => {
            println!("wait for parameters: give them");
            tdjson.send(client, &parameters(folder), PARAMETERS)?;
        }
        AuthorizationState::WaitPhoneNumber => {
            println!("wait for a phone number: ask for the version instead, and close");
            tdjson.send(client, &GetOption { name: "version".to_owned() }, VERSION)?;
            tdjson.send(client, &Close {}, CLOSE)?;
        }
        AuthorizationState::WaitCode(_) => println!("wait for a code"),
        AuthorizationState::WaitPassword(wait) => {
            println!("wait for a password: {}", wait.password_hint);
        }
        AuthorizationState::Ready => println!("logged in"),
        AuthorizationState::LoggingOut => println!("logging out"),
        AuthorizationState::Closing => println!("closing"),
        AuthorizationState::Closed => {
            println!("closed");
            return Ok(true);
        }
        other => println!("not handled: {other:?}"),
    }
    Ok(false)
}
