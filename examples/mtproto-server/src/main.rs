//! Makes two calls and one that has no answer, and prints the result.

use client::{Client, Error, PublicKey};
use mtproto_server::server::server;
use typelang_mock::frame::{Framing, Transport};
use typelang_runtime::mtproto::AnswerError;
use typelang_telegram::{
    LAYER,
    functions::{InitConnection, InvokeWithLayer, InvokeWithoutUpdates, help},
};

fn main() -> Result<(), Error> {
    let server = server().start_blocking()?;
    let transport = Transport::client(Framing::Intermediate);
    let mut client =
        Client::connect(server.address(), transport, &PublicKey::from(server.rsa_key()))?;

    // Each answer has the response type of its call, even through wrappers.
    let config = client.call(&first(help::GetConfig {}))?;
    println!("config: {} data centres, this is {}", config.dc_options.len(), config.this_dc);
    let nearest = client.call(&InvokeWithoutUpdates { query: help::GetNearestDc {} })?;
    println!("nearest: {} in {}", nearest.nearest_dc, nearest.country);
    if let Err(Error::Answer(AnswerError::Rpc(error))) = client.call(&help::GetSupport {}) {
        println!("support: {error}");
    }
    Ok(())
}

/// Wraps a session's first call, with the layer that the client speaks and information about the client.
fn first<F>(query: F) -> InvokeWithLayer<InitConnection<F>> {
    let words = ["Rust", "Linux", "0.1", "en-US", "", "de"].map(str::to_owned);
    let [device, system, app, system_lang, pack, lang] = words;
    let query = InitConnection::new(12345, device, system, app, system_lang, pack, lang, query);
    InvokeWithLayer { layer: LAYER, query }
}
