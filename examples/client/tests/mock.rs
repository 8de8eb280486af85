//! The client against the mock: both sides are ours, over real connections.

use std::{
    io::{Read, Write},
    net::TcpStream,
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use client::{Client, Error, PublicKey};
use typelang_mock::{
    AnsweredBy, Builder, Fault, KeyFault, Mock,
    crypto::AuthKey,
    frame::{Framing, Transport},
    message::{Binding, seal_binding},
};
use typelang_runtime::mtproto::AnswerError;
use typelang_telegram::{
    LAYER, enums,
    functions::{InitConnection, InvokeWithLayer, auth, contacts, help, messages, updates, users},
    mtproto::types::BindAuthKeyInner,
    types::{InputPeerUser, Updates},
};

fn mock(set: impl FnOnce(Builder) -> Builder) -> Mock {
    set(Mock::builder()).start_blocking().unwrap()
}

fn connect(mock: &Mock, transport: Transport) -> Client {
    Client::connect(mock.address(), transport, &PublicKey::from(mock.rsa_key())).unwrap()
}

fn first<F>(query: F) -> InvokeWithLayer<InitConnection<F>> {
    let words = ["device", "system", "app", "nl-NL", "", "nl"].map(str::to_owned);
    let [device, system, app, system_lang, pack, lang] = words;
    let query = InitConnection::new(7, device, system, app, system_lang, pack, lang, query);
    InvokeWithLayer { layer: LAYER, query }
}

fn log_in(client: &mut Client) -> enums::auth::Authorization {
    client
        .call(&auth::SignIn {
            phone_number: "+9996620001".to_owned(),
            phone_code_hash: "mock".to_owned(),
            phone_code: Some("12345".to_owned()),
            email_verification: None,
        })
        .unwrap()
}

fn say(text: &str) -> messages::SendMessage {
    let ben = InputPeerUser { user_id: 1002, access_hash: 2 };
    messages::SendMessage::new(ben.into(), text.to_owned(), 1)
}

fn rpc_error(error: Error) -> String {
    match error {
        Error::Answer(AnswerError::Rpc(error)) => error.error_message,
        other => panic!("{other}"),
    }
}

#[test]
fn a_key_is_agreed_over_each_transport() {
    let mock = mock(Builder::login);
    let framings = [Framing::Abridged, Framing::Intermediate, Framing::Padded, Framing::Full];
    let plain = framings.map(Transport::client);
    let hidden = framings.into_iter().filter_map(Transport::obfuscated_client);
    let mut count = 0;
    for transport in plain.into_iter().chain(hidden) {
        let config = connect(&mock, transport).call(&first(help::GetConfig {})).unwrap();
        assert_eq!(config.this_dc, 2);
        assert_eq!(config.dc_options[0].port, i32::from(mock.address().port()));
        count += 1;
    }
    assert_eq!(mock.keys(), count);
    assert!(mock.calls().iter().all(|call| call.answered_by == AnsweredBy::Preset));
}

#[test]
fn a_client_logs_in_writes_receives_and_comes_back() {
    let mock = mock(Builder::login);
    let mut client = connect(&mock, Transport::client(Framing::Padded));
    client.call(&first(help::GetConfig {})).unwrap();
    let error = client.call(&updates::GetState {}).unwrap_err();
    assert_eq!(rpc_error(error), "AUTH_KEY_UNREGISTERED");
    log_in(&mut client);
    let state = client.call(&updates::GetState {}).unwrap();
    client.call(&contacts::ResolveUsername::new("ben_example".to_owned())).unwrap();
    client.call(&say("hello")).unwrap();
    let echo: Updates = client.update().unwrap().decode_as().unwrap();
    let [enums::Update::NewMessage(new)] = &*echo.updates else { panic!("{echo:?}") };
    let enums::Message::Message(message) = &new.message else { panic!("{new:?}") };
    assert_eq!((message.message.as_str(), message.out, new.pts), ("hello", false, state.pts + 2));
    assert_eq!(mock.push(&enums::Updates::TooLong), 1);
    let pushed: enums::Updates = client.update().unwrap().decode_as().unwrap();
    assert_eq!(pushed, enums::Updates::TooLong);

    // Everything is remembered for the key: who is logged in, and what the client said of itself.
    let (key, salt) = (client.key().clone(), client.salt());
    drop(client);
    let transport = Transport::client(Framing::Full);
    let mut client = Client::resume(mock.address(), transport, key, salt).unwrap();
    let me = client.call(&users::GetUsers { id: vec![enums::InputUser::InputUserSelf] }).unwrap();
    let [enums::User::User(me)] = &*me else { panic!("{me:?}") };
    assert_eq!((me.id, me.first_name.as_deref()), (1001, Some("Ann")));
    let call = mock.calls().pop().unwrap();
    assert_eq!(call.client.as_ref().map(|client| &*client.device_model), Some("device"));
    assert_eq!((call.layer, mock.keys()), (LAYER, 1));
}

#[test]
fn faults_reach_the_client() {
    let mock = mock(Builder::login);
    let mut client = connect(&mock, Transport::client(Framing::Abridged));
    client.call(&first(help::GetConfig {})).unwrap();
    let ask = help::GetNearestDc {};
    mock.fault("help.getNearestDc", Fault::flood_wait(3));
    assert_eq!(rpc_error(client.call(&ask).unwrap_err()), "FLOOD_WAIT_3");
    mock.fault("help.getNearestDc", Fault::WrongSalt);
    let salt = client.salt();
    assert_eq!(client.call(&ask).unwrap().country, "NL");
    assert_ne!(client.salt(), salt);
    mock.fault("help.getNearestDc", Fault::UnknownConstructor);
    assert!(matches!(client.call(&ask).unwrap_err(), Error::Answer(AnswerError::Decode(_))));
    // A late answer does not hold up the next one.
    mock.fault("help.getNearestDc", Fault::Late(Duration::from_millis(300)));
    let start = Instant::now();
    let late = client.send(&ask).unwrap();
    let early = client.send(&help::GetConfig {}).unwrap();
    client.answer::<help::GetConfig>(early).unwrap();
    assert!(start.elapsed() < Duration::from_millis(300));
    client.answer::<help::GetNearestDc>(late).unwrap();
    assert!(start.elapsed() >= Duration::from_millis(300));
    mock.fault("help.getNearestDc", Fault::Disconnect);
    assert!(matches!(client.call(&ask).unwrap_err(), Error::Io(_)));
}

#[test]
fn random_values_are_of_the_type_and_repeat() {
    let histories = [1, 1, 2].map(|seed| {
        let mock = mock(|builder| builder.random(seed));
        let mut client = connect(&mock, Transport::client(Framing::Padded));
        client.call(&first(help::GetConfig {})).unwrap();
        let all = (0..20).map(|_| client.call(&say("anything")).unwrap());
        all.collect::<Vec<_>>()
    });
    assert_eq!(histories[0], histories[1]);
    assert_ne!(histories[0], histories[2]);
}

#[test]
fn an_unknown_key_is_refused() {
    let mock = mock(Builder::login);
    let key = AuthKey::new([3; 256]);
    let transport = Transport::client(Framing::Padded);
    let mut client = Client::resume(mock.address(), transport, key, 0).unwrap();
    assert!(matches!(client.call(&help::GetConfig {}).unwrap_err(), Error::Transport(-404)));
}

#[test]
fn silent_and_senseless_connections_are_closed() {
    let mock = mock(|builder| builder.idle_timeout(Duration::from_secs(20)));
    let mut silent = TcpStream::connect(mock.address()).unwrap();
    let mut senseless = TcpStream::connect(mock.address()).unwrap();
    for stream in [&silent, &senseless] {
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    }
    senseless.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    let start = Instant::now();
    assert_eq!(senseless.read(&mut [0; 16]).unwrap(), 0);
    assert!(start.elapsed() < Duration::from_secs(1));
    // A twentieth of the time for a client with a key.
    assert_eq!(silent.read(&mut [0; 16]).unwrap(), 0);
    assert!(start.elapsed() >= Duration::from_millis(900));
}

#[test]
fn only_the_loopback_network_is_served() {
    let error = Mock::builder().ip([192, 0, 2, 1].into()).start_blocking().unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
}

#[test]
fn a_server_that_is_dropped_closes_its_connections() {
    let mock = mock(Builder::login);
    let mut client = connect(&mock, Transport::client(Framing::Padded));
    mock.disconnect();
    assert!(client.call(&help::GetConfig {}).is_err());
    let mut client = connect(&mock, Transport::client(Framing::Padded));
    let address = mock.address();
    drop(mock);
    assert!(client.call(&help::GetConfig {}).is_err());
    thread::sleep(Duration::from_millis(50));
    assert!(TcpStream::connect(address).is_err());
}

#[test]
fn an_exchange_is_tried_again_or_fails_on_request() {
    let script = r#"{"method": "set_client_DH_params", "fault": "dh_gen_retry", "times": 1}"#;
    let mock = mock(|builder| builder.login().script(script).unwrap());
    mock.key_fault(KeyFault::Retry);
    // Once for the fault, and once for the line of the script.
    let mut client = connect(&mock, Transport::client(Framing::Padded));
    client.call(&first(help::GetConfig {})).unwrap();
    mock.key_fault(KeyFault::Fail);
    let transport = Transport::client(Framing::Padded);
    let failed = Client::connect(mock.address(), transport, &PublicKey::from(mock.rsa_key()));
    assert!(matches!(failed, Err(Error::Exchange("the server wants to begin again"))));
    assert_eq!(mock.keys(), 1);
    connect(&mock, Transport::client(Framing::Padded)).call(&help::GetConfig {}).unwrap();
    // The client gives up after five numbers, and the server after none.
    (0..5).for_each(|_| mock.key_fault(KeyFault::Retry));
    let transport = Transport::client(Framing::Padded);
    let failed = Client::connect(mock.address(), transport, &PublicKey::from(mock.rsa_key()));
    assert!(matches!(failed, Err(Error::Exchange("the server took none of five numbers"))));
}

/// In an hour.
fn later() -> i32 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i32::try_from(now.as_secs()).unwrap() + 3600
}

fn temporary(mock: &Mock) -> Client {
    let transport = Transport::client(Framing::Padded);
    let key = PublicKey::from(mock.rsa_key());
    Client::connect_for(3600, mock.address(), transport, &key).unwrap()
}

#[test]
fn a_temporary_key_is_bound_to_a_permanent_one() {
    let mock = mock(Builder::login);
    let mut permanent = connect(&mock, Transport::client(Framing::Padded));
    permanent.call(&first(help::GetConfig {})).unwrap();
    log_in(&mut permanent);
    let mut client = temporary(&mock);
    let error = client.call(&updates::GetState {}).unwrap_err();
    assert_eq!(rpc_error(error), "AUTH_KEY_UNREGISTERED");
    assert!(client.bind(permanent.key(), later()).unwrap());
    client.call(&updates::GetState {}).unwrap();
    // The answer may have been lost, so the same again is no error; another key is.
    assert!(client.bind(permanent.key(), later()).unwrap());
    let other = connect(&mock, Transport::client(Framing::Padded));
    let error = client.bind(other.key(), later()).unwrap_err();
    assert_eq!(rpc_error(error), "TEMP_AUTH_KEY_ALREADY_BOUND");
}

#[test]
fn a_key_is_not_bound_by_a_wrong_message() {
    let mock = mock(Builder::login);
    let mut permanent = connect(&mock, Transport::client(Framing::Padded));
    log_in(&mut permanent);
    let key = permanent.key().clone();
    let mut client = temporary(&mock);
    let own = client.key().clone();
    type Change = fn(&mut Binding);
    let changes: [(&str, Change); 6] = [
        ("nonce", |it| it.inner.nonce += 1),
        ("temporary key", |it| it.inner.temp_auth_key_id += 1),
        ("permanent key", |it| it.inner.perm_auth_key_id += 1),
        ("session", |it| it.inner.temp_session_id += 1),
        ("time", |it| it.inner.expires_at += 1),
        ("message", |it| it.msg_id += 4),
    ];
    let mut bind = |encrypt_with: &AuthKey, named: &AuthKey, change: Change, cut: usize| {
        let result = client.call_with_ids(|msg_id, temp_session_id| {
            let (nonce, expires_at, perm_auth_key_id) = (7, later(), named.id());
            let temp_auth_key_id = own.id();
            let inner = BindAuthKeyInner {
                nonce,
                temp_auth_key_id,
                perm_auth_key_id,
                temp_session_id,
                expires_at,
            };
            let mut binding = Binding { msg_id, inner };
            change(&mut binding);
            let mut encrypted_message = seal_binding(encrypt_with, &binding);
            encrypted_message.truncate(encrypted_message.len() - cut);
            auth::BindTempAuthKey { perm_auth_key_id, nonce, expires_at, encrypted_message }
        });
        result.map_err(rpc_error)
    };
    for (what, change) in changes {
        assert_eq!(
            bind(&key, &key, change, 0),
            Err("ENCRYPTED_MESSAGE_INVALID".to_owned()),
            "{what}"
        );
    }
    let stranger = AuthKey::new([9; 256]);
    for (encrypt_with, named, cut) in [
        (&stranger, &key, 0),
        (&stranger, &stranger, 0),
        // A temporary key is none to bind to, and the server does not wait for itself.
        (&own, &own, 0),
        (&key, &key, 1),
        (&key, &key, 16),
        (&key, &key, 104),
    ] {
        let answer = bind(encrypt_with, named, |_| {}, cut);
        assert_eq!(answer, Err("ENCRYPTED_MESSAGE_INVALID".to_owned()), "{cut}");
    }
    assert_eq!(bind(&key, &key, |_| {}, 0), Ok(true));
    let error = permanent.bind(&key, later()).unwrap_err();
    assert_eq!(rpc_error(error), "TEMP_AUTH_KEY_EMPTY");
    let error = temporary(&mock).bind(&key, 1).unwrap_err();
    assert_eq!(rpc_error(error), "EXPIRES_AT_INVALID");
}
