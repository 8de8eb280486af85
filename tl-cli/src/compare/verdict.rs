//! What a change means for old readers and old values.

use std::fmt;

/// What a change means, from the mildest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Verdict {
    /// Values have the same bytes as before
    Same,
    /// Readers of the old schema still read new values, and the opposite
    Read,
    /// Every old value has a new one that says the same
    Lossless,
    /// Some old values lose a part, or need a default
    Lossy,
    /// Some old values have no new one
    Breaks,
}

/// The word of each verdict, and what is shown.
const WORDS: [(&str, &str); 5] = [
    ("same", "same bytes"),
    ("read", "old readers still read it"),
    ("lossless", "translated without loss"),
    ("lossy", "lossy"),
    ("breaks", "breaks"),
];

impl Verdict {
    /// The word in JSON and on the command line.
    pub(crate) const fn word(self) -> &'static str {
        WORDS[self as usize].0
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(WORDS[*self as usize].1)
    }
}
