//! A lite server and its client, over loopback: `cargo run -p lite-server`.
//!
//! Each frame is its length, four bytes, and an `adnl.message.query` or `adnl.message.answer`. Real lite servers send
//! the same messages inside ADNL's encrypted packets.

mod client;
mod frame;
mod server;

use std::{
    error::Error,
    io::{self, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    thread,
    time::Duration,
};

use typelang_ton::borrowed::lite::{
    functions::lite_server::{GetAccountState, GetMasterchainInfo, GetTime},
    types::lite_server::AccountId,
};

use crate::client::Client;

fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    let server = thread::spawn(move || server::serve_one(&listener));
    let stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut client = Client::new(stream);
    let mut out = io::stdout().lock();

    let now = client.ask(&GetTime {}, |time| time.now)?;
    writeln!(out, "the server's time is {now}")?;
    let last = client.ask(&GetMasterchainInfo {}, |info| info.last)?;
    writeln!(out, "the last block is {} of {:x}", last.seqno, last.shard)?;
    let account = AccountId { workchain: 0, id: [7; 32] };
    // The state is read where it lies in the reply; only its length leaves it.
    let len =
        client.ask(&GetAccountState { id: last.clone(), account }, |found| found.state.len())?;
    writeln!(out, "the account's state has {len} bytes")?;
    let unknown = AccountId { workchain: 5, id: [0; 32] };
    let refused = client.ask(&GetAccountState { id: last, account: unknown }, |_| ());
    writeln!(out, "another account: {}", refused.expect_err("the server has one workchain"))?;

    drop(client);
    server.join().map_err(|_| "the server panicked")?.map_err(|error| error.to_string())?;
    Ok(())
}
