//! Many clients at once. Run it alone: `cargo test --release -p client --test load -- --ignored --nocapture`.

use std::{
    fs, thread,
    time::{Duration, Instant},
};

use client::Client;
use typelang_mock::{
    Mock,
    crypto::AuthKey,
    frame::{Framing, Transport},
};
use typelang_telegram::{functions::help, types::NearestDc};

const CLIENTS: usize = 1000;
const CALLS: usize = 100;

/// The memory of this process in kilobytes.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse().ok()).unwrap_or_default()
}

fn key(number: usize) -> AuthKey {
    let mut bytes = [1; 256];
    bytes[..8].copy_from_slice(&number.to_le_bytes());
    AuthKey::new(bytes)
}

#[test]
#[ignore = "takes a minute and all cores"]
fn a_thousand_clients_make_a_hundred_thousand_calls() {
    let mut builder = Mock::builder().on(|_, _: help::GetNearestDc| {
        Ok(NearestDc { country: "NL".to_owned(), this_dc: 2, nearest_dc: 2 })
    });
    for number in 0..CLIENTS {
        builder = builder.auth_key(key(number), 1);
    }
    let mock = builder.start_blocking().unwrap();
    let address = mock.address();
    let mut clients: Vec<Client> = (0..CLIENTS)
        .map(|number| {
            let transport = Transport::client(Framing::Padded);
            let mut client = Client::resume(address, transport, key(number), 1).unwrap();
            client.call(&help::GetNearestDc {}).unwrap();
            client
        })
        .collect();
    assert_eq!(mock.sessions(), CLIENTS);
    let (start, mut memories) = (Instant::now(), vec![memory()]);
    let mut times = Vec::new();
    for _ in 0..10 {
        let parts = clients.chunks_mut(CLIENTS / 8);
        let made: Vec<Vec<Duration>> = thread::scope(|scope| {
            let threads: Vec<_> = parts.map(|part| scope.spawn(|| rounds(part))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        times.extend(made.into_iter().flatten());
        memories.push(memory());
    }
    times.sort_unstable();
    assert_eq!(times.len(), CLIENTS * CALLS);
    let at = |part: usize| times[(times.len() - 1) * part / 100];
    let elapsed = start.elapsed();
    println!("{} calls in {elapsed:?}: median {:?}, p99 {:?}", times.len(), at(50), at(99));
    println!("memory in kB, client and server together: {memories:?}");
    // After the first rounds nothing grows but by what the allocator keeps.
    let (settled, last) = (memories[3], memories[10]);
    assert!(last < settled + settled / 10, "memory grows: {memories:?}");
    assert!(at(99) < Duration::from_millis(500), "p99 {:?}", at(99));
}

/// A tenth of the calls of some clients.
fn rounds(clients: &mut [Client]) -> Vec<Duration> {
    let mut times = Vec::new();
    for _ in 0..CALLS / 10 {
        for client in &mut *clients {
            let start = Instant::now();
            client.call(&help::GetNearestDc {}).unwrap();
            times.push(start.elapsed());
        }
    }
    times
}
