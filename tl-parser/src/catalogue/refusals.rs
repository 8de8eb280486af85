//! The codes of the generator's refusals, a code for each kind. The catalogue explains each.

use crate::diagnostic::Code;

/// A response is a vector of values that depend on a number of the call.
pub const DEPENDENT_RESPONSE: Code = Code(901);
/// The schema expands to more types or constructors than a crate can hold.
pub const EXPANSION: Code = Code(902);
/// More than 64 names in one place are equal in Rust.
pub const EQUAL_NAMES: Code = Code(903);
/// A struct is larger than the stack can hold.
pub const LARGE_STRUCT: Code = Code(904);
/// A type takes types, and nothing gives it any; a warning.
pub const UNUSED_TYPE: Code = Code(905);
/// A method has a parameter of kind `#`.
pub const NUMBER_PARAMETER: Code = Code(906);
/// A number in the bytes decides between constructors.
pub const NUMBER_CHOICE: Code = Code(907);
/// No constructor makes a type with the arguments that it is given.
pub const NO_CONSTRUCTOR: Code = Code(908);
/// A field that is not a call holds what a call returns.
pub const RESULT_BESIDE_CALL: Code = Code(909);
/// A call returns a type around a variable.
pub const CALL_AROUND_VARIABLE: Code = Code(910);
/// A type around the result of a call is neither the result nor a vector of it.
pub const TYPE_AROUND_RESULT: Code = Code(911);
/// No value of a type is finite with the numbers that it is given.
pub const NO_FINITE_VALUE: Code = Code(912);
/// A type of the user's takes numbers.
pub const EXTERN_NUMBERS: Code = Code(913);
/// An `Object` is before other values, and the code carries no compiled schema.
pub const OBJECT_BEFORE: Code = Code(914);
/// A number on which a sum or the response depends is determined only in some values.
pub const LOOSE_NUMBER: Code = Code(915);
/// One number counts more than 12 repetitions.
pub const MANY_REPETITIONS: Code = Code(916);
/// More than 15 numbers are behind each other's bits.
pub const NUMBER_CHAIN: Code = Code(917);
/// The response of a call depends on a number.
pub const DEPENDENT_CALL: Code = Code(918);
/// A value always holds more than 1,048,576 others.
pub const LARGE_VALUE: Code = Code(919);
/// A type's arguments are too long for serde's traits.
pub const LONG_ARGUMENTS: Code = Code(920);
