//! Many clients at once, and many calls. Client and server share the process, so it needs two open files a connection.
//!
//! `cargo test --release -p client --test load -- --ignored --nocapture` runs it alone; the variables `CONNECTIONS` and
//! `CALLS` make it smaller.

use std::{
    env, fs, thread,
    time::{Duration, Instant},
};

use client::Client;
use typelang_mock::{
    Mock,
    crypto::AuthKey,
    frame::{Framing, Transport},
};
use typelang_telegram::{functions::help, types::NearestDc};

/// Threads of clients.
const THREADS: usize = 8;
/// The calls that each client makes in the first part.
const EACH: usize = 10;
/// The calls of one client in the soak, at the least: more than the server remembers messages of a session.
const SOAK: usize = 2500;
/// The soak's parts, between which memory is measured.
const PARTS: usize = 10;

fn setting(name: &str, otherwise: usize) -> usize {
    env::var(name).map_or(otherwise, |text| text.parse().unwrap())
}

/// The memory of this process in kilobytes.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

fn key(number: usize) -> AuthKey {
    let mut bytes = [1; 256];
    bytes[..8].copy_from_slice(&number.to_le_bytes());
    AuthKey::new(bytes)
}

/// A server that knows this many keys.
fn mock(keys: usize) -> Mock {
    let builder = Mock::builder().on(|_, _: help::GetNearestDc| {
        Ok(NearestDc { country: "NL".to_owned(), this_dc: 2, nearest_dc: 2 })
    });
    let builder = (0..keys).fold(builder, |builder, number| builder.auth_key(key(number), 1));
    builder.start_blocking().unwrap()
}

/// Has each of some clients make this many calls in turn, and returns how long each took.
fn calls(clients: &mut [Client], each: usize) -> Vec<Duration> {
    let mut times = Vec::with_capacity(each * clients.len());
    for _ in 0..each {
        for client in &mut *clients {
            let start = Instant::now();
            client.call(&help::GetNearestDc {}).unwrap();
            times.push(start.elapsed());
        }
    }
    times
}

/// Does the same on several threads.
fn at_once(clients: &mut [Client], each: usize) -> Vec<Duration> {
    let parts = clients.chunks_mut(clients.len().div_ceil(THREADS));
    thread::scope(|scope| {
        let threads: Vec<_> = parts.map(|part| scope.spawn(|| calls(part, each))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

/// Prints how long calls took; returns the 99th percentile.
fn report(what: &str, elapsed: Duration, mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    let at = |part: usize| times[(times.len() - 1) * part / 100];
    let (count, median, p99) = (times.len(), at(50), at(99));
    println!("{what}: {count} calls in {elapsed:.2?}, median {median:.0?}, p99 {p99:.0?}");
    p99
}

#[test]
#[ignore = "takes all cores"]
fn many_connections_and_calls_take_bounded_memory_and_time() {
    let (connections, total) = (setting("CONNECTIONS", 1000), setting("CALLS", 100_000));
    let mock = mock(connections);
    let connect = |number| {
        let transport = Transport::client(Framing::Padded);
        Client::resume(mock.address(), transport, key(number), 1).unwrap()
    };
    let mut clients: Vec<Client> = (0..connections).map(connect).collect();

    let start = Instant::now();
    let times = at_once(&mut clients, EACH);
    assert_eq!((times.len(), mock.sessions()), (connections * EACH, connections));
    let first = report(&format!("{connections} connections"), start.elapsed(), times);

    // Few clients, so that each makes more calls than the server remembers.
    let few = (total / SOAK).clamp(1, connections);
    // Written once, so that its pages do not count as growth.
    let mut times = vec![Duration::MAX; total];
    times.clear();
    let (start, mut memories) = (Instant::now(), vec![memory()]);
    for _ in 0..PARTS {
        times.extend(at_once(&mut clients[..few], total / few / PARTS));
        memories.push(memory());
    }
    let soak = report(&format!("{few} of them"), start.elapsed(), times);
    println!("memory in kB, client and server together: {memories:?}");
    let (half, last) = (memories[PARTS / 2], memories[PARTS]);
    assert!(last <= half + half / 50, "memory grows: {memories:?}");
    assert!(first.max(soak) < Duration::from_secs(1), "p99 {first:?} and {soak:?}");
    assert_eq!(mock.sessions(), connections);
}
