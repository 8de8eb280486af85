//! CPU time of the main thread, so that a busy machine causes no faults.

use std::{
    fs,
    sync::OnceLock,
    time::{Duration, Instant},
};

/// Returns how long the main thread has run; if the system does not know, the time since the first call.
pub(crate) fn ran() -> Duration {
    static FIRST: OnceLock<Instant> = OnceLock::new();
    let first = FIRST.get_or_init(Instant::now);
    of_system().unwrap_or_else(|| first.elapsed())
}

/// On Linux, the first word of a file is the time in nanoseconds.
fn of_system() -> Option<Duration> {
    let text = fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
