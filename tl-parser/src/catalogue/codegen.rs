//! What the generator refuses: `TL0901` and up, by ascending code.
//!
//! The checker accepts these schemas, so the entries have no example that it would report.

use super::Entry;
use crate::diagnostic::{Code, Severity::Error};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    code: Code(901),
    title: "legal TL for which no Rust is generated",
    severity: Error,
    explanation: "The schema is sound, but the generator does not know the construct, and \
                 leaving it out would write wrong bytes. These are repetitions of several fields \
                 (`n*[ x:int y:int ]`), constructors with parameters (`pair {X:Type} x:X = Pair X`) and types applied \
                 to arguments, the vector aside, calls whose result is no variable \
                 (`!Bool`), and more than twelve values on one bit. Write the \
                 schema without it as the report says, or map the type around it to one of \
                 your own with `extern_path`.",
    bad: "",
    good: "",
}];
