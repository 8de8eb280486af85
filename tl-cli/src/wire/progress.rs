//! A bar for what takes long, on a terminal.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

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

    /// Comes further by so many bytes.
    pub(crate) fn add(&mut self, bytes: usize) {
        if !self.is_watched {
            return;
        }
        self.done += bytes as u64;
        if self.bar.is_none() && self.started.elapsed() > PATIENCE {
            self.bar = Some(bar(self.total));
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
        Some(total) => (
            ProgressBar::new(total),
            "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec}, {eta} left",
        ),
        None => (ProgressBar::no_length(), "{spinner} {bytes} {bytes_per_sec}"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
