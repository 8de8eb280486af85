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
                 leaving it out would write wrong bytes. These are vectors of what depends on \
                 a number of the call (`f n:# = Vector (tuple int n)`), constructors that are chosen by a \
                 number that is in the bytes (`a = N 0; b {n:#} = N (n+1); c n:# x:(N n) = C`), \
                 types around the result of a call (`= Maybe X` or `!Vector<X>`), types of which no value is finite once \
                 their numbers are filled in, types of the user's that take numbers, and more types than a crate can have. Write the \
                 schema without it as the report says, or map the type around it to one of \
                 your own with `extern_path`.",
    bad: "",
    good: "",
}];
