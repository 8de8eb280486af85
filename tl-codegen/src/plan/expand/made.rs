//! How much is made of types that take arguments, and how much may be.
//!
//! Goldens: none, because it decides a refusal.

/// At most this many types, and this many constructors of them, are made.
pub(crate) const LIMIT: usize = 20_000;
/// Their declarations have no more bytes than this together.
const TEXT_LIMIT: usize = 1 << 24;
/// Constructors are compared with arguments no more often than this.
const MATCH_LIMIT: usize = 1 << 22;

/// What was made so far.
#[derive(Default)]
pub(crate) struct Made {
    pub(crate) constructors: usize,
    /// The bytes of their declarations.
    pub(crate) text: usize,
    /// How often a constructor was compared with arguments.
    pub(crate) matches: usize,
}

impl Made {
    /// The limit that it is over.
    pub(crate) fn over(&self) -> Option<&'static str> {
        if self.constructors > LIMIT {
            Some("20,000 constructors")
        } else if self.text > TEXT_LIMIT {
            Some("16 MiB of declarations")
        } else if self.matches > MATCH_LIMIT {
            Some("four million pairs of a constructor and arguments")
        } else {
            None
        }
    }
}
