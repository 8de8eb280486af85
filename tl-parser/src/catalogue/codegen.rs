//! What the generator refuses: `TL0901` and up, by ascending code.
//!
//! The checker accepts these schemas, so the entries have no example that it would report.

use super::Entry;
use crate::diagnostic::{
    Code,
    Severity::{Error, Warning},
};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        code: Code(901),
        title: "legal TL for which no Rust is generated",
        severity: Error,
        explanation: "The schema is sound, but the generator does not know the construct, and \
                 leaving it out would write wrong bytes. These are vectors of what depends on \
                 a number of the call (`f n:# = Vector (tuple int n)`), constructors that are chosen by a \
                 number that is in the bytes (`a = N 0; b {n:#} = N (n+1); c n:# x:(N n) = C`), \
                 types around the result of a call (`= Maybe X` or `!Vector<X>`), types of which no value is finite once \
                 their numbers are filled in, and types of the user's that take numbers. Write the \
                 schema without it as the report says, or map the type around it to one of \
                 your own with `extern_path`.",
        bad: "",
        good: "",
    },
    Entry {
        code: Code(902),
        title: "a schema that expands beyond what a crate can hold",
        severity: Error,
        explanation: "A type that takes arguments becomes a Rust type for each combination of arguments that is \
                     used, with all its constructors, and each of these may use further combinations. At most \
                     20,000 types and 20,000 constructors with 16 MiB of declarations arise, and a \
                     constructor is compared with arguments at most four million times. Use fewer distinct arguments, or \
                     declare types without parameters.",
        bad: "",
        good: "",
    },
    Entry {
        code: Code(903),
        title: "more than 64 names of one place are equal in Rust",
        severity: Error,
        explanation: "Names that differ in TL may be equal in Rust's case, `fooBar` and `foo_bar`. They are told \
                     apart by underscores, one more for each, which nobody can read or tell apart for long. \
                     Choose names that differ in more than underscores and case.",
        bad: "",
        good: "",
    },
    Entry {
        code: Code(904),
        title: "a struct larger than the stack can hold",
        severity: Error,
        explanation: "The fields of a constructor are those of one struct, which is on the stack while it is made. A thread \
                     has 2 MiB of stack, and a struct is refused above 1 MiB by estimate for 64 bits. What lies in other structs is \
                     behind a `Box` above 256 bytes, or 1,024 values, and so counts for 8 bytes. \
                     Put some of the fields into types of their own.",
        bad: "",
        good: "",
    },
    Entry {
        code: Code(905),
        title: "a type that takes types, and is given none",
        severity: Warning,
        explanation: "A type that takes types becomes a Rust type for each combination of arguments that is used: \
                     `maybe {X:Type} x:X = Maybe X` becomes `MaybeInt` where a field has the type `(Maybe int)`. Where nothing gives it \
                     arguments no Rust comes of it. Let a field or a method use it, or leave it out.",
        bad: "",
        good: "",
    },
];
