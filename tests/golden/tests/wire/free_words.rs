//! Numbers on which no field depends.

use typelang_golden::free_words::{
    functions::GetBlocks,
    types::{Beside, Counted, Optional},
};

use super::assert_exact;

#[test]
fn a_word_without_bits_is_a_number() {
    assert_exact(&Counted { count: 0xffff_ffff, id: 1 }, "01000000 ffffffff 01000000");
    let value = Beside { count: 2, a: Some(3) };
    assert_exact(&value, "02000000 01000000 02000000 03000000");
    let value = Optional { count: Some(4), counts: vec![5] };
    assert_exact(&value, "03000000 01000000 04000000 15c4b51c 01000000 05000000");
    assert_exact(&GetBlocks { mode: 6 }, "04000000 06000000");
}
