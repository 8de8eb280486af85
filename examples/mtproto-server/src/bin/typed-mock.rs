//! Serves clients of any layer with a handler in Rust, until its input ends: `typed-mock [SCHEMA.tl]`.
//!
//! The handler is written for the built-in layer. A client of the schema's layer gets the answers in its own.

use std::{env, error::Error, fs, io};

use typelang_mock::{Event, Mock};
use typelang_telegram::{
    enums,
    functions::messages,
    types::{Message, PeerUser, UpdateNewMessage, UpdateShortSentMessage, Updates, User},
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut builder = Mock::builder().login().on(|session, call: messages::SendMessage| {
        session.push(&reply(&call.message));
        Ok(sent())
    });
    if let Some(path) = env::args().nth(1) {
        builder = builder.layer(&path, &fs::read_to_string(&path)?)?;
    }
    let mock = builder
        .on_event(|event| {
            if let Event::Call(call) = event {
                println!("{} {} {}", call.method, call.layer, call.answered_by.name());
            }
        })
        .start_blocking()?;
    let (address, key) = (mock.address(), mock.rsa_key());
    println!(
        r#"{{"host":"{}","port":{},"fingerprint":"{}","modulus":"{}","exponent":{}}}"#,
        address.ip(),
        address.port(),
        key.fingerprint(),
        key.modulus(),
        key.exponent()
    );
    io::copy(&mut io::stdin(), &mut io::sink())?;
    Ok(())
}

/// What a client gets for a message that it sent to a user.
fn sent() -> enums::Updates {
    UpdateShortSentMessage { out: true, ..UpdateShortSentMessage::new(1, 2, 1, 1_700_000_000) }
        .into()
}

/// A message from user 1002 with the same text behind a word.
fn reply(text: &str) -> enums::Updates {
    let ben = || PeerUser { user_id: 1002 }.into();
    let message = Message {
        from_id: Some(ben()),
        ..Message::new(2, ben(), 1_700_000_000, format!("typed: {text}"))
    };
    let new = UpdateNewMessage { message: message.into(), pts: 3, pts_count: 1 };
    let user = User { access_hash: Some(2), first_name: Some("Ben".to_owned()), ..User::new(1002) };
    Updates {
        updates: vec![new.into()],
        users: vec![user.into()],
        chats: Vec::new(),
        date: 1_700_000_000,
        seq: 0,
    }
    .into()
}
