//! Types that contain themselves.

use core::fmt::Debug;

use typelang_golden::recursion::{
    enums::{Node, RichText},
    types::{Bold, Branch, Chain, Concat, Even, Fork, Links, List, Odd, Plain, Tree, Turns},
};
use typelang_runtime::{Decode, Encode, ErrorKind, Options};

use super::{assert_exact, hex};

fn bold(text: RichText) -> RichText {
    RichText::Bold(Box::new(Bold { text }))
}

#[test]
fn values_come_back() {
    let text = RichText::Concat(Concat {
        texts: vec![bold(RichText::Plain(Plain { text: "x".to_owned() })), RichText::Nothing],
    });
    assert_exact(&text, "03000000 15c4b51c 02000000 02000000 01000000 01780000 04000000");
    let tree = Tree { children: vec![Tree { children: vec![] }] };
    assert_exact(&tree, "05000000 15c4b51c 01000000 05000000 15c4b51c 00000000");
    let list = List { next: Some(Box::new(List { next: None, value: 1 })), value: 2 };
    assert_exact(&list, "06000000 01000000 06000000 00000000 01000000 02000000");
    let chain = Chain { next: Some(Box::new(Chain { next: None })) };
    assert_exact(&chain, "07000000 01000000 00000000");
    let leaf = || Box::new(Fork { node: Node::Leaf });
    let node = Node::Branch(Box::new(Branch { left: leaf(), right: leaf() }));
    assert_exact(&node, "09000000 0a000000 08000000 0a000000 08000000");
    let even = Even { odd: Some(Box::new(Odd { even: Box::new(Even { odd: None }) })) };
    assert_exact(&even, "0b000000 01000000 0c000000 0b000000 00000000");
}

/// Both give `value`, nested five deep, and one level more.
#[track_caller]
fn assert_depth<T>(value: &T, deeper: &T)
where
    T: for<'de> Decode<'de> + Encode + PartialEq + Debug,
{
    let options = Options::DEFAULT.depth(5);
    assert_eq!(T::from_bytes_with(&value.to_bytes(), &options).as_ref(), Ok(value));
    let error = T::from_bytes_with(&deeper.to_bytes(), &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DepthLimit);
}

/// Applies `of` to `value`, `count` times.
fn times<T>(count: usize, value: T, of: impl Fn(T) -> T) -> T {
    (0..count).fold(value, |value, _| of(value))
}

#[test]
fn depth_is_limited_on_every_kind_of_cycle() {
    let text = |count| times(count, RichText::Nothing, bold);
    assert_depth(&text(4), &text(5));
    let concat = |count| {
        times(count, RichText::Nothing, |text| RichText::Concat(Concat { texts: vec![text] }))
    };
    assert_depth(&concat(4), &concat(5));
    let tree =
        |count| times(count, Tree { children: vec![] }, |tree| Tree { children: vec![tree] });
    assert_depth(&tree(4), &tree(5));
    let list = |count| {
        let last = List { next: None, value: 0 };
        times(count, last, |list| List { next: Some(Box::new(list)), value: 0 })
    };
    assert_depth(&list(4), &list(5));
    let chain =
        |count| times(count, Chain { next: None }, |chain| Chain { next: Some(Box::new(chain)) });
    assert_depth(&chain(4), &chain(5));
}

#[test]
fn depth_is_limited_where_types_contain_each_other() {
    let even = |count| {
        times(count, Even { odd: None }, |even| Even {
            odd: Some(Box::new(Odd { even: Box::new(even) })),
        })
    };
    // A level of this value is two values.
    assert_depth(&even(2), &even(3));
    let node = |count| {
        times(count, Node::Leaf, |node| {
            let (left, right) = (Fork { node: Node::Leaf }, Fork { node });
            Node::Branch(Box::new(Branch { left: Box::new(left), right: Box::new(right) }))
        })
    };
    assert_depth(&node(2), &node(3));
}

#[test]
fn a_hundred_thousand_levels_are_an_error() {
    let bytes = 2_u32.to_le_bytes().repeat(100_000);
    let error = RichText::from_bytes(&bytes).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DepthLimit);
    let bytes = [7_u32, 1].map(u32::to_le_bytes).as_flattened().to_vec();
    let chain = [bytes, 1_u32.to_le_bytes().repeat(100_000)].concat();
    assert_eq!(Chain::from_bytes(&chain).unwrap_err().kind(), ErrorKind::DepthLimit);
}

/// A number that was read before the fault says that the value continues, at any depth.
#[test]
fn what_goes_on_by_a_number_from_outside_ends_at_a_fault() {
    let end = |bytes| Links::from_bytes(&hex(bytes)).unwrap_err().kind();
    let at_end = |needed| ErrorKind::UnexpectedEnd { needed, left: 0 };
    assert_eq!(end("0d000000 01000000"), at_end(4));
    assert_eq!(end("0d000000 01000000 0e000000 05000000"), at_end(4));
    assert!(matches!(end("0d000000 01000000 efbeadde"), ErrorKind::WrongId { .. }));
    let end = |bytes| Turns::from_bytes(&hex(bytes)).unwrap_err().kind();
    for bytes in ["0f000000 03000000", "0f000000 03000000 10000000", "0f000000 03000000 11000000"] {
        assert_eq!(end(bytes), at_end(4), "{bytes}");
    }
    // Deeper than the limit.
    let links = [hex("0d000000 01000000"), hex("0e000000 05000000").repeat(100_000)].concat();
    assert_eq!(Links::from_bytes(&links).unwrap_err().kind(), ErrorKind::DepthLimit);
}
