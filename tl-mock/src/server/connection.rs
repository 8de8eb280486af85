//! One connection over TCP.

use std::{
    io,
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::{
        mpsc::{self, Receiver, Sender},
        watch,
    },
    time::{Instant, sleep_until, timeout},
};
use typelang_runtime::Object;

use crate::{
    peer::{Late, Link, Shared, Step, Target},
    server::live::Live,
};

/// A connection, and what waits for it.
pub(super) struct Connection {
    number: u64,
    stream: TcpStream,
    link: Link,
    live: Arc<Live>,
    target: Option<Target>,
    sender: Sender<Object>,
    /// Answers that were put off, with the time of each.
    late: Vec<(Instant, Late)>,
    /// Closes the connection if nothing comes before this.
    deadline: Instant,
    patience: Patience,
}

/// How long the server waits for a client.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// For its first message under a key.
    pub(super) unknown: Duration,
    /// For its next message.
    pub(super) idle: Duration,
    /// For it to take an answer.
    pub(super) write: Duration,
}

/// How many values may wait for a connection.
const WAITING: usize = 1024;
/// How many answers may be put off.
const LATE: usize = 1024;
/// The bytes that are read at once.
const READ: usize = 16 * 1024;

/// What happened first.
enum Happened {
    Read(usize),
    Pushed(Object),
    LateIsDue,
    End,
}

impl Connection {
    pub(super) fn new(
        number: u64,
        stream: TcpStream,
        shared: Arc<Shared>,
        live: Arc<Live>,
        patience: Patience,
    ) -> (Self, Receiver<Object>) {
        let (sender, receiver) = mpsc::channel(WAITING);
        let connection = Self {
            number,
            stream,
            link: Link::new(shared),
            live,
            target: None,
            sender,
            late: Vec::new(),
            deadline: Instant::now() + patience.unknown,
            patience,
        };
        (connection, receiver)
    }

    /// Runs until either side closes, or `cut` changes.
    pub(super) async fn run(mut self, mut pushed: Receiver<Object>, mut cut: watch::Receiver<u64>) {
        let mut buffer = vec![0; READ];
        cut.mark_unchanged();
        while let Ok(steps) = self.next(&mut buffer, &mut pushed, &mut cut).await {
            self.follow();
            if self.take(steps).await.is_err() {
                break;
            }
        }
        if let Some(target) = self.target {
            self.live.leave(target, self.number);
        }
        // Lets the client read what was written last; it may be gone already.
        _ = timeout(self.patience.write, self.stream.shutdown()).await;
    }

    /// Waits for something to happen, and works on it.
    async fn next(
        &mut self,
        buffer: &mut [u8],
        pushed: &mut Receiver<Object>,
        cut: &mut watch::Receiver<u64>,
    ) -> io::Result<Vec<Step>> {
        let due = self.late.iter().map(|(at, _)| *at).min().unwrap_or(self.deadline);
        // In this order, so that a cut connection answers nothing more.
        let happened = tokio::select! {
            biased;
            _ = cut.changed() => Happened::End,
            () = sleep_until(due.min(self.deadline)) => Happened::LateIsDue,
            value = pushed.recv() => value.map_or(Happened::End, Happened::Pushed),
            read = self.stream.read(buffer) => read.map_or(Happened::End, Happened::Read),
        };
        let now = now();
        match happened {
            Happened::Read(0) | Happened::End => Err(io::ErrorKind::ConnectionAborted.into()),
            Happened::Read(count) => {
                let patience = self.patience;
                let steps = self.link.receive(&buffer[..count], now);
                let is_known = self.link.target().is_some();
                // Bytes without a message under a key do not win time.
                if is_known {
                    self.deadline = Instant::now() + patience.idle;
                }
                Ok(steps)
            }
            Happened::Pushed(value) => Ok(self.link.push(value, now)),
            Happened::LateIsDue => self.due(now),
        }
    }

    /// Sends an answer whose time has come.
    fn due(&mut self, now: Duration) -> io::Result<Vec<Step>> {
        let at = self.late.iter().position(|(at, _)| *at <= Instant::now());
        match at {
            Some(at) => {
                let (_, late) = self.late.swap_remove(at);
                Ok(self.link.late(late, now))
            }
            None if self.deadline <= Instant::now() => Err(io::ErrorKind::TimedOut.into()),
            None => Ok(Vec::new()),
        }
    }

    /// Has values for the session come here.
    fn follow(&mut self) {
        let target = self.link.target();
        if target == self.target {
            return;
        }
        if let Some(old) = self.target {
            self.live.leave(old, self.number);
        }
        if let Some(new) = target {
            self.live.join(new, self.number, self.sender.clone());
        }
        self.target = target;
    }

    async fn take(&mut self, steps: Vec<Step>) -> io::Result<()> {
        for step in steps {
            match step {
                Step::Write(bytes) => {
                    let written = timeout(self.patience.write, self.stream.write_all(&bytes)).await;
                    written.map_err(|_| io::ErrorKind::TimedOut)??;
                }
                Step::Wait(delay, late) if self.late.len() < LATE => {
                    self.late.push((Instant::now() + delay, late));
                }
                Step::Wait(..) | Step::Close => {
                    return Err(io::ErrorKind::ConnectionAborted.into());
                }
                Step::Expect(delay) => {
                    self.deadline = Instant::now() + delay.min(self.patience.idle);
                }
            }
        }
        Ok(())
    }
}

/// The time since 1970.
fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}
