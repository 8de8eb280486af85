//! Opaque values that are borrowed from the input.

use typelang_golden::opaque_borrowed::{enums::Update, types::Updates};
use typelang_runtime::{Decode, Encode, Opaque};

use super::hex;

#[test]
fn borrowed_values_lie_in_the_input() {
    let bytes = hex("d412ed5e 01000000 15c4b51c 01000000 e133b013 b43bd345 03416e6e");
    let updates = Updates::from_bytes(&bytes).unwrap();
    let last: Opaque<Update, &[u8]> = updates.last.unwrap();
    assert_eq!(last.as_bytes().as_ptr_range(), bytes[20..].as_ptr_range());
    assert_eq!(format!("{last:?}"), "updateName { name: \"Ann\" }");
    assert_eq!(updates.to_bytes(), bytes);
    assert_eq!(last.to_owned().into_bytes(), bytes[20..]);
}
