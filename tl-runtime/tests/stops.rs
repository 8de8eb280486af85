//! A reader that has failed ends every repetition: nothing is read once more.

use std::cell::Cell;

use typelang_runtime::{Decode, ErrorKind, Options, Reader, VECTOR};

fn bytes(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// Reads vectors in vectors, `depth` of them, each of `count` elements, and counts what is read.
fn nests(reader: &mut Reader<'_>, count: u32, depth: u32, reads: &Cell<u32>) -> Vec<u8> {
    reads.set(reads.get() + 1);
    if depth == 0 {
        reader.int();
        return Vec::new();
    }
    let inner = reader.repeat_with(count, 0, |reader| nests(reader, count, depth - 1, reads));
    inner.concat()
}

#[test]
fn repetitions_end_at_a_fault() {
    for depth in 1..=8 {
        let reads = Cell::new(0);
        let mut reader = Reader::new(&[0; 4]);
        nests(&mut reader, 16, depth, &reads);
        assert!(matches!(reader.error().unwrap().kind(), ErrorKind::UnexpectedEnd { .. }));
        // Down to the first element, and to the second, which is not there.
        assert_eq!(reads.get(), depth + 2, "depth {depth}");
    }
}

#[test]
fn nothing_is_read_behind_a_fault() {
    let input = bytes(&[VECTOR, 3, 1, 2, 3]);
    let mut reader = Reader::new(&input);
    reader.fail(ErrorKind::InvalidUtf8, "a test");
    let reads = Cell::new(0);
    let read = |reader: &mut Reader<'_>| {
        reads.set(reads.get() + 1);
        reader.int()
    };
    assert!(reader.vector_with(4, read).is_empty());
    assert!(reader.bare_vector_with(4, read).is_empty());
    assert!(reader.repeat_with(3, 4, read).is_empty());
    assert!(reader.repeat_with(u32::MAX, 0, read).is_empty());
    assert!(reader.repeat::<i32>(3).is_empty() && reader.vector::<i32>().is_empty());
    assert!(reader.rows([1, 2, 3].into_iter()).is_empty());
    assert_eq!(reads.get(), 0);
    assert_eq!(reader.finish().unwrap_err().kind(), ErrorKind::InvalidUtf8);
}

#[test]
fn arrays_and_values_without_bytes_are_elements() {
    let read = |elements: usize| {
        let mut reader = Reader::with_options(&[], &Options::DEFAULT.elements(elements));
        let _: [(); 3] = reader.array_with(|_| ());
        reader.sizeless();
        reader.repeat_with(2, 0, |_| ());
        reader.finish().map_err(|error| error.kind())
    };
    assert_eq!(read(6), Ok(()));
    assert_eq!(read(5), Err(ErrorKind::ElementLimit));
    assert_eq!(read(3), Err(ErrorKind::ElementLimit));
    assert_eq!(read(2), Err(ErrorKind::ElementLimit));
}

#[test]
fn records_and_rows_are_memory() {
    let read = |memory: usize| {
        let mut reader = Reader::with_options(&[], &Options::DEFAULT.memory(memory));
        assert_eq!(*reader.record([7_u64; 4]), [7; 4]);
        let rows = reader.rows([(1_u32, 2_u32), (3, 4)].into_iter());
        assert!(rows.len() == 2 || reader.failed());
        reader.finish().map_err(|error| error.kind())
    };
    assert_eq!(read(48), Ok(()));
    assert_eq!(read(47), Err(ErrorKind::MemoryLimit));
    assert_eq!(read(31), Err(ErrorKind::MemoryLimit));
    assert_eq!(Vec::<i32>::from_bytes(&bytes(&[VECTOR, 0])), Ok(vec![]));
}
