//! Counts the instances of types with parameters, and limits them.
//!
//! Goldens: none, because it decides a refusal.

/// The most types, and the most constructors of them.
pub(crate) const LIMIT: usize = 20_000;
/// The most bytes of their declarations in total.
const TEXT_LIMIT: usize = 1 << 24;
/// The most comparisons of a constructor with arguments.
const MATCH_LIMIT: usize = 1 << 22;

/// The counts so far.
#[derive(Default)]
pub(crate) struct Made {
    pub(crate) constructors: usize,
    /// The bytes of their declarations.
    pub(crate) text: usize,
    /// The number of comparisons of a constructor with arguments.
    pub(crate) matches: usize,
}

impl Made {
    /// Returns the limit that is exceeded, if any.
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
