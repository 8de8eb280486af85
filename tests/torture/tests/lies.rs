//! The tests find types that lose their contents.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use typelang_runtime::{Decode, Encode, Reader, Writer};
use typelang_torture::{Build, Family, Maker, Same, Subject};

/// Writes its first number, and a wrong second number or none.
#[derive(Clone, Debug, PartialEq)]
struct Pair<const HOW: u8>(i32, i32);

const HONEST: u8 = 0;
const LOSES: u8 = 1;
const CUTS: u8 = 2;
const BLIND: u8 = 3;

impl<const HOW: u8> Encode for Pair<HOW> {
    fn encode(&self, out: &mut Writer<'_>) {
        out.int(self.0);
        match HOW {
            LOSES => out.int(0),
            CUTS => {}
            _ => out.int(self.1),
        }
    }
}

impl<const HOW: u8> Decode<'_> for Pair<HOW> {
    const MIN_LEN: usize = 8;

    fn decode(reader: &mut Reader<'_>) -> Self {
        Self(reader.int(), reader.int())
    }
}

impl<'a, const HOW: u8> Build<'a> for Pair<HOW> {
    fn build(maker: &mut Maker<'a, '_>) -> Self {
        Self(maker.make(), maker.make())
    }
}

impl<const HOW: u8> Same for Pair<HOW> {
    fn same(&self, other: &Self) -> bool {
        self.0 == other.0 && (HOW == BLIND || self.1 == other.1)
    }
}

struct Pairs<const HOW: u8>;

impl<const HOW: u8> Family for Pairs<HOW> {
    type Of<'a> = Pair<HOW>;
}

/// Returns what is wrong with the first faulty value among several made ones.
fn fault<const HOW: u8>() -> Option<String> {
    let subject = Subject::of::<Pairs<HOW>>("Pair");
    (0..50).find_map(|seed| subject.make(seed).err())
}

#[test]
fn what_is_written_as_something_else_is_a_fault() {
    assert_eq!(fault::<HONEST>(), None);
    assert!(fault::<LOSES>().unwrap().starts_with("bytes of another value"));
    assert!(fault::<CUTS>().unwrap().starts_with("bytes that are not read"));
    assert!(fault::<BLIND>().is_some_and(|fault| fault.starts_with("`==` says")));
}
