//! Time that the main thread was on a core, so that a machine that is busy with other things is no fault.

use std::{
    fs,
    sync::OnceLock,
    time::{Duration, Instant},
};

/// How long the main thread has run; where the system does not tell, how long ago this was first asked.
pub(crate) fn ran() -> Duration {
    static FIRST: OnceLock<Instant> = OnceLock::new();
    let first = FIRST.get_or_init(Instant::now);
    of_system().unwrap_or_else(|| first.elapsed())
}

/// Linux tells nanoseconds, in the first word of a file.
fn of_system() -> Option<Duration> {
    let text = fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
