//! The generator's refusals: `TL0901` and up, by ascending code.
//!
//! The checker accepts these schemas. The generator's tests show that each bad example is refused and that
//! its corrected form is not.

use super::{Entry, refusals};
use crate::diagnostic::Severity::{Error, Warning};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        code: refusals::DEPENDENT_RESPONSE,
        title: "a response is a vector of values that depend on a number of the call",
        severity: Error,
        explanation: "Some types can be read only with a number from the call, such as `(M n)` in \
                     `f n:# = M n`. The response may be such a type, but not a vector of it. Declare \
                     a type that holds the vector, and return that type.",
        bad: "m {n:#} x:n.0?int = M n;\n---functions---\nf n:# = Vector (M n);",
        good: "m {n:#} x:n.0?int = M n;\nall {n:#} list:(Vector (M n)) = All n;\n\
               ---functions---\nf n:# = All n;",
    },
    Entry {
        code: refusals::EXPANSION,
        title: "the schema expands to more types than a crate can hold",
        severity: Error,
        explanation: "A type that takes arguments becomes a Rust type for each combination of arguments that is \
                     used, with all its constructors, and each of these may use further combinations. The limits \
                     are 20,000 types, 20,000 constructors, 16 MiB of declarations, and four million \
                     comparisons of a constructor with arguments. Use fewer distinct arguments, or \
                     declare types without parameters.",
        bad: "zero = Nat 0;\nsucc {n:#} before:(Nat n) = Nat (n+1);\na x:(Nat 4000000000) = A;",
        good: "zero = Nat 0;\nsucc {n:#} before:(Nat n) = Nat (n+1);\na x:(Nat 4) = A;",
    },
    Entry {
        code: refusals::EQUAL_NAMES,
        title: "more than 64 names in one place are equal in Rust",
        severity: Error,
        explanation: "Names that differ in TL may be equal in Rust's case, such as `fooBar` and `foo_bar`. \
                     Underscores at the end tell them apart, one more for each name, and more than 64 are \
                     unreadable. Choose names that differ in more than underscores and case.",
        bad: "",
        good: "",
    },
    Entry {
        code: refusals::LARGE_STRUCT,
        title: "a struct larger than the stack can hold",
        severity: Error,
        explanation: "The fields of a constructor become the fields of one struct, which is on the stack while it is \
                     made. A thread has 2 MiB of stack, so a struct is refused above 1 MiB, by estimate for 64 bits. \
                     A field that holds another struct is behind a `Box` if that struct has more than 256 bytes or \
                     1,024 values, and then counts for 8 bytes. Put some of the fields into types of their own.",
        bad: "",
        good: "",
    },
    Entry {
        code: refusals::UNUSED_TYPE,
        title: "a type that takes types is given none",
        severity: Warning,
        explanation: "A type that takes types becomes a Rust type for each combination of arguments that is used: \
                     `maybe {X:Type} x:X = Maybe X` becomes `MaybeInt` where a field has the type `(Maybe int)`. If \
                     nothing gives it arguments, no Rust is generated for it. Let a field or a method use it, or leave it out.",
        bad: "maybe {X:Type} x:X = Maybe X;",
        good: "maybe {X:Type} x:X = Maybe X;\na x:(Maybe int) = A;",
    },
    Entry {
        code: refusals::NUMBER_PARAMETER,
        title: "a method has a parameter of kind `#`",
        severity: Error,
        explanation: "A parameter in braces is not in the bytes of the call: only the query behind `!` tells the server the \
                     number. Declare a variable for the response of the query, `{X:Type}`, and write `!X`.",
        bad: "m {n:#} x:n.0?int = M n;\n---functions---\nf {n:#} query:!(M n) = M n;",
        good: "m {n:#} x:n.0?int = M n;\n---functions---\nf {X:Type} query:!X = X;",
    },
    Entry {
        code: refusals::NUMBER_CHOICE,
        title: "a number in the bytes decides between constructors",
        severity: Error,
        explanation: "Which constructor makes `(B n)` depends on `n` where one of them says `B 0`. A constant decides \
                     when code is generated, but a number that is read with the value does not, and such a choice is not \
                     supported. Declare constructors without a number in the result, so that the id decides, and \
                     put what depends on the number behind a bit.",
        bad: "b = B 0;\na n:# x:(B n) = A;",
        good: "b = B;\na n:# x:B = A;",
    },
    Entry {
        code: refusals::NO_CONSTRUCTOR,
        title: "no constructor makes a type with the arguments that it is given",
        severity: Error,
        explanation: "A constructor may make a type for certain arguments only: `b = B 0` makes `(B 0)` but not `(B 1)`. \
                     Declare a constructor for the arguments, or use others.",
        bad: "b = B 0;\na x:(B 1) = A;",
        good: "b = B 0;\na x:(B 0) = A;",
    },
    Entry {
        code: refusals::RESULT_BESIDE_CALL,
        title: "a field that is not a call holds what a call returns",
        severity: Error,
        explanation: "In `f {X:Type} query:!X = X` only the query knows its response, and generated code has no \
                     type for it beside the call. Give the field a type that the schema declares. If the field is a \
                     call too, write `!` before the variable.",
        bad: "---functions---\nf {X:Type} value:X query:!X = X;",
        good: "---functions---\nf {X:Type} value:Object query:!X = X;",
    },
    Entry {
        code: refusals::CALL_AROUND_VARIABLE,
        title: "a call returns a type around a variable",
        severity: Error,
        explanation: "`query:!Vector<X>` asks for a call that returns a vector, and for the type of its elements. Generated \
                     code knows the response of a call as a whole, and not its parts. Declare a variable for the whole response.",
        bad: "---functions---\nf {X:Type} query:!Vector<X> other:!X = X;",
        good: "---functions---\nf {X:Type} {Y:Type} query:!Y other:!X = X;",
    },
    Entry {
        code: refusals::TYPE_AROUND_RESULT,
        title: "a type around the result of a call",
        severity: Error,
        explanation: "A type that takes types becomes a Rust type for each combination of arguments, and the response of a call is \
                     known only where the call is made. A method may return the response itself, or a vector of it.",
        bad: "maybe {X:Type} x:X = Maybe X;\n---functions---\nf {X:Type} query:!X = Maybe X;",
        good: "---functions---\nf {X:Type} query:!X = X;",
    },
    Entry {
        code: refusals::NO_FINITE_VALUE,
        title: "no value of a type is finite with the numbers that it is given",
        severity: Error,
        explanation: "A number may make a field required that is optional in the declaration: in `(B 1)`, bit 0 of the number is \
                     set, and each value holds another one without end. Use the type with other numbers.",
        bad: "b {n:#} x:n.0?(B n) = B n;\na x:(B 1) = A;",
        good: "b {n:#} x:n.0?(B n) = B n;\na x:(B 0) = A;",
    },
    Entry {
        code: refusals::EXTERN_NUMBERS,
        title: "a type of your own takes numbers",
        severity: Error,
        explanation: "`extern_path` maps a type of the schema to a type of your own. Types in TL that are its arguments become arguments in \
                     Rust, but numbers cannot. Let the type be generated, or map the types that hold it. The example is refused with \
                     `extern_path(\"N\", \"::my::N\")`.",
        bad: "n {n:#} x:int = N n;\na x:(N 3) = A;",
        good: "n x:int = N;\na x:N = A;",
    },
    Entry {
        code: refusals::OBJECT_BEFORE,
        title: "an `Object` is before other values, and the code carries no compiled schema",
        severity: Error,
        explanation: "An `Object` is any boxed value, so only a schema says where it ends. If values follow it, the generated code must carry \
                     the compiled schema, as it does unless you turn this off with `reflect(false)` or `--no-reflect`. \
                     Put the `Object` last, or let the code carry the schema.",
        bad: "a o:Object x:int = A;",
        good: "a x:int o:Object = A;",
    },
    Entry {
        code: refusals::LOOSE_NUMBER,
        title: "a number on which a sum or the response depends is determined only in some values",
        severity: Error,
        explanation: "A number that counts a vector is computed from its length, and no field holds it. If the vector is optional, \
                     the number is lost where the vector is absent, although a sum such as `(n+1)` or the \
                     response still depends on it. Declare a number of its own for the sum or the response.",
        bad: "m {n:#} x:n.0?int = M n;\na flags:# n:# v:flags.0?n*[ int ] w:(M (n+1)) = A;",
        good: "m {n:#} x:n.0?int = M n;\na flags:# n:# v:flags.0?n*[ int ] k:# w:(M (k+1)) = A;",
    },
    Entry {
        code: refusals::MANY_REPETITIONS,
        title: "one number counts more than 12 repetitions",
        severity: Error,
        explanation: "Repetitions with one number have rows in common. These become one vector of tuples, and \
                     Rust's traits are for tuples of at most 12 values. Give some of the repetitions a number of their own, or \
                     put their fields into one repetition.",
        bad: "a n:# a:n*[ int ] b:n*[ int ] c:n*[ int ] d:n*[ int ] e:n*[ int ] f:n*[ int ] g:n*[ int ] \
              h:n*[ int ] i:n*[ int ] j:n*[ int ] k:n*[ int ] l:n*[ int ] m:n*[ int ] = A;",
        good: "a n:# a:n*[ int ] b:n*[ int ] c:n*[ int ] d:n*[ int ] e:n*[ int ] f:n*[ int ] g:n*[ int ] \
               h:n*[ int ] i:n*[ int ] j:n*[ int ] k:n*[ int ] l:n*[ int ] = A;",
    },
    Entry {
        code: refusals::NUMBER_CHAIN,
        title: "more than 15 numbers are behind each other's bits",
        severity: Error,
        explanation: "A flag word may itself be optional: `b:a.0?#` is present if bit 0 of `a` is set. Generated code reads and writes such a \
                     chain with nested expressions, and the nesting is bounded. Put a part of the chain into a type of its own.",
        bad: "x a:# b:a.0?# c:b.0?# d:c.0?# e:d.0?# f:e.0?# g:f.0?# h:g.0?# i:h.0?# j:i.0?# k:j.0?# l:k.0?# m:l.0?# n:m.0?# o:n.0?# p:o.0?# q:p.0?# r:q.0?int = X;",
        good: "x a:# b:a.0?# c:b.0?# d:c.0?# e:d.0?# f:e.0?# g:f.0?# h:g.0?# i:h.0?# j:i.0?# k:j.0?# l:k.0?# m:l.0?# n:m.0?# o:n.0?# p:o.0?# q:p.0?int = X;",
    },
    Entry {
        code: refusals::DEPENDENT_CALL,
        title: "the response of a call depends on a number",
        severity: Error,
        explanation: "`query:!(M n)` asks for a call whose response can be read only with the number `n` of this call. A call reads its \
                     response by itself. Declare a variable for the response, `{X:Type}`, and write `!X`.",
        bad: "m {n:#} x:n.0?int = M n;\n---functions---\nf n:# query:!(M n) = M n;",
        good: "m {n:#} x:n.0?int = M n;\n---functions---\nf {X:Type} n:# query:!X = M n;",
    },
    Entry {
        code: refusals::LARGE_VALUE,
        title: "a value always holds more than 1,048,576 others",
        severity: Error,
        explanation: "After a fault in the bytes a decoder falls back on zeros, with all values that the type requires. If types hold two values of types that \
                     hold two values, and so on, four bytes of input can make millions of values. Hold equal values in one field, \
                     or in a vector, which falls back to an empty one.",
        bad: "a = A;\nb x:200*[ A ] = B;\nc x:200*[ B ] = C;\nd x:200*[ C ] = D;",
        good: "a = A;\nb x:200*[ A ] = B;\nc x:200*[ B ] = C;\nd x:(vector C) = D;",
    },
    Entry {
        code: refusals::LONG_ARGUMENTS,
        title: "a type's arguments are too long for serde's traits",
        severity: Error,
        explanation: "serde's traits name the TL type of a value with all its arguments, and arguments that nest deeply make this name \
                     too long. Declare a type of its own for the inner type, or leave serde's traits out.",
        bad: "",
        good: "",
    },
];
