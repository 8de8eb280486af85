//! The checker's warnings: `TL0200` and up, by ascending code.

use super::Entry;
use crate::{codes, diagnostic::Severity::Warning};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        code: codes::DUPLICATE_ID_PREFIX,
        title: "a prefix has the id of the function that it begins",
        severity: Warning,
        explanation: "TDLib declares `invokeWith…Prefix` with the id of `invokeWith…`, so that it \
                     can write the beginning of a call by itself. A reader of calls uses the whole \
                     function.",
        bad: "---functions---\nf#12345678 {X:Type} n:int q:!X = X;\nfPrefix#12345678 n:int = Bool;",
        good: "---functions---\nf#12345678 {X:Type} n:int q:!X = X;\nfPrefix#12345679 n:int = Bool;",
    },
    Entry {
        code: codes::ID_MISMATCH,
        title: "a written id differs from the computed one",
        severity: Warning,
        explanation: "A written id always wins. Some published ids were never the CRC-32 of their \
                     declaration, so this is reported only on request. Three rules are tried: \
                     Telegram's, the same with `bytes` kept, and the reference compiler's.",
        bad: "true#3fedd338 = True;",
        good: "true#3fedd339 = True;",
    },
    Entry {
        code: codes::PARAM_INFERRED,
        title: "an undeclared variable that can be inferred",
        severity: Warning,
        explanation: "Telegram's JSON form and old files leave `{X:Type}` out. A capital name that \
                     is not a type and is returned by a call, `query:!X`, is read as a variable.",
        bad: "---functions---\nf query:!X = X;",
        good: "---functions---\nf {X:Type} query:!X = X;",
    },
    Entry {
        code: codes::FINALITY_IGNORED,
        title: "`New`, `Final` or `Empty` has no effect",
        severity: Warning,
        explanation: "These statements of TL's first edition are checked, but nothing is generated \
                     for them.",
        bad: "a = A;\nFinal A;",
        good: "a = A;",
    },
    Entry {
        code: codes::PARTIAL_IGNORED,
        title: "a partial application has no effect",
        severity: Warning,
        explanation: "`Vector int;` told the first readers of TL which instances to expect. Nothing \
                     is generated for it.",
        bad: "a x:int = A;\nVector int;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::ANONYMOUS_FIELDS,
        title: "a field without a name",
        severity: Warning,
        explanation: "Fields need names. Only two forms are usually written without: the single \
                     field of a wrapper, `a int = A`, and the two of a vector, `# [ t ]`.",
        bad: "a int string = A;",
        good: "a x:int y:string = A;",
    },
    Entry {
        code: codes::MASK_AS_SIZE,
        title: "a number is both a flag word and a count",
        severity: Warning,
        explanation: "The bits of a flag word say which fields are present. If the same number is a \
                     count, neither the count nor the fields can be chosen freely.",
        bad: "a n:# x:n.0?int y:n*[ int ] = A;",
        good: "a n:# m:# x:n.0?int y:m*[ int ] = A;",
    },
    Entry {
        code: codes::UNKNOWN_TAG,
        title: "documentation of a field that does not exist",
        severity: Warning,
        explanation: "A line `//@name text` documents the field `name` of the declaration below. \
                     `//@description` documents the declaration itself. To document a field called \
                     `description`, write `//@param_description`.",
        bad: "//@description An answer\n//@code Its code\na x:int = A;",
        good: "//@description An answer\n//@code Its code\na code:int = A;",
    },
    Entry {
        code: codes::BUILTIN_CONSTRUCTOR,
        title: "a constructor of a predefined type",
        severity: Warning,
        explanation: "The values of a predefined type have a fixed form, so nothing is generated for a \
                     further constructor. It is probably a method: methods are declared below \
                     `---functions---`.",
        bad: "ping id:long = Bool;",
        good: "---functions---\nping id:long = Bool;",
    },
    Entry {
        code: codes::UNUSED_ALLOW,
        title: "a comment allows a warning that does not occur",
        severity: Warning,
        explanation: "`// tl:allow(TL0249)` on a line, or on the line above, silences a warning. \
                     Remove it once there is nothing left to silence. The same holds for an entry \
                     of the file `ids.allow` beside a schema.",
        bad: "// tl:allow(TL0249)\na x:int = A;",
        good: "// tl:allow(TL0249)\na int string = A;",
    },
    Entry {
        code: codes::UNKNOWN_ALLOW,
        title: "a comment allows something that is not a warning",
        severity: Warning,
        explanation: "`// tl:allow(…)` takes the codes of warnings, such as `TL0249`, separated by \
                     commas. Errors cannot be allowed. The file `ids.allow` beside a schema takes \
                     one `name#0123abcd` per line.",
        bad: "// tl:allow(anonymous)\na x:int = A;",
        good: "a x:int = A;",
    },
];
