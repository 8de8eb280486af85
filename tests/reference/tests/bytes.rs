//! The Rust example of each page has the bytes that the page shows, which are those of its JSON example.

use typelang_reference_examples::EXAMPLES;

#[test]
fn rust_examples_have_the_bytes_of_their_page() {
    let mut faults = Vec::new();
    for example in EXAMPLES {
        let hex: String = (example.bytes)().iter().map(|byte| format!("{byte:02x}")).collect();
        if hex != example.hex {
            faults.push(format!("{}: {hex}, and the page shows {}", example.name, example.hex));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert_eq!(EXAMPLES.len(), 850);
}
