//! Values in an arena whose encoding depends on numbers.

use allocation_counter::measure;
use typelang_golden::arena_numbers::{
    enums::Turn,
    functions::GetTuple,
    types::{
        Both, Counted, Forth, Link, Links, Nested, Own, OwnRows, Pairs, PairsA, Point, Points,
        Three, Tree, Turns,
    },
};
use typelang_runtime::{BorrowingFunction, Bump, Decode, Encode, ErrorKind, Options};

use super::{arena::assert_exact, hex};

#[test]
fn counts_come_from_slices() {
    let arena = &Bump::new();
    assert_exact(&Counted { a: &[5, 6] }, "01000000 02000000 05000000 06000000", arena);
    let both = Both { a_and_b: &[(1, "x"), (2, "")], id: 9 };
    let bytes = "02000000 02000000 01000000 02000000 09000000 00000000 01780000 00000000";
    assert_exact(&both, bytes, arena);
    let three = Three { a_and_b_and_c: &[(1, "x", 1.5)] };
    assert_exact(&three, "03000000 01000000 01000000 01780000 00000000 0000f83f", arena);
    let rows = [PairsA { k: 1, v: "a" }, PairsA { k: 2, v: "" }];
    let bytes = "04000000 02000000 01000000 01610000 02000000 00000000";
    assert_exact(&Pairs { a: &rows }, bytes, arena);
}

#[test]
fn rows_have_numbers_of_their_own() {
    let rows = [OwnRows { b: &[7], c: Some(8) }];
    let bytes = "05000000 01000000 01000000 07000000 08000000";
    assert_exact(&Own { rows: &rows }, bytes, &Bump::new());
}

#[test]
fn chains_of_values_with_numbers_are_behind_references() {
    let arena = &Bump::new();
    let last = Link { value: 2, next: None };
    let links = Links::new(Link { value: 1, next: Some(&last) });
    assert!(links.try_to_bytes().is_err(), "one number says for both whether there is a next");
    let links = Links::new(last);
    assert_exact(&links, "08000000 00000000 09000000 02000000", arena);
    let leaf = Turn::Forth(&Forth { left_and_right: None });
    let turns = Turns::new(leaf, leaf);
    assert_exact(&turns, "0a000000 00000000 0c000000 0c000000", arena);
}

#[test]
fn values_whose_parts_disagree_are_refused() {
    let nested = Nested { a: &[&[1], &[1, 2]], b: [[0; 3]; 2], d: &[0; 100] };
    assert!(nested.try_to_bytes().is_err());
    let nested = Nested { a: &[&[1, 2], &[3, 4]], b: [[0; 3]; 2], d: &[0; 99] };
    assert!(nested.try_to_bytes().is_err());
    let tree = Tree { parts: &[], pair: None };
    assert_eq!(tree.try_to_bytes(), Ok(hex("07000000 00000000")));
}

#[test]
fn responses_that_depend_on_the_call_are_read_into_the_arena() {
    let (call, arena) = (GetTuple { n: 2 }, Bump::new());
    let reply = hex("13000000 01000000 02000000");
    let deferred = call.read_response(&reply).unwrap();
    let tuple = deferred.read_in(&call, &arena, &Options::DEFAULT).unwrap();
    assert_eq!(tuple.values, [1, 2]);
}

#[test]
fn the_path_of_a_fault_is_found_within_the_memory_of_a_value() {
    let size = size_of::<Point>();
    let most = (1 << 20) / size;
    let mut fitting = 0;
    for count in (most - 4096..=most + 64).step_by(8) {
        let count = u32::try_from(count).unwrap();
        // The count is close to what the memory holds. Only the first point is there.
        let bytes = [0x16, 0b101, count, 0].map(u32::to_le_bytes).concat();
        let arena = Bump::new();
        let mut error = None;
        let taken = measure(|| error = Points::from_bytes_in(&bytes, &arena).err()).bytes_max;
        assert!(taken <= 16 * bytes.len() as u64 + (1 << 20), "{count} points: {taken} bytes");
        fitting += usize::from(error.unwrap().kind() != ErrorKind::MemoryLimit);
    }
    assert!(fitting > 0, "the arena has room for {fitting}");
}
