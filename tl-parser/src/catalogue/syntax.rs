//! The rules that the grammar holds a file to: `TL0001` to `TL0099`, by ascending code.

use super::Entry;
use crate::{
    diagnostic::Severity::{Error, Warning},
    grammar::codes,
};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        code: codes::UNEXPECTED,
        title: "the text is not what the grammar asks for",
        severity: Error,
        explanation: "A declaration is a name, an optional id, parameters in braces, fields, \
                     `=`, a result and `;`. The message lists what could have stood at the \
                     marked place.",
        bad: "a n:# x:n*int = A;",
        good: "a n:# x:n*[ int ] = A;",
    },
    Entry {
        code: codes::CHARACTER,
        title: "a character that is not part of the language",
        severity: Error,
        explanation: "Outside of comments a schema is written in ASCII, and of its signs `\"`, \
                     `&`, `/`, `\\`, `^`, `|` and `~` have no meaning. Text that was copied \
                     from a formatted page may hold letters, blanks and dashes that only look \
                     like those of ASCII; the message tells their code points.",
        bad: "a x:“int” = A;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::UNSUPPORTED,
        title: "notation that nobody implements",
        severity: Error,
        explanation: "The TL documentation mentions names in back-quotes, primes in names and \
                     a modifier `$`. No schema uses them and no implementation reads them; \
                     neither does this one.",
        bad: "a x:$int = A;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::ENDLESS_COMMENT,
        title: "a comment that does not end",
        severity: Error,
        explanation: "`/*` begins a comment that ends with the next `*/`; such comments do not \
                     nest. Without its end a comment takes the rest of the file.",
        bad: "a = A;\n/* b = B;",
        good: "a = A;\n/* b = B; */",
    },
    Entry {
        code: codes::SECTION,
        title: "a section mark that is none",
        severity: Error,
        explanation: "`---types---` and `---functions---` say what the declarations after them \
                     are. There are no other sections.",
        bad: "---methods---\nf = Bool;",
        good: "---functions---\nf = Bool;",
    },
    Entry {
        code: codes::LAYER_MARK,
        title: "a layer mark that is none",
        severity: Error,
        explanation: "`===17===` says which layer the declarations after it came with. The \
                     number has at most 32 bits, and the mark a line of its own.",
        bad: "===layer 17===\na = A;",
        good: "===17===\na = A;",
    },
    Entry {
        code: codes::MALFORMED_ID,
        title: "an id that is not a number of 32 bits",
        severity: Error,
        explanation: "`#` right after a combinator's name begins its id: one to eight \
                     hexadecimal digits and nothing else.",
        bad: "a#20b1422zz = A;",
        good: "a#20b1422f = A;",
    },
    Entry {
        code: codes::UPPER_ID,
        title: "an id with upper-case digits",
        severity: Warning,
        explanation: "Either case is read here, but most readers of TL know lower-case digits \
                     only.",
        bad: "a#20B1422F = A;",
        good: "a#20b1422f = A;",
    },
    Entry {
        code: codes::MISSING_SEMICOLON,
        title: "a declaration without its `;`",
        severity: Error,
        explanation: "Every declaration ends with `;`. When a second `=` or a line that opens \
                     a declaration comes first, both declarations are kept.",
        bad: "a = A\nb = B;",
        good: "a = A;\nb = B;",
    },
    Entry {
        code: codes::NO_RESULT,
        title: "a declaration without its result",
        severity: Error,
        explanation: "A constructor names the type that it makes, a function the type that it \
                     returns: `= Type` after the fields.",
        bad: "a x:int;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::NO_TYPE,
        title: "a field without its type",
        severity: Error,
        explanation: "A field is a name, `:` and a type. Blanks may stand after the `:`, which \
                     is why the next field may seem to be the type.",
        bad: "a x: y:int = A;",
        good: "a x:int y:int = A;",
    },
    Entry {
        code: codes::UNDERSCORE,
        title: "a name that starts with `_`",
        severity: Error,
        explanation: "A name starts with a letter. `_` alone stands for a name that is not \
                     given.",
        bad: "a _x:int = A;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::UPPER_NAMESPACE,
        title: "a namespace that starts with an upper-case letter",
        severity: Error,
        explanation: "The case of a name's last part tells constructors from types, so all \
                     parts before it start with a lower-case letter.",
        bad: "Auth.code = auth.Code;",
        good: "auth.code = auth.Code;",
    },
    Entry {
        code: codes::UPPER_COMBINATOR,
        title: "a combinator that starts with an upper-case letter",
        severity: Error,
        explanation: "The names of constructors and functions start with a lower-case letter, \
                     those of types with an upper-case one.",
        bad: "Point x:int = Point;",
        good: "point x:int = Point;",
    },
    Entry {
        code: codes::FIELD_NAMESPACE,
        title: "a field's name with a namespace",
        severity: Error,
        explanation: "Fields are known within their combinator only, so they have no \
                     namespaces.",
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
        title: "an application in a field without brackets",
        severity: Error,
        explanation: "A field's type is a single term. `x:Vector int` is a field `x` of type \
                     `Vector` and a second field without a name, of type `int`. Write \
                     `x:Vector<int>` or `x:(Vector int)`.",
        bad: "a x:Vector int = A;",
        good: "a x:Vector<int> = A;",
    },
    Entry {
        code: codes::BARE_SUM,
        title: "a sum in a field without round brackets",
        severity: Error,
        explanation: "A field's type and a multiplicity are single terms; a sum is one only in \
                     round brackets.",
        bad: "a n:# x:n+1*[ int ] = A;",
        good: "a n:# x:(n+1)*[ int ] = A;",
    },
    Entry {
        code: codes::LATE_CONDITION,
        title: "a condition behind `!`",
        severity: Error,
        explanation: "A field is its name, its condition, `!` and its type, in this order.",
        bad: "---functions---\nf {X:Type} flags:# q:!flags.0?X = X;",
        good: "---functions---\nf {X:Type} flags:# q:flags.0?!X = X;",
    },
    Entry {
        code: codes::TOO_DEEP,
        title: "brackets that nest too deeply",
        severity: Error,
        explanation: "Brackets and `%` nest at most 64 levels and a sum has at most 8 \
                     operands, so that no schema can exhaust the stack of what reads it.",
        bad: "a x:(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((int))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) = A;",
        good: "a x:int = A;",
    },
    Entry {
        code: codes::TOO_LONG,
        title: "a declaration that is too long",
        severity: Error,
        explanation: "A declaration has at most 1 MiB. The longest in use have a few thousand \
                     bytes; a longer one is most often a `;` that was lost.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::TOO_MANY,
        title: "too many declarations",
        severity: Error,
        explanation: "A file has at most 2^20 sections, marks and declarations; the rest is \
                     not read.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::TOO_LARGE,
        title: "a file that is too large",
        severity: Error,
        explanation: "Places in a file are counted in 32 bits, so that a file of 4 GiB or more \
                     is not read.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::TOO_MANY_FAULTS,
        title: "too many faults",
        severity: Error,
        explanation: "The first 10,000 faults of a file are listed and the rest is counted. \
                     Most often such a file is not a schema.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::LATE_PARAMS,
        title: "parameters behind fields",
        severity: Error,
        explanation: "Parameters in braces are not part of a value; they come before all that \
                     is.",
        bad: "a x:X {X:Type} = A X;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::NO_BIT,
        title: "a condition that names no bit",
        severity: Error,
        explanation: "A condition is the name of a field of type `#`, a point, the number of a \
                     bit from 0 to 31 and `?`.",
        bad: "a flags:# x:flags.one?int = A;",
        good: "a flags:# x:flags.1?int = A;",
    },
    Entry {
        code: codes::LONE_RETURN,
        title: "a carriage return within a comment",
        severity: Error,
        explanation: "Lines end with a line feed, with or without a carriage return before it. \
                     After a lone carriage return the comment goes on, and what seems to be \
                     the next line is not read.",
        bad: "// first\ra = A;\nb = B;",
        good: "// first\na = A;\nb = B;",
    },
    Entry {
        code: codes::STRAY_SEMICOLON,
        title: "a `;` that ends nothing",
        severity: Error,
        explanation: "`;` ends a declaration, and there is none before it.",
        bad: "a = A;;",
        good: "a = A;",
    },
    Entry {
        code: codes::COMMA,
        title: "a comma between fields",
        severity: Error,
        explanation: "Fields are separated by blanks. A comma stands between the arguments in \
                     angle brackets only.",
        bad: "a x:int, y:int = A;",
        good: "a x:int y:int = A;",
    },
    Entry {
        code: codes::FOREIGN_COMMENT,
        title: "a comment of another language",
        severity: Error,
        explanation: "A comment is `//` and the rest of the line, or stands between `/*` and \
                     `*/`.",
        bad: "# a point\npoint x:int = Point;",
        good: "// a point\npoint x:int = Point;",
    },
    Entry {
        code: codes::NAMESPACES,
        title: "a name with more than 32 namespaces",
        severity: Error,
        explanation: "Each namespace becomes a module, with the names of all around it in its \
                     path. Real schemas have five at most.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::LONG_NAME,
        title: "a name that is longer than 1,024 bytes",
        severity: Error,
        explanation: "Names come again wherever something is said of what they name: in \
                     reports, in ids, in generated code. The longest in a real schema has \
                     fewer than 70 bytes. Namespaces count.",
        bad: "",
        good: "",
    },
    Entry {
        code: codes::TOO_DENSE,
        title: "a file that spells out too much for its length",
        severity: Error,
        explanation: "What a file declares may take 40 times its length in memory, by estimate, \
                     and 16 MiB besides. Real schemas take half of that. Hundreds of thousands \
                     of declarations of a few bytes take more, and so do groups within groups: \
                     `(a b:2*[ (c d:int) ])` has four fields, and each further level has twice \
                     as many.",
        bad: "",
        good: "",
    },
];
