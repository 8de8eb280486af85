//! The grammar's rules: `TL0001` to `TL0099`, by ascending code.

use super::Entry;
use crate::{
    diagnostic::Severity::{Error, Warning},
    grammar::codes,
};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        code: codes::UNEXPECTED,
        title: "the text does not follow the grammar",
        severity: Error,
        explanation: "A declaration is a name, an optional id, parameters in braces, fields, `=`, a \
                     result and `;`. The message lists what was expected at the marked place.",
        bad: "a n:# x:n*int = A;",
        good: "a n:# x:n*[ int ] = A;",
    },
    Entry {
        code: codes::CHARACTER,
        title: "a character that is not part of the language",
        severity: Error,
        explanation: "Outside of comments a schema is written in ASCII, and the characters `\"`, \
                     `&`, `/`, `\\`, `^`, `|` and `~` have no meaning. Text copied from a formatted \
                     page may contain letters, blanks and dashes that only look like ASCII; the \
                     message shows their code points.",
        bad: "a x:“int” = A;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::UNSUPPORTED,
        title: "notation that no implementation supports",
        severity: Error,
        explanation: "The TL documentation mentions names in back-quotes, primes in names and a \
                     modifier `$`. No schema uses them, and they are not supported.",
        bad: "a x:$int = A;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::ENDLESS_COMMENT,
        title: "a comment that does not end",
        severity: Error,
        explanation: "`/*` begins a comment that ends at the next `*/`. Such comments do not nest. \
                     Without its end, the comment extends to the end of the file.",
        bad: "a = A;\n/* b = B;",
        good: "a = A;\n/* b = B; */",
    },
    Entry {
        code: codes::SECTION,
        title: "an invalid section mark",
        severity: Error,
        explanation: "`---types---` and `---functions---` say whether the declarations below are \
                     constructors or functions. There are no other sections.",
        bad: "a = A;\n---methods---\nf = A;",
        good: "a = A;\n---functions---\nf = A;",
    },
    Entry {
        code: codes::LAYER_MARK,
        title: "an invalid layer mark",
        severity: Error,
        explanation: "`===17===` says which layer introduced the declarations below. The number has \
                     at most 32 bits, and the mark has a line of its own.",
        bad: "===layer 17===\na = A;",
        good: "===17===\na = A;",
    },
    Entry {
        code: codes::MALFORMED_ID,
        title: "an id that is not a 32-bit number",
        severity: Error,
        explanation: "`#` right after a combinator's name begins its id: one to eight hexadecimal \
                     digits and nothing else.",
        bad: "a#20b1422zz = A;",
        good: "a#20b1422f = A;",
    },
    Entry {
        code: codes::UPPER_ID,
        title: "an id with upper-case digits",
        severity: Warning,
        explanation: "Both cases are accepted here, but most readers of TL accept only lower-case \
                     digits.",
        bad: "a#20B1422F = A;",
        good: "a#20b1422f = A;",
    },
    Entry {
        code: codes::MISSING_SEMICOLON,
        title: "a declaration without its `;`",
        severity: Error,
        explanation: "Every declaration ends with `;`. If a second `=` or a line that opens a \
                     declaration comes first, both declarations are kept.",
        bad: "a = A\nb = B;",
        good: "a = A;\nb = B;",
    },
    Entry {
        code: codes::NO_RESULT,
        title: "a declaration without its result",
        severity: Error,
        explanation: "Add `= Type` after the fields: the type that a constructor makes, or that a \
                     function returns.",
        bad: "a x:int;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::NO_TYPE,
        title: "a field without its type",
        severity: Error,
        explanation: "A field is a name, `:` and a type. Blanks are allowed after the `:`, so the \
                     next field may be mistaken for the type.",
        bad: "a x: y:int = A;",
        good: "a x:int y:int = A;",
    },
    Entry {
        code: codes::UNDERSCORE,
        title: "a name that starts with `_`",
        severity: Error,
        explanation: "A name starts with a letter. `_` alone means no name.",
        bad: "a _x:int = A;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::UPPER_NAMESPACE,
        title: "a namespace that starts with an upper-case letter",
        severity: Error,
        explanation: "The case of a name's last part tells constructors from types, so all parts \
                     before it start with a lower-case letter.",
        bad: "Auth.code = auth.Code;",
        good: "auth.code = auth.Code;",
    },
    Entry {
        code: codes::UPPER_COMBINATOR,
        title: "a combinator that starts with an upper-case letter",
        severity: Error,
        explanation: "Constructors and functions start with a lower-case letter, types with an \
                     upper-case one.",
        bad: "Point x:int = Point;",
        good: "point x:int = Point;",
    },
    Entry {
        code: codes::FIELD_NAMESPACE,
        title: "a field's name with a namespace",
        severity: Error,
        explanation: "A field's name is local to its combinator, so it has no namespace.",
        bad: "a user.id:long = A;",
        good: "a user_id:long = A;",
    },
    Entry {
        code: codes::UNCLOSED,
        title: "a bracket that is not closed",
        severity: Error,
        explanation: "Brackets of all kinds come in pairs: `( )`, `[ ]`, `{ }` and `< >`.",
        bad: "a x:(Vector int = A;",
        good: "a x:(Vector int) = A;",
    },
    Entry {
        code: codes::STRAY_BRACKET,
        title: "a bracket that closes nothing",
        severity: Error,
        explanation: "Brackets of all kinds come in pairs: `( )`, `[ ]`, `{ }` and `< >`.",
        bad: "a x:(Vector int)) = A;",
        good: "a x:(Vector int) = A;",
    },
    Entry {
        code: codes::NO_BRACKETS,
        title: "a type with arguments but without brackets",
        severity: Error,
        explanation: "A field's type is a single term. `x:Vector int` is a field `x` of type \
                     `Vector` and a second field without a name, of type `int`. Write \
                     `x:Vector<int>` or `x:(Vector int)`.",
        bad: "a x:Vector int = A;",
        good: "a x:Vector<int> = A;",
    },
    Entry {
        code: codes::BARE_SUM,
        title: "a sum without parentheses",
        severity: Error,
        explanation: "A field's type and the count of a repetition are single terms. A sum is a \
                     single term only in parentheses.",
        bad: "a n:# x:n+1*[ int ] = A;",
        good: "a n:# x:(n+1)*[ int ] = A;",
    },
    Entry {
        code: codes::LATE_CONDITION,
        title: "a condition after `!`",
        severity: Error,
        explanation: "A field is its name, its condition, `!` and its type, in this order.",
        bad: "---functions---\nf {X:Type} flags:# q:!flags.0?X = X;",
        good: "---functions---\nf {X:Type} flags:# q:flags.0?!X = X;",
    },
    Entry {
        code: codes::TOO_DEEP,
        title: "brackets that nest too deeply",
        severity: Error,
        explanation: "Brackets and `%` nest at most 64 levels, and a sum has at most 8 operands, so \
                     that no schema can exhaust a reader's stack.",
        bad: "a x:(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((int))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) = A;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::TOO_LONG,
        title: "a declaration that is too long",
        severity: Error,
        explanation: "A declaration has at most 1 MiB. The longest in use have a few thousand bytes. \
                     The usual cause is a missing `;`.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::TOO_MANY,
        title: "too many declarations",
        severity: Error,
        explanation: "A file has at most 2^20 sections, marks and declarations. The rest is not \
                     read.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::TOO_LARGE,
        title: "a file that is too large",
        severity: Error,
        explanation: "Places in a file are counted in 32 bits, so a file of 4 GiB or more is not \
                     read.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::TOO_MANY_FAULTS,
        title: "too many faults",
        severity: Error,
        explanation: "The first 10,000 faults of a file are listed and the rest are counted. The \
                     file is probably not a schema.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::LATE_PARAMS,
        title: "parameters after fields",
        severity: Error,
        explanation: "Parameters in braces are not part of a value. They precede all fields.",
        bad: "a x:X {X:Type} = A X;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::NO_BIT,
        title: "a condition without a valid bit",
        severity: Error,
        explanation: "A condition is the name of a field of type `#`, a full stop, the number of a \
                     bit from 0 to 31, and `?`.",
        bad: "a flags:# x:flags.one?int = A;",
        good: "a flags:# x:flags.1?int = A;",
    },
    Entry {
        code: codes::LONE_RETURN,
        title: "a carriage return within a comment",
        severity: Error,
        explanation: "Lines end with a line feed, with or without a carriage return before it. After \
                     a carriage return alone the comment continues, so the text that looks like the \
                     next line is not read.",
        bad: "// first\ra = A;\nb = B;",
        good: "// first\na = A;\nb = B;",
    },
    Entry {
        code: codes::STRAY_SEMICOLON,
        title: "a `;` without a declaration",
        severity: Error,
        explanation: "`;` ends a declaration, and no declaration precedes this one.",
        bad: "a = A;;",
        good: "a = A;",
    },
    Entry {
        code: codes::COMMA,
        title: "a comma between fields",
        severity: Error,
        explanation: "Fields are separated by blanks. Commas separate only the arguments in angle \
                     brackets.",
        bad: "a x:int, y:int = A;",
        good: "a x:int y:int = A;",
    },
    Entry {
        code: codes::FOREIGN_COMMENT,
        title: "a comment in another language's style",
        severity: Error,
        explanation: "A comment begins with `//` and ends with the line, or begins with `/*` and \
                     ends with `*/`.",
        bad: "# a point\npoint x:int = Point;",
        good: "// a point\npoint x:int = Point;",
    },
    Entry {
        code: codes::NAMESPACES,
        title: "a name with more than 32 namespaces",
        severity: Error,
        explanation: "Each namespace becomes a module, whose path repeats the names of all \
                     namespaces around it. Real schemas have five at most.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::LONG_NAME,
        title: "a name longer than 1,024 bytes",
        severity: Error,
        explanation: "Names are repeated in reports, ids and generated code. The longest in a real \
                     schema has fewer than 70 bytes. The limit includes namespaces.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::TOO_DENSE,
        title: "a file whose declarations need too much memory",
        severity: Error,
        explanation: "The declarations of a file may take an estimated 40 times its length in \
                     memory, plus 16 MiB. Real schemas take half of that. Hundreds of thousands of \
                     declarations of a few bytes exceed it, and so do nested groups: `(a b:2*[ (c \
                     d:int) ])` has four fields, and each further level doubles them.",
        bad: "",
        good: "",
    },
];
