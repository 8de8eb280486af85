//! Values in an arena: their bytes, their limits, and what hostile input may cost.

#![cfg(feature = "bumpalo")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use allocation_counter::measure;
use std::hint::black_box;
use typelang_runtime::{
    Bump, Combinator, Declared, Decode, DecodeBare, Encode, EncodeBare, ErrorKind, Options, Reader,
    Strictness, Writer,
};

/// What [`Options`] grants beside a multiple of the input.
const SLACK: usize = 1024 * 1024;

/// `leaf#00000001 name:string = Tree;`
#[derive(Clone, Copy, Debug, PartialEq)]
struct Leaf<'de> {
    name: &'de str,
}

/// `node#00000002 left:Tree right:Tree all:Vector<Tree> ids:Vector<long> = Tree;`
#[derive(Clone, Copy, Debug, PartialEq)]
struct Node<'de> {
    left: Tree<'de>,
    right: Tree<'de>,
    all: &'de [Tree<'de>],
    ids: &'de [i64],
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Tree<'de> {
    Leaf(Leaf<'de>),
    Node(&'de Node<'de>),
}

impl Combinator for Leaf<'_> {
    type Schema = ();
    const DECLARED: Declared = Declared { id: 1, name: "leaf", min_len: 4 };
}

impl EncodeBare for Leaf<'_> {
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.value(&self.name);
    }
}

impl<'de> DecodeBare<'de> for Leaf<'de> {
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        Self { name: reader.read() }
    }
}

impl Combinator for Node<'_> {
    type Schema = ();
    const DECLARED: Declared = Declared { id: 2, name: "node", min_len: 24 };
}

impl EncodeBare for Node<'_> {
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.value(&self.left);
        out.value(&self.right);
        out.vector(self.all);
        out.vector(self.ids);
    }
}

impl<'de> DecodeBare<'de> for Node<'de> {
    const NEEDS_ARENA: bool = true;

    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        Self {
            left: reader.read(),
            right: reader.read(),
            all: reader.arena_vector(),
            ids: reader.arena_vector(),
        }
    }
}

impl Encode for Tree<'_> {
    fn encode(&self, out: &mut Writer<'_>) {
        match self {
            Self::Leaf(value) => out.value(value),
            Self::Node(value) => out.value(value),
        }
    }
}

impl<'de> Decode<'de> for Tree<'de> {
    const MIN_LEN: usize = 8;
    const NEEDS_ARENA: bool = true;

    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.nested(|reader| match reader.id() {
            1 => Self::Leaf(DecodeBare::decode_bare(reader)),
            2 => Self::Node(reader.arena_boxed()),
            id => {
                reader.unknown_id(id, "Tree");
                Self::Leaf(DecodeBare::decode_bare(reader))
            }
        })
    }
}

const ANN: Tree<'_> = Tree::Leaf(Leaf { name: "Ann" });

/// A tree that has each part: text, references, slices of values and of numbers.
const TREE: Tree<'_> = Tree::Node(&Node {
    left: ANN,
    right: Tree::Node(&Node { left: ANN, right: ANN, all: &[], ids: &[] }),
    all: &[ANN, Tree::Node(&Node { left: ANN, right: ANN, all: &[ANN], ids: &[7] }), ANN],
    ids: &[1, -2, i64::MAX],
});

/// The bytes of a vector that claims `count` elements, with `zeros` zeros after it.
fn claims(count: u32, zeros: usize) -> Vec<u8> {
    let mut bytes = Vec::from([0x15, 0xc4, 0xb5, 0x1c]);
    bytes.extend(count.to_le_bytes());
    bytes.resize(8 + zeros, 0);
    bytes
}

#[test]
fn values_survive_the_round_trip() {
    let (bytes, arena) = (TREE.to_bytes(), Bump::new());
    assert_eq!(Tree::from_bytes_in(&bytes, &arena), Ok(TREE));
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    assert_eq!(Tree::from_bytes_in_with(&bytes, &arena, &strict), Ok(TREE));
    assert_eq!(TREE.encoded_len(), bytes.len());
}

#[test]
fn strict_prefixes_and_longer_inputs_are_refused() {
    let mut bytes = TREE.to_bytes();
    for len in 0..bytes.len() {
        let arena = Bump::new();
        assert!(Tree::from_bytes_in(&bytes[..len], &arena).is_err(), "{len} bytes are enough");
        assert!(Tree::copied_in(&bytes[..len], &arena).is_err(), "{len} bytes are enough");
    }
    bytes.push(0);
    let error = Tree::from_bytes_in(&bytes, &Bump::new()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TrailingBytes { count: 1 });
}

#[test]
fn text_lies_in_the_input_or_in_the_arena() {
    let (bytes, arena) = (ANN.to_bytes(), Bump::new());
    let Ok(Tree::Leaf(leaf)) = Tree::from_bytes_in(&bytes, &arena) else { unreachable!() };
    assert_eq!(leaf.name.as_bytes().as_ptr_range(), bytes[5..8].as_ptr_range());
    // The input need not live as long as the value.
    let copied = Tree::copied_in(&ANN.to_bytes(), &arena).unwrap();
    drop(bytes);
    assert_eq!(copied, ANN);
}

#[test]
fn a_warm_arena_allocates_nothing() {
    let bytes = TREE.to_bytes();
    let mut arena = Bump::new();
    _ = black_box(Tree::copied_in(&bytes, &arena).unwrap());
    for _ in 0..3 {
        arena.reset();
        let held = arena.allocated_bytes();
        let info = measure(|| {
            _ = black_box(Tree::from_bytes_in(black_box(&bytes), &arena).unwrap());
        });
        assert_eq!(info.count_total, 0);
        arena.reset();
        let info = measure(|| {
            _ = black_box(Tree::copied_in(black_box(&bytes), &arena).unwrap());
        });
        assert_eq!((info.count_total, arena.allocated_bytes()), (0, held));
    }
}

#[test]
fn encoding_from_borrowed_parts_does_not_allocate() {
    let mut out = Vec::with_capacity(1024);
    let info = measure(|| {
        let name = black_box("hi");
        let all = [Tree::Leaf(Leaf { name })];
        let node = Node { left: all[0], right: all[0], all: &all, ids: &[1] };
        Tree::Node(&node).encode_into(&mut out);
    });
    assert_eq!(info.count_total, 0);
    assert_eq!(out.len(), 4 + 8 + 8 + 8 + 8 + 8 + 8);
}

#[test]
fn hostile_counts_take_no_memory() {
    for count in [1 << 20, u32::MAX] {
        let (bytes, arena) = (claims(count, 64), Bump::new());
        let error = <&[Tree<'_>]>::from_bytes_in(&bytes, &arena).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::CountTooLarge { count });
        assert_eq!(arena.allocated_bytes(), 0);
        let error = <&[()]>::from_bytes_in(&claims(count, 0), &arena).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ElementLimit);
    }
    let (empty, arena) = (claims(0, 0), Bump::new());
    assert_eq!(<&[i64]>::from_bytes_in(&empty, &arena), Ok(&[][..]));
    assert_eq!(arena.allocated_bytes(), 0);
}

/// The least value of a type that is large in memory.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Wide([u64; 75]);

impl<'de> Decode<'de> for Wide {
    const MIN_LEN: usize = 4;

    fn decode(reader: &mut Reader<'de>) -> Self {
        Self([reader.nat().into(); 75])
    }
}

#[test]
fn what_the_arena_takes_is_limited_with_its_reserve() {
    // Slices of slices, each of one value of 600 bytes: the arena grows step by step.
    for count in [1, 10, 1_000, 20_000, 200_000_u32] {
        let mut bytes = claims(count, 0);
        for _ in 0..count {
            bytes.extend(claims(1, 4));
        }
        let arena = Bump::new();
        let read = <&[&[Wide]]>::from_bytes_in(&bytes, &arena);
        let (taken, limit) = (arena.allocated_bytes(), 15 * bytes.len() + SLACK);
        assert!(taken <= limit, "{taken} of {limit} bytes for {count} values");
        match read {
            Ok(values) => assert_eq!(values.len(), count as usize),
            Err(ref error) => assert_eq!(error.kind(), ErrorKind::MemoryLimit, "{count}"),
        }
        assert_eq!(read.is_ok(), count <= 1_000, "{count} values");
        let copied = Bump::new();
        assert_eq!(<&[&[Wide]]>::copied_in(&bytes, &copied).is_ok(), read.is_ok());
        assert!(copied.allocated_bytes() <= limit + bytes.len());
    }
}

#[test]
fn the_arena_keeps_the_limit_of_its_owner() {
    let bytes = claims(1_000, 8_000);
    let arena = Bump::new();
    arena.set_allocation_limit(Some(4_000));
    let error = <&[i64]>::from_bytes_in(&bytes, &arena).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MemoryLimit);
    assert_eq!(arena.allocation_limit(), Some(4_000));
    let error = <&[i64]>::copied_in(&bytes, &arena).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MemoryLimit);
    arena.set_allocation_limit(None);
    assert_eq!(<&[i64]>::from_bytes_in(&bytes, &arena).unwrap().len(), 1_000);
    assert_eq!(arena.allocation_limit(), None);
}

#[test]
fn a_reference_has_a_place_even_without_memory() {
    let (bytes, arena) = (TREE.to_bytes(), Bump::new());
    arena.set_allocation_limit(Some(0));
    let error = Tree::from_bytes_in(&bytes, &arena).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MemoryLimit);
    assert_eq!(arena.allocation_limit(), Some(0));
    let options = Options::DEFAULT.memory(8);
    let error = Tree::from_bytes_in_with(&bytes, &Bump::new(), &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MemoryLimit);
}

/// The arena doubles its pieces, but not for the places that are needed after its limit.
#[test]
fn places_without_memory_are_few() {
    let node = Tree::Node(&Node { left: ANN, right: ANN, all: &[], ids: &[] });
    let bytes = vec![node; 2_000].to_bytes();
    let needed = Bump::new();
    assert!(<&[Tree<'_>]>::from_bytes_in(&bytes, &needed).is_ok());
    for limit in (1_000..needed.allocated_bytes() / 2).step_by(101) {
        let arena = Bump::new();
        arena.set_allocation_limit(Some(limit));
        let error = <&[Tree<'_>]>::from_bytes_in(&bytes, &arena).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::MemoryLimit);
        let taken = arena.allocated_bytes();
        assert!(taken <= limit + 2_048, "{taken} bytes with a limit of {limit}");
        // The limit has been passed, and holds for further values.
        for _ in 0..3 {
            assert!(<&[Tree<'_>]>::from_bytes_in(&bytes, &arena).is_err());
        }
        let again = arena.allocated_bytes();
        assert!(again <= taken + 3 * 2_048, "{again} bytes, {taken} of them at first");
    }
}

#[test]
fn a_reader_without_an_arena_says_so() {
    let bytes = TREE.to_bytes();
    let mut reader = Reader::new(&bytes);
    _ = Tree::decode(&mut reader);
    let error = reader.finish().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NoArena);
    assert!(error.to_string().contains("read with `Decode::from_bytes_in`"), "{error}");
    let bytes = claims(1, 8);
    let mut reader = Reader::new(&bytes);
    assert_eq!(<&[i64]>::decode(&mut reader), [] as [i64; 0]);
    assert_eq!(reader.finish().unwrap_err().kind(), ErrorKind::NoArena);
}

#[test]
fn depth_is_limited() {
    let mut bytes = Vec::new();
    for _ in 0..10_000 {
        bytes.extend([2, 0, 0, 0]);
    }
    let error = Tree::from_bytes_in(&bytes, &Bump::new()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DepthLimit);
}

#[test]
fn any_damage_ends_in_a_value_or_an_error() {
    let bytes = TREE.to_bytes();
    let mut arena = Bump::new();
    for at in 0..bytes.len() {
        for value in [0, 1, 2, 0x7f, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] = value;
            arena.reset();
            if let Ok(read) = Tree::from_bytes_in(&damaged, &arena) {
                assert_eq!(Tree::from_bytes_in(&read.to_bytes(), &arena), Ok(read));
            }
        }
    }
}

#[test]
fn a_reader_without_an_arena_leaks_only_one() {
    let bytes = TREE.to_bytes();
    let mut reader = Reader::new(&bytes);
    let read = measure(|| {
        black_box(reader.read::<Tree<'_>>());
        black_box(reader.arena_boxed::<Node<'_>>());
    });
    assert_eq!(reader.finish().unwrap_err().kind(), ErrorKind::NoArena);
    assert!(read.bytes_current < 2048, "{read:?}");
}
