//! Calls from a client.

use client::{Client, Error, PublicKey};
use mtproto_server::server::server;
use typelang_mock::frame::{Framing, Transport};
use typelang_runtime::mtproto::AnswerError;
use typelang_telegram::{
    LAYER,
    functions::{InvokeWithLayer, help},
};

#[test]
fn a_client_names_its_layer_before_it_gets_the_configuration() {
    let server = server().start_blocking().unwrap();
    let transport = Transport::client(Framing::Padded);
    let key = PublicKey::from(server.rsa_key());
    let mut client = Client::connect(server.address(), transport, &key).unwrap();
    let refused = client.call(&help::GetConfig {}).unwrap_err();
    let Error::Answer(AnswerError::Rpc(error)) = refused else { panic!("{refused}") };
    assert_eq!(error.error_message, "CONNECTION_NOT_INITED");
    let query = InvokeWithLayer { layer: LAYER, query: help::GetConfig {} };
    assert_eq!(client.call(&query).unwrap().dc_options.len(), 5);
    // The session remembers the layer.
    assert_eq!(client.call(&help::GetConfig {}).unwrap().this_dc, 2);
    assert_eq!(client.call(&help::GetNearestDc {}).unwrap().country, "NL");
}
