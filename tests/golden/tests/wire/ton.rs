//! TON's dialect: strict reading gives the same result in generated code and in a walk.

use typelang_golden::ton::SCHEMA;

use super::strict::{both, try_all};

#[test]
fn strict_reading_is_that_of_a_walk() {
    try_all("ton", SCHEMA.schema().unwrap(), &both!(ton));
}
