//! The bytes of each example are those of the same value in JSON.

use typelang_examples::{EXAMPLES, schemas};
use typelang_runtime::reflect::{
    Root,
    json::{Form, encode_text},
};

#[test]
fn examples_have_the_bytes_of_their_json() {
    let schemas = schemas().expect("the schemas are compiled");
    let mut faults = Vec::new();
    for example in EXAMPLES {
        let schema = &schemas[usize::from(example.is_small)];
        let combinator = schema.named(example.name).expect("the schema has the name");
        let own = core::slice::from_ref(schema);
        let root = Root::Boxed(schema, combinator);
        let want = encode_text(own, root, example.json, Form::default());
        let got = (example.bytes)();
        if !want.as_ref().is_ok_and(|want| *want == got) {
            faults.push(format!("{}: {got:02x?}, and {want:02x?}: {}", example.name, example.json));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    // Each method of the layer is tried twice: with required fields, and with all fields.
    assert!(EXAMPLES.iter().filter(|it| !it.is_small).count() >= 2 * 850);
}
