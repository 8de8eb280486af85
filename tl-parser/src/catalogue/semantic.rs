//! The checker's rules: `TL0100` to `TL0199`, by ascending code.

use super::Entry;
use crate::{codes, diagnostic::Severity::Error};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        code: codes::DUPLICATE_COMBINATOR,
        title: "two declarations have the same name",
        severity: Error,
        explanation: "Constructors and functions share one table of names, whichever section they \
                     are in. A name may be declared again only under another layer mark, \
                     `===17===`. A file may also restate a predefined type that another file \
                     declares.",
        bad: "a x:int = A;\na y:int = B;",
        good: "a x:int = A;\nb y:int = B;",
    },
    Entry {
        code: codes::DUPLICATE_FIELD,
        title: "two fields or variables of one declaration have the same name",
        severity: Error,
        explanation: "Fields and variables in braces are referred to by name, so each name may occur \
                     only once in a declaration. A repetition `n*[ … ]` opens a scope of its own, \
                     in which names may be used again.",
        bad: "a x:int x:int = A;",
        good: "a x:int y:int = A;",
    },
    Entry {
        code: codes::DUPLICATE_ID,
        title: "two declarations have the same id",
        severity: Error,
        explanation: "A value begins with the id of its constructor, and a call with the id of its \
                     function. If two declarations have the same id, written or computed, a reader \
                     cannot tell them apart.",
        bad: "a#12345678 = A;\nb#12345678 = B;",
        good: "a#12345678 = A;\nb#12345679 = B;",
    },
    Entry {
        code: codes::ID_ZERO,
        title: "an id is 0",
        severity: Error,
        explanation: "No constructor or function has the id 0. Leave the id out to have it computed: \
                     it is the CRC-32 of the declaration's canonical text.",
        bad: "a#00000000 = A;",
        good: "a = A;",
    },
    Entry {
        code: codes::UNKNOWN_NAME,
        title: "an unknown name in lower case",
        severity: Error,
        explanation: "A name that begins with a lower-case letter must be a variable of the \
                     declaration, a predefined type of the dialect, or a constructor. A \
                     constructor's name means a value of its type without an id.",
        bad: "a x:foo = A;",
        good: "foo = Foo;\na x:foo = A;",
    },
    Entry {
        code: codes::UNKNOWN_TYPE,
        title: "a type without constructors",
        severity: Error,
        explanation: "A type exists if it is predefined by the dialect, or if a declaration above \
                     `---functions---` has it on the right of `=`.",
        bad: "a x:Foo = A;",
        good: "foo = Foo;\na x:Foo = A;",
    },
    Entry {
        code: codes::RESULT_WITHOUT_CONSTRUCTOR,
        title: "a function returns a type without constructors",
        severity: Error,
        explanation: "A reader recognizes a result by the id of its constructor, so the type needs \
                     at least one.",
        bad: "---functions---\nf = Foo;",
        good: "foo = Foo;\n---functions---\nf = Foo;",
    },
    Entry {
        code: codes::BARE_CONSTRUCTOR,
        title: "a constructor is used as a type that has other constructors",
        severity: Error,
        explanation: "A constructor's name as the type of a field means a value without an id. This \
                     works only if the type has no other constructor in any file.",
        bad: "b1 = B;\nb2 = B;\na x:b1 = A;",
        good: "b1 = B;\nb2 = B;\na x:B = A;",
    },
    Entry {
        code: codes::BARE_TYPE,
        title: "`%` before a type with several constructors",
        severity: Error,
        explanation: "`%T` is a value of T without an id, so the schema must determine its \
                     constructor: either T has only one, or only one fits the type's arguments.",
        bad: "b1 = B;\nb2 = B;\na x:%B = A;",
        good: "b1 = B;\nb2 = B;\na x:B = A;",
    },
    Entry {
        code: codes::TOO_FEW_ARGUMENTS,
        title: "a type with too few arguments",
        severity: Error,
        explanation: "The results of a type's constructors say how many arguments the type takes; \
                     all of them are required. The type of a field with arguments needs brackets: \
                     `Vector<int>` or `(Vector int)`.",
        bad: "a x:Vector = A;",
        good: "a x:Vector<int> = A;",
    },
    Entry {
        code: codes::TOO_MANY_ARGUMENTS,
        title: "a type with too many arguments",
        severity: Error,
        explanation: "The results of a type's constructors say how many arguments the type takes, at \
                     most 64. `#` and types without variables take none.",
        bad: "a x:(Vector int int) = A;",
        good: "a x:(Vector int) = A;",
    },
    Entry {
        code: codes::WRONG_KIND,
        title: "a number instead of a type, or a type instead of a number",
        severity: Error,
        explanation: "An argument is either a type or a number, as the constructors of the type \
                     declare. `Vector t` takes a type.",
        bad: "a x:(Vector 5) = A;",
        good: "a x:(Vector int) = A;",
    },
    Entry {
        code: codes::SIGNATURES_DIFFER,
        title: "the constructors of a type disagree about its arguments",
        severity: Error,
        explanation: "All constructors of a type must return it with the same number of arguments, \
                     of the same kinds. The arguments are chosen before the constructor is known.",
        bad: "p {X:Type} x:X = P X;\nq = P;",
        good: "p {X:Type} x:X = P X;\nq {X:Type} = P X;",
    },
    Entry {
        code: codes::VARIABLE_APPLIED,
        title: "a type variable with arguments",
        severity: Error,
        explanation: "A variable of kind `Type` is a complete type and takes no arguments.",
        bad: "a {X:Type} x:(X int) = A X;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::MASK_UNKNOWN,
        title: "the flag word of a condition is not declared",
        severity: Error,
        explanation: "`x:flags.0?int` is present if bit 0 of `flags` is set. `flags` must be a `#` \
                     field before it, or a parameter `{flags:#}`.",
        bad: "a x:flags.0?int = A;",
        good: "a flags:# x:flags.0?int = A;",
    },
    Entry {
        code: codes::MASK_LATER,
        title: "a flag word comes after a field that depends on it",
        severity: Error,
        explanation: "A reader must know the flag word before it reaches the field.",
        bad: "a x:flags.0?int flags:# = A;",
        good: "a flags:# x:flags.0?int = A;",
    },
    Entry {
        code: codes::MASK_NOT_NAT,
        title: "a flag word is not a number",
        severity: Error,
        explanation: "Only a field of type `#`, or a parameter of kind `#`, has bits.",
        bad: "a flags:int x:flags.0?int = A;",
        good: "a flags:# x:flags.0?int = A;",
    },
    Entry {
        code: codes::BIT_TOO_HIGH,
        title: "a bit above 31",
        severity: Error,
        explanation: "A `#` has 32 bits, numbered from 0. If you need more, declare a second flag \
                     word, `flags2:#`.",
        bad: "a flags:# x:flags.32?int = A;",
        good: "a flags:# x:flags.31?int = A;",
    },
    Entry {
        code: codes::BIT_MISSING,
        title: "a condition without a bit",
        severity: Error,
        explanation: "The first edition of TL writes `flags?int` for a field that is present if the \
                     flag word is not 0. No implementation supports it. Name the bit.",
        bad: "a flags:# x:flags?int = A;",
        good: "a flags:# x:flags.0?int = A;",
    },
    Entry {
        code: codes::PARAM_KIND,
        title: "a variable in braces is neither a type nor a number",
        severity: Error,
        explanation: "Variables in braces are never on the wire. Each is a type, `{X:Type}`, or a \
                     number, `{n:#}`, supplied wherever the declaration is used.",
        bad: "a {X:int} x:int = A;",
        good: "a X:int x:int = A;",
    },
    Entry {
        code: codes::PARAM_UNDETERMINED,
        title: "nothing determines a variable in braces",
        severity: Error,
        explanation: "Variables in braces are not on the wire, so a reader must be able to infer \
                     them: from the type that a constructor makes, or from the call that a function \
                     takes as `!X`.",
        bad: "a {X:Type} x:X = A;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::PARAM_NOT_FORWARDED,
        title: "a function's variable does not occur in a `!` field",
        severity: Error,
        explanation: "A server learns a function's variable only from the call in a `!X` field. If \
                     the variable occurs only in the result, the server cannot know it.",
        bad: "---functions---\nf {X:Type} q:X = X;",
        good: "---functions---\nf {X:Type} q:!X = X;",
    },
    Entry {
        code: codes::BANG_IN_CONSTRUCTOR,
        title: "`!` in a constructor",
        severity: Error,
        explanation: "`!X` is a call of a function that returns X. Only functions take calls; values \
                     cannot contain them.",
        bad: "a {X:Type} x:!X = A X;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::CONSTRUCTOR_OF_VARIABLE,
        title: "a constructor returns a variable",
        severity: Error,
        explanation: "A constructor makes values of one type. Only a function can return a variable: \
                     `invoke {X:Type} query:!X = X`.",
        bad: "a {X:Type} x:X = X;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::NO_MULTIPLICITY,
        title: "a repetition without a count",
        severity: Error,
        explanation: "`[ t ]` without a number repeats as often as the last `#` before it says. Here \
                     no `#` precedes it.",
        bad: "a [ int ] = A;",
        good: "a # [ int ] = A;",
    },
    Entry {
        code: codes::MULTIPLICITY_NOT_NAT,
        title: "the count of a repetition is not a number",
        severity: Error,
        explanation: "The count in `n*[ … ]` is a constant, a `#` field before it, a parameter \
                     `{n:#}`, or the sum of one of these and a constant.",
        bad: "a x:n*[ int ] = A;",
        good: "a n:# x:n*[ int ] = A;",
    },
    Entry {
        code: codes::SUM_OF_VARIABLES,
        title: "a sum of two variables",
        severity: Error,
        explanation: "A sum in TL adds a constant to a variable, so that a reader can compute either \
                     side from the other.",
        bad: "a n:# m:# x:(n+m)*[ int ] = A;",
        good: "a n:# m:# x:(n+1)*[ int ] = A;",
    },
    Entry {
        code: codes::RESULT_NOT_BOXED,
        title: "a declaration does not name the type that it makes",
        severity: Error,
        explanation: "The right of `=` is the name of a type with its arguments. It begins with an \
                     upper-case letter.",
        bad: "a = b;",
        good: "a = B;",
    },
    Entry {
        code: codes::UNKNOWN_BUILTIN,
        title: "`?` declares something that is not predefined",
        severity: Error,
        explanation: "`int ? = Int` restates a type that every reader of TL knows. Declare other \
                     types by their fields.",
        bad: "foo ? = Foo;",
        good: "foo = Foo;",
    },
    Entry {
        code: codes::BUILTIN_FUNCTION,
        title: "a predefined type among the functions",
        severity: Error,
        explanation: "`int ? = Int` declares a type. It belongs above `---functions---` or below \
                     `---types---`.",
        bad: "---functions---\nint ? = Int;",
        good: "---types---\nint ? = Int;",
    },
    Entry {
        code: codes::FUNCTION_AS_TYPE,
        title: "a function is used as a type",
        severity: Error,
        explanation: "A function is not a type. A field that takes a call of any function with a \
                     given result is written `!X`.",
        bad: "---functions---\nf = Bool;\ng x:f = Bool;",
        good: "---functions---\nf = Bool;\ng x:!Bool = Bool;",
    },
    Entry {
        code: codes::DEFAULT_CONSTRUCTOR,
        title: "an invalid use of an anonymous constructor",
        severity: Error,
        explanation: "A type may have one constructor named `_`. It cannot have two, and it cannot \
                     be used bare.",
        bad: "_ x:int = A;\n_ y:int = A;",
        good: "_ x:int = A;\na y:int = A;",
    },
    Entry {
        code: codes::FINALITY,
        title: "`New`, `Final` or `Empty` does not hold",
        severity: Error,
        explanation: "`New T` must precede the first constructor of T. `Final T` must follow the \
                     last one. `Empty T` means that T has none.",
        bad: "a = A;\nFinal A;\nb = A;",
        good: "a = A;\nb = A;",
    },
    Entry {
        code: codes::BARE_RESULT,
        title: "a function returns a bare value",
        severity: Error,
        explanation: "A result begins with its constructor's id, so that a reader can tell an error \
                     from an answer.",
        bad: "---functions---\nf = vector int;",
        good: "---functions---\nf = Vector int;",
    },
    Entry {
        code: codes::NO_FINITE_VALUE,
        title: "a type without finite values",
        severity: Error,
        explanation: "Each value of this type contains another one, which contains another one, \
                     without end. Break the chain with a conditional field, a vector or a second \
                     constructor.",
        bad: "a x:A = A;",
        good: "a flags:# x:flags.0?A = A;",
    },
    Entry {
        code: codes::INFINITE_INSTANTIATION,
        title: "a type contains ever larger instances of itself",
        severity: Error,
        explanation: "If `T X` contains `T (vector X)`, it also contains `T (vector (vector X))`, \
                     and so on. No code can be generated for infinitely many types.",
        bad: "t {X:Type} flags:# x:flags.0?(T (vector X)) = T X;",
        good: "t {X:Type} flags:# x:flags.0?(T X) = T X;",
    },
    Entry {
        code: codes::SHADOWED_TYPE,
        title: "a variable hides a type of the same name",
        severity: Error,
        explanation: "From its declaration on, the name means the `#` field, even where you mean the \
                     type of that name.",
        bad: "a int:# z:int = A;",
        good: "a n:# z:int = A;",
    },
    Entry {
        code: codes::TYPE_FIELD,
        title: "a type as the value of a field",
        severity: Error,
        explanation: "The language's documentation has `object X:Type value:X = TypedObject`, which \
                     puts a type on the wire, but does not say how to encode it. It is not \
                     supported.",
        bad: "a X:Type x:X = A;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::NAT_TOO_LARGE,
        title: "a number above 32 bits",
        severity: Error,
        explanation: "A `#` is an unsigned 32-bit number.",
        bad: "a x:4294967296*[ int ] = A;",
        good: "a x:4*[ int ] = A;",
    },
    Entry {
        code: codes::DEPENDENT_SUM,
        title: "a result's type depends on a field",
        severity: Error,
        explanation: "In `m n:# x:n*[int] = M n`, the type of the value is known only after the \
                     value has been read. Rust has no such types, so it is not supported.",
        bad: "a n:# x:n*[ int ] = A n;",
        good: "a {n:#} x:n*[ int ] = A n;",
    },
    Entry {
        code: codes::VARIABLE_LATER,
        title: "a number is used before it is declared",
        severity: Error,
        explanation: "A reader must know a number before it reaches what depends on it.",
        bad: "a x:n*[ int ] n:# = A;",
        good: "a n:# x:n*[ int ] = A;",
    },
];
