//! What the checker warns of: `TL0200` and up, by ascending code.

use super::Entry;
use crate::{codes, diagnostic::Severity::Warning};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        code: codes::DUPLICATE_ID_PREFIX,
        title: "a prefix has the id of the function that it begins",
        severity: Warning,
        explanation: "TDLib declares `invokeWith…Prefix` with the id of `invokeWith…` to \
                     write the beginning of a call by itself. A reader of calls takes the \
                     whole function.",
        bad: "---functions---\nf#12345678 {X:Type} n:int q:!X = X;\nfPrefix#12345678 n:int = Bool;",
        good: "---functions---\nf#12345678 {X:Type} n:int q:!X = X;\nfPrefix#12345679 n:int = Bool;",
    },
    Entry {
        code: codes::ID_MISMATCH,
        title: "a written id is not the computed one",
        severity: Warning,
        explanation: "A written id always wins, and some were never the CRC-32 of their \
                     declaration, so this is reported only on demand. Telegram's rule, the \
                     same with `bytes` kept, and the reference compiler's are tried.",
        bad: "true#3fedd338 = True;",
        good: "true#3fedd339 = True;",
    },
    Entry {
        code: codes::PARAM_INFERRED,
        title: "a variable is not declared but can be guessed",
        severity: Warning,
        explanation: "Telegram's JSON form and old files leave `{X:Type}` out. A capital \
                     name that is no type and is returned by a call, `query:!X`, is taken \
                     to be a variable.",
        bad: "---functions---\nf query:!X = X;",
        good: "---functions---\nf {X:Type} query:!X = X;",
    },
    Entry {
        code: codes::FINALITY_IGNORED,
        title: "`New`, `Final` or `Empty` holds, and does nothing",
        severity: Warning,
        explanation: "These statements of TL's first edition are checked. Nothing is \
                     generated for them.",
        bad: "a = A;\nFinal A;",
        good: "a = A;",
    },
    Entry {
        code: codes::PARTIAL_IGNORED,
        title: "a partial application does nothing",
        severity: Warning,
        explanation: "`Vector int;` told the first readers of TL which instances to expect. \
                     Nothing is generated for it.",
        bad: "a x:int = A;\nVector int;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::ANONYMOUS_FIELDS,
        title: "a field without a name",
        severity: Warning,
        explanation: "A field needs a name to be known by. Usual without one are only the \
                     single field of a wrapper, `a int = A`, and the two of a vector, `# [ \
                     t ]`.",
        bad: "a int string = A;",
        good: "a x:int y:string = A;",
    },
    Entry {
        code: codes::MASK_AS_SIZE,
        title: "a number is both a mask and a size",
        severity: Warning,
        explanation: "Bits of a mask say which fields are there, so the size cannot be \
                     chosen freely, and the fields cannot either.",
        bad: "a n:# x:n.0?int y:n*[ int ] = A;",
        good: "a n:# m:# x:n.0?int y:m*[ int ] = A;",
    },
    Entry {
        code: codes::UNKNOWN_TAG,
        title: "documentation of a field that is not there",
        severity: Warning,
        explanation: "A line `//@name text` documents the field `name` of the declaration \
                     below. `//@description` documents the declaration, \
                     `//@param_description` a field that is called `description`.",
        bad: "//@description An answer\n//@code Its code\na x:int = A;",
        good: "//@description An answer\n//@code Its code\na code:int = A;",
    },
    Entry {
        code: codes::UNUSED_ALLOW,
        title: "a comment allows a warning that is not there",
        severity: Warning,
        explanation: "`// tl:allow(TL0249)` on a line, or on the line above, keeps a warning \
                     quiet. Once nothing is left to be allowed the comment only misleads. So \
                     does an entry of the file `ids.allow` beside a schema.",
        bad: "// tl:allow(TL0249)\na x:int = A;",
        good: "// tl:allow(TL0249)\na int string = A;",
    },
    Entry {
        code: codes::UNKNOWN_ALLOW,
        title: "a comment allows what is no warning",
        severity: Warning,
        explanation: "`// tl:allow(…)` takes the codes of warnings, `TL0249`, separated by \
                     commas. Errors cannot be allowed. The file `ids.allow` beside a schema \
                     takes `name#0123abcd`, one a line.",
        bad: "// tl:allow(anonymous)\na x:int = A;",
        good: "a x:int = A;",
    },
];
