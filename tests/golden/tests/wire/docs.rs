//! What the schema says of itself.

use typelang_golden::docs;

#[test]
fn the_layer_is_the_schemas() {
    assert_eq!(docs::LAYER, 7);
}
