//! The documentation of the schema.

use typelang_golden::docs;

#[test]
fn the_layer_is_the_schemas() {
    assert_eq!(docs::LAYER, 7);
}
