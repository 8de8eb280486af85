//! Mistakes that users will make, and what the compiler says of each. `TRYBUILD=overwrite` writes that anew.

#[test]
fn mistakes_are_explained() {
    trybuild::TestCases::new().compile_fail("cases/*.rs");
}
