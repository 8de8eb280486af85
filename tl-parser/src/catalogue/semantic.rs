//! The rules that the checker holds a schema to: `TL0100` to `TL0199`, by ascending code.

use super::Entry;
use crate::{codes, diagnostic::Severity::Error};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        code: codes::DUPLICATE_COMBINATOR,
        title: "two declarations have one name",
        severity: Error,
        explanation: "Constructors and functions share one table of names, whatever section \
                     they stand in. The same name may come again only below another layer \
                     mark, `===17===`; and a file may restate a predefined type that \
                     another file declares.",
        bad: "a x:int = A;\na y:int = B;",
        good: "a x:int = A;\nb y:int = B;",
    },
    Entry {
        code: codes::DUPLICATE_FIELD,
        title: "two fields or variables of one declaration have one name",
        severity: Error,
        explanation: "The fields of a declaration and its variables in braces are known by \
                     name, so each name is given once. A repetition `n*[ … ]` opens a scope \
                     of its own, in which names may be used again.",
        bad: "a x:int x:int = A;",
        good: "a x:int y:int = A;",
    },
    Entry {
        code: codes::DUPLICATE_ID,
        title: "two declarations have one id",
        severity: Error,
        explanation: "A value begins with the id of its constructor, a call with that of its \
                     function. Where two declarations have the same id, written or \
                     computed, a reader cannot tell them apart.",
        bad: "a#12345678 = A;\nb#12345678 = B;",
        good: "a#12345678 = A;\nb#12345679 = B;",
    },
    Entry {
        code: codes::ID_ZERO,
        title: "an id is 0",
        severity: Error,
        explanation: "No constructor or function has the id 0. An id that is left out is \
                     computed: it is the CRC-32 of the declaration's canonical text.",
        bad: "a#00000000 = A;",
        good: "a = A;",
    },
    Entry {
        code: codes::UNKNOWN_NAME,
        title: "a name in small letters means nothing",
        severity: Error,
        explanation: "A name that begins with a small letter is a variable of the \
                     declaration, a constructor, whose type it then means without an id, or \
                     one of the predefined types of the dialect.",
        bad: "a x:foo = A;",
        good: "foo = Foo;\na x:foo = A;",
    },
    Entry {
        code: codes::UNKNOWN_TYPE,
        title: "a type that no constructor makes",
        severity: Error,
        explanation: "A type exists by its constructors: it is what stands right of `=` in a \
                     declaration above `---functions---`. Some types are predefined by the \
                     dialect.",
        bad: "a x:Foo = A;",
        good: "foo = Foo;\na x:Foo = A;",
    },
    Entry {
        code: codes::RESULT_WITHOUT_CONSTRUCTOR,
        title: "a function returns a type that no constructor makes",
        severity: Error,
        explanation: "A function's result is read by the constructors of its type, so that \
                     there has to be one.",
        bad: "---functions---\nf = Foo;",
        good: "foo = Foo;\n---functions---\nf = Foo;",
    },
    Entry {
        code: codes::BARE_CONSTRUCTOR,
        title: "one of several constructors is used as a type",
        severity: Error,
        explanation: "A constructor's name as the type of a field means a value without an \
                     id. That is possible only when the type has no other constructor, \
                     wherever that may be declared.",
        bad: "b1 = B;\nb2 = B;\na x:b1 = A;",
        good: "b1 = B;\nb2 = B;\na x:B = A;",
    },
    Entry {
        code: codes::BARE_TYPE,
        title: "`%` before a type with several constructors",
        severity: Error,
        explanation: "`%T` is a value of T without an id, so the constructor has to be known \
                     from the schema: either there is only one, or the arguments of the \
                     type fit only one.",
        bad: "b1 = B;\nb2 = B;\na x:%B = A;",
        good: "b1 = B;\nb2 = B;\na x:B = A;",
    },
    Entry {
        code: codes::TOO_FEW_ARGUMENTS,
        title: "a type lacks arguments",
        severity: Error,
        explanation: "A type takes as many arguments as its constructors' results say, and \
                     always all of them. In a field an application stands in brackets: \
                     `Vector<int>` or `(Vector int)`.",
        bad: "a x:Vector = A;",
        good: "a x:Vector<int> = A;",
    },
    Entry {
        code: codes::TOO_MANY_ARGUMENTS,
        title: "a type has too many arguments",
        severity: Error,
        explanation: "A type takes as many arguments as its constructors' results say, and no more \
                     than 64; `#` and a type without variables take none.",
        bad: "a x:(Vector int int) = A;",
        good: "a x:(Vector int) = A;",
    },
    Entry {
        code: codes::WRONG_KIND,
        title: "a number stands for a type, or a type for a number",
        severity: Error,
        explanation: "An argument is either a type or a number, as the constructors of the \
                     applied type say: `Vector t` takes a type.",
        bad: "a x:(Vector 5) = A;",
        good: "a x:(Vector int) = A;",
    },
    Entry {
        code: codes::SIGNATURES_DIFFER,
        title: "the constructors of a type disagree about its arguments",
        severity: Error,
        explanation: "All constructors of a type return it with the same number of \
                     arguments, of the same kinds: whoever uses the type gives them before \
                     a constructor is known.",
        bad: "p {X:Type} x:X = P X;\nq = P;",
        good: "p {X:Type} x:X = P X;\nq {X:Type} = P X;",
    },
    Entry {
        code: codes::VARIABLE_APPLIED,
        title: "a type variable with arguments",
        severity: Error,
        explanation: "A variable of kind `Type` stands for a whole type, which takes no \
                     arguments any more.",
        bad: "a {X:Type} x:(X int) = A X;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::MASK_UNKNOWN,
        title: "the mask of a condition is not declared",
        severity: Error,
        explanation: "`flags.0?int` is there when bit 0 of `flags` is set, and `flags` is a \
                     `#` field before it, or a parameter `{flags:#}`.",
        bad: "a x:flags.0?int = A;",
        good: "a flags:# x:flags.0?int = A;",
    },
    Entry {
        code: codes::MASK_LATER,
        title: "a mask stands after the field that it rules",
        severity: Error,
        explanation: "Whoever reads the bytes has to know the mask before the field.",
        bad: "a x:flags.0?int flags:# = A;",
        good: "a flags:# x:flags.0?int = A;",
    },
    Entry {
        code: codes::MASK_NOT_NAT,
        title: "a mask is not a number",
        severity: Error,
        explanation: "Only a field of type `#`, or a parameter of kind `#`, has bits.",
        bad: "a flags:int x:flags.0?int = A;",
        good: "a flags:# x:flags.0?int = A;",
    },
    Entry {
        code: codes::BIT_TOO_HIGH,
        title: "a bit over 31",
        severity: Error,
        explanation: "A `#` has 32 bits, numbered from 0. Where they do not suffice, schemas \
                     declare a second mask, `flags2:#`.",
        bad: "a flags:# x:flags.32?int = A;",
        good: "a flags:# x:flags.31?int = A;",
    },
    Entry {
        code: codes::BIT_MISSING,
        title: "a condition without a bit",
        severity: Error,
        explanation: "TL's first documentation writes `flags?int` for a field that is there \
                     when the mask is not 0. Nobody implements it; name the bit.",
        bad: "a flags:# x:flags?int = A;",
        good: "a flags:# x:flags.0?int = A;",
    },
    Entry {
        code: codes::PARAM_KIND,
        title: "a variable in braces is neither a type nor a number",
        severity: Error,
        explanation: "What stands in braces is never on the wire: it is a type, `{X:Type}`, \
                     or a number, `{n:#}`, that whoever uses the declaration gives.",
        bad: "a {X:int} x:int = A;",
        good: "a X:int x:int = A;",
    },
    Entry {
        code: codes::PARAM_UNDETERMINED,
        title: "nothing determines a variable in braces",
        severity: Error,
        explanation: "Variables in braces are not on the wire, so they have to follow from \
                     what a reader knows: from the type that a constructor makes, or from \
                     the call that a function takes as `!X`.",
        bad: "a {X:Type} x:X = A;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::PARAM_NOT_FORWARDED,
        title: "a function's variable occurs in no `!` field",
        severity: Error,
        explanation: "The server learns what a function's variable stands for only from the \
                     call in a `!X` field. A variable that occurs in the result alone is \
                     known to the caller alone.",
        bad: "---functions---\nf {X:Type} q:X = X;",
        good: "---functions---\nf {X:Type} q:!X = X;",
    },
    Entry {
        code: codes::BANG_IN_CONSTRUCTOR,
        title: "`!` in a constructor",
        severity: Error,
        explanation: "`!X` is a call of a function that returns X. Only functions take \
                     calls; values do not hold them.",
        bad: "a {X:Type} x:!X = A X;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::CONSTRUCTOR_OF_VARIABLE,
        title: "a constructor returns a variable",
        severity: Error,
        explanation: "A constructor makes values of one type. Only a function can return \
                     what a variable stands for, `invoke {X:Type} query:!X = X`.",
        bad: "a {X:Type} x:X = X;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::NO_MULTIPLICITY,
        title: "a repetition does not say how often",
        severity: Error,
        explanation: "`[ t ]` without a number is repeated as often as the last `#` before \
                     it says. Here there is none.",
        bad: "a [ int ] = A;",
        good: "a # [ int ] = A;",
    },
    Entry {
        code: codes::MULTIPLICITY_NOT_NAT,
        title: "a repetition's number is none",
        severity: Error,
        explanation: "`n*[ … ]` wants a number: a constant, a `#` field before it, a \
                     parameter `{n:#}`, or one of these and a constant added up.",
        bad: "a x:n*[ int ] = A;",
        good: "a n:# x:n*[ int ] = A;",
    },
    Entry {
        code: codes::SUM_OF_VARIABLES,
        title: "a sum of two variables",
        severity: Error,
        explanation: "TL's only arithmetic is a variable plus a constant, so that a reader \
                     can compute either from the other.",
        bad: "a n:# m:# x:(n+m)*[ int ] = A;",
        good: "a n:# m:# x:(n+1)*[ int ] = A;",
    },
    Entry {
        code: codes::RESULT_NOT_BOXED,
        title: "a declaration does not say which type it makes",
        severity: Error,
        explanation: "Right of `=` stands the name of a type, which begins with a capital \
                     letter, with its arguments.",
        bad: "a = b;",
        good: "a = B;",
    },
    Entry {
        code: codes::UNKNOWN_BUILTIN,
        title: "`?` declares something that is not predefined",
        severity: Error,
        explanation: "`int ? = Int` only states what every reader of TL knows. Other types \
                     are declared by their fields.",
        bad: "foo ? = Foo;",
        good: "foo = Foo;",
    },
    Entry {
        code: codes::BUILTIN_FUNCTION,
        title: "a predefined type among the functions",
        severity: Error,
        explanation: "`int ? = Int` declares a type, and stands above `---functions---` or \
                     below `---types---`.",
        bad: "---functions---\nint ? = Int;",
        good: "---types---\nint ? = Int;",
    },
    Entry {
        code: codes::FUNCTION_AS_TYPE,
        title: "a function is used as a type",
        severity: Error,
        explanation: "A function is not a type. A field that holds a call of any function \
                     with a certain result is written `!X`.",
        bad: "---functions---\nf = Bool;\ng x:f = Bool;",
        good: "---functions---\nf = Bool;\ng x:!Bool = Bool;",
    },
    Entry {
        code: codes::DEFAULT_CONSTRUCTOR,
        title: "too much is asked of an anonymous constructor",
        severity: Error,
        explanation: "A type may have one constructor named `_`; it cannot have two of them, \
                     and cannot be used bare.",
        bad: "_ x:int = A;\n_ y:int = A;",
        good: "_ x:int = A;\na y:int = A;",
    },
    Entry {
        code: codes::FINALITY,
        title: "`New`, `Final` or `Empty` does not hold",
        severity: Error,
        explanation: "`New T` stands before the first constructor of T, `Final T` after the \
                     last, and `Empty T` has none.",
        bad: "a = A;\nFinal A;\nb = A;",
        good: "a = A;\nb = A;",
    },
    Entry {
        code: codes::BARE_RESULT,
        title: "a function returns a bare value",
        severity: Error,
        explanation: "A result begins with its constructor's id, so that an error can be \
                     told from an answer.",
        bad: "---functions---\nf = vector int;",
        good: "---functions---\nf = Vector int;",
    },
    Entry {
        code: codes::NO_FINITE_VALUE,
        title: "no value of a type is finite",
        severity: Error,
        explanation: "A value of this type holds another one, which holds another one, \
                     without end. A conditional field, a vector or a second constructor \
                     ends it.",
        bad: "a x:A = A;",
        good: "a flags:# x:flags.0?A = A;",
    },
    Entry {
        code: codes::INFINITE_INSTANTIATION,
        title: "a type contains ever larger instances of itself",
        severity: Error,
        explanation: "`T X` that holds a `T (vector X)` holds a `T (vector (vector X))`, and \
                     so on: no code can be generated for all of them.",
        bad: "t {X:Type} flags:# x:flags.0?(T (vector X)) = T X;",
        good: "t {X:Type} flags:# x:flags.0?(T X) = T X;",
    },
    Entry {
        code: codes::SHADOWED_TYPE,
        title: "a variable hides a type that is named after it",
        severity: Error,
        explanation: "A `#` field is known by its name from there on, also where a type of \
                     the same name is meant.",
        bad: "a int:# z:int = A;",
        good: "a n:# z:int = A;",
    },
    Entry {
        code: codes::TYPE_FIELD,
        title: "a type as the value of a field",
        severity: Error,
        explanation: "The documentation's `object X:Type value:X = TypedObject` puts a type \
                     on the wire, but nowhere says how. It is not supported.",
        bad: "a X:Type x:X = A;",
        good: "a {X:Type} x:X = A X;",
    },
    Entry {
        code: codes::NAT_TOO_LARGE,
        title: "a number over 32 bits",
        severity: Error,
        explanation: "A `#` is an unsigned number of 32 bits.",
        bad: "a x:4294967296*[ int ] = A;",
        good: "a x:4*[ int ] = A;",
    },
    Entry {
        code: codes::DEPENDENT_SUM,
        title: "a result's type depends on a field",
        severity: Error,
        explanation: "In `m n:# x:n*[int] = M n` the type of the value is known only once \
                     the value is read. No type of a program can say that, and it is not \
                     supported.",
        bad: "a n:# x:n*[ int ] = A n;",
        good: "a {n:#} x:n*[ int ] = A n;",
    },
    Entry {
        code: codes::VARIABLE_LATER,
        title: "a number is used before it is declared",
        severity: Error,
        explanation: "Whoever reads the bytes has to know a number before what depends on \
                     it.",
        bad: "a x:n*[ int ] n:# = A;",
        good: "a n:# x:n*[ int ] = A;",
    },
];
