//! A bar for what takes long, on a terminal.

use std::{
    fmt::Write,
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{HumanBytes, HumanDuration, ProgressBar, ProgressState, ProgressStyle};

/// How long nothing is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far something has come, shown once it takes long.
pub(crate) struct Progress {
    started: Instant,
    total: Option<u64>,
    done: u64,
    is_watched: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Begins; `total` is the number of bytes, if that is known.
    pub(crate) fn new(total: Option<u64>) -> Self {
        let (started, is_watched) = (Instant::now(), io::stderr().is_terminal());
        Self { started, total, done: 0, is_watched, bar: None }
    }

    /// Advances by this many bytes.
    pub(crate) fn add(&mut self, bytes: usize) {
        if !self.is_watched {
            return;
        }
        self.done += bytes as u64;
        if self.bar.is_none() && self.started.elapsed() > PATIENCE {
            // The rate counts from the start, not from when the bar was first shown.
            self.bar = Some(bar(self.total).with_elapsed(self.started.elapsed()));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(total: Option<u64>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => {
            (ProgressBar::new(total), "{wide_bar} {bytes}/{total_bytes} {rate}/s, {left} left")
        }
        None => (ProgressBar::no_length(), "{spinner} {bytes} {rate}/s"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style.with_key("rate", rate).with_key("left", left)),
        Err(_) => bar,
    }
}

/// The bytes of a second so far; the bar's own rate takes all that was done before it was shown as done at once.
fn rate(state: &ProgressState, out: &mut dyn Write) {
    let millis = state.elapsed().as_millis().max(1);
    let rate = u128::from(state.pos()) * 1000 / millis;
    // What cannot be shown is not.
    _ = write!(out, "{}", HumanBytes(u64::try_from(rate).unwrap_or(u64::MAX)));
}

/// How long the rest takes at that rate.
fn left(state: &ProgressState, out: &mut dyn Write) {
    let rest = state.len().unwrap_or(0).saturating_sub(state.pos());
    let millis = u128::from(rest) * state.elapsed().as_millis() / u128::from(state.pos().max(1));
    let left = Duration::from_millis(u64::try_from(millis).unwrap_or(u64::MAX));
    _ = write!(out, "{}", HumanDuration(left));
}
