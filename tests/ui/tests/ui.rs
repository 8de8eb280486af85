//! Tests the compiler's messages for likely mistakes. `TRYBUILD=overwrite` rewrites them.

#[test]
fn mistakes_are_explained() {
    trybuild::TestCases::new().compile_fail("cases/*.rs");
}
