//! Bare values, which consist only of their fields.

use typelang_golden::bare::types::{Anonymous, Deep, Holder, Optional, Salt};

use super::assert_exact;

#[test]
fn bare_values_are_their_fields() {
    let salt = Salt { since: 1, salt: 2 };
    let holder = Holder { boxed: salt.clone(), bare: salt.clone(), percent: salt.clone() };
    let fields = "01000000 01000000 02000000 00000000 01000000 02000000 00000000
                  01000000 02000000 00000000";
    assert_exact(&holder, &format!("02000000 {fields}"));
    assert_exact(&Deep { holder }, &format!("04000000 {fields}"));
    let optional = Optional { boxed: None, bare: Some(salt.clone()) };
    assert_exact(&optional, "03000000 02000000 01000000 02000000 00000000");
    let anonymous = Anonymous { salt };
    assert_exact(&anonymous, "05000000 01000000 01000000 02000000 00000000");
}
