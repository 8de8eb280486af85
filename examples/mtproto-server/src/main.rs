//! Makes two calls and one that has no answer, and prints the result.

use mtproto_server::{Client, Server, client::first, server::Session};
use typelang_runtime::mtproto::AnswerError;
use typelang_telegram::functions::{InvokeWithoutUpdates, help};

fn main() -> Result<(), AnswerError> {
    let mut client = Client::default();
    let (server, mut session) = (Server::new(), Session::default());

    let config = client.call(first(help::GetConfig {}));
    let nearest = client.call(InvokeWithoutUpdates { query: help::GetNearestDc {} });
    let unknown = client.call(help::GetSupport {});

    let packet = client.packet();
    println!("client: {} bytes", packet.len());
    let reply = server.receive(&mut session, &packet)?;
    println!("server: a reply to {}", session.device);
    client.receive(&reply)?;

    // Each answer has the response type of its call, even through wrappers.
    if let Some(config) = client.answer(&config).transpose()? {
        println!("config: {} data centres, this is {}", config.dc_options.len(), config.this_dc);
    }
    if let Some(nearest) = client.answer(&nearest).transpose()? {
        println!("nearest: {} in {}", nearest.nearest_dc, nearest.country);
    }
    if let Some(Err(AnswerError::Rpc(error))) = client.answer(&unknown) {
        println!("support: {error}");
    }
    Ok(())
}
