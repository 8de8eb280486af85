//! A running server.

use std::{
    io,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    net::{TcpListener, TcpStream},
    runtime::{self, Runtime},
    sync::{Semaphore, watch},
    time::sleep,
};
use typelang_runtime::{Encode, Object};

use crate::{
    answer::{CallEvent, Event, Fault, Faults, Log},
    crypto::rsa_key::RsaKey,
    handshake::KeyFault,
    peer::Shared,
    server::{
        builder::Builder,
        calls::Calls,
        connection::{Connection, Patience},
        core::Core,
        live::Live,
        paste,
    },
};

/// A running server. It stops when this is dropped.
#[derive(Debug)]
pub struct Mock {
    address: SocketAddr,
    shared: Arc<Shared>,
    live: Arc<Live>,
    calls: Arc<Calls>,
    faults: Arc<Faults>,
    /// Changes to cut all connections; dropped to stop.
    cut: watch::Sender<u64>,
    /// The threads of a server that was started without tokio.
    runtime: Option<Runtime>,
}

/// What the loop that accepts connections needs.
struct Acceptor {
    listener: TcpListener,
    shared: Arc<Shared>,
    live: Arc<Live>,
    log: Log,
    cut: watch::Receiver<u64>,
    places: Arc<Semaphore>,
    patience: Patience,
    numbers: AtomicU64,
}

impl Mock {
    /// Creates a server's settings.
    pub fn builder() -> Builder {
        Builder::default()
    }

    pub(super) async fn start(builder: Builder) -> io::Result<Self> {
        if !builder.address.ip().is_loopback() {
            let message = format!(
                "{} is not an address of the loopback network; the mock guards nothing and serves this machine alone",
                builder.address.ip()
            );
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let listener = TcpListener::bind(builder.address).await.map_err(|error| {
            let message = format!("cannot listen on {}: {error}", builder.address);
            io::Error::new(error.kind(), message)
        })?;
        let address = listener.local_addr()?;
        let (patience, connections) = (builder.patience, builder.connections);
        let Core { shared, calls, faults } = Core::new(builder, address);
        let (live, log) = (Arc::default(), shared.log.clone());
        let (cut, watched) = watch::channel(0);
        let acceptor = Acceptor {
            listener,
            shared: Arc::clone(&shared),
            live: Arc::clone(&live),
            log,
            cut: watched,
            places: Arc::new(Semaphore::new(connections)),
            patience,
            numbers: AtomicU64::new(0),
        };
        tokio::spawn(acceptor.run());
        Ok(Self { address, shared, live, calls, faults, cut, runtime: None })
    }

    pub(super) fn start_blocking(builder: Builder) -> io::Result<Self> {
        let runtime = runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("typelang-mock")
            .enable_all()
            .build()?;
        let mut mock = runtime.block_on(Self::start(builder))?;
        mock.runtime = Some(runtime);
        Ok(mock)
    }

    /// Where the server listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The server's RSA key, whose public half the client needs.
    #[must_use]
    pub fn rsa_key(&self) -> &RsaKey {
        &self.shared.rsa
    }

    /// The lines that point clients to the server: Telethon, kurigram, mtcute, `GramJS` and grammers.
    #[must_use]
    pub fn paste(&self) -> String {
        paste::lines(self.address, self.rsa_key())
    }

    /// Sends a value, such as `Updates`, to all sessions that are connected; returns how many those are.
    ///
    /// A value of the built-in layer is translated for clients of other layers. A client whose layer cannot express it
    /// gets nothing, which [`Event::Unsendable`] tells.
    pub fn push<T: Encode>(&self, value: &T) -> usize {
        self.live.push(None, &Object::new(value))
    }

    /// Sends a value to the sessions of one authorization key; returns how many those are.
    pub fn push_to<T: Encode>(&self, auth_key_id: i64, value: &T) -> usize {
        self.live.push(Some(auth_key_id), &Object::new(value))
    }

    /// Has the next call of a method, such as `messages.sendMessage`, go wrong. Faults for the same method wait in
    /// line.
    pub fn fault(&self, method: &str, fault: Fault) {
        self.faults.add(method, fault);
    }

    /// Has the next exchange of a key go wrong. Faults wait in line.
    pub fn key_fault(&self, fault: KeyFault) {
        self.faults.add_key_fault(fault);
    }

    /// The last 1,000 calls.
    #[must_use]
    pub fn calls(&self) -> Vec<Arc<CallEvent>> {
        self.calls.all()
    }

    /// Closes all connections. Keys and sessions stay, so clients can come back.
    pub fn disconnect(&self) {
        self.cut.send_modify(|cuts| *cuts = cuts.wrapping_add(1));
    }

    /// The number of sessions that are connected.
    #[must_use]
    pub fn sessions(&self) -> usize {
        self.live.len()
    }

    /// The number of authorization keys.
    #[must_use]
    pub fn keys(&self) -> usize {
        self.shared.keys.len()
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Waiting is forbidden where this may be dropped.
            runtime.shutdown_background();
        }
    }
}

impl Acceptor {
    /// Accepts connections until the [`Mock`] is dropped.
    async fn run(mut self) {
        loop {
            let accepted = tokio::select! {
                accepted = self.listener.accept() => accepted,
                changed = self.cut.changed() => match changed {
                    Ok(()) => continue,
                    Err(_) => return,
                },
            };
            let Ok((stream, peer)) = accepted else {
                // A connection that is gone, or too many open files, which passes.
                sleep(Duration::from_millis(10)).await;
                continue;
            };
            self.serve(stream, peer);
        }
    }

    fn serve(&self, stream: TcpStream, peer: SocketAddr) {
        // Without a place the connection is closed at once.
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else { return };
        // Answers are small, and clients wait for them.
        _ = stream.set_nodelay(true);
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        let (shared, live) = (Arc::clone(&self.shared), Arc::clone(&self.live));
        let (connection, pushed) = Connection::new(number, stream, shared, live, self.patience);
        let (cut, log) = (self.cut.clone(), self.log.clone());
        log.tell(&Event::Connected { peer });
        tokio::spawn(async move {
            connection.run(pushed, cut).await;
            log.tell(&Event::Closed { peer });
            drop(place);
        });
    }
}
