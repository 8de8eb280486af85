//! The places of values in an arena: each is aligned, and no two overlap.

#![cfg(feature = "bumpalo")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::ptr;
use typelang_runtime::{Bump, Combinator, Declared, DecodeBare, ErrorKind, Options, Reader};

/// Types of several sizes and alignments, each read as a sequence of equal bytes.
macro_rules! aligned {
    ($($name:ident: [u8; $len:literal], $align:literal;)*) => {$(
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[repr(align($align))]
        struct $name([u8; $len]);

        impl Combinator for $name {
            type Schema = ();
            const DECLARED: Declared = Declared { id: $len, name: stringify!($name), min_len: 4 };
        }

        impl DecodeBare<'_> for $name {
            fn decode_bare(reader: &mut Reader<'_>) -> Self {
                let [byte, ..] = reader.int().to_le_bytes();
                Self([byte; $len])
            }
        }
    )*};
}

aligned! {
    Nothing: [u8; 0], 1;
    Byte: [u8; 1], 1;
    Odd: [u8; 7], 1;
    Three: [u8; 12], 4;
    Five: [u8; 40], 8;
    Wide: [u8; 16], 16;
    Wider: [u8; 96], 64;
}

#[test]
fn values_of_all_sizes_and_alignments_have_places_of_their_own() {
    /// The address and length of each place.
    type Places = Vec<(usize, usize)>;

    fn read<'de, T: DecodeBare<'de> + Copy>(
        reader: &mut Reader<'de>,
        places: &mut Places,
    ) -> (&'de T, &'de [T]) {
        let (one, many) =
            (reader.arena_boxed::<T>(), reader.arena_repeat_with(3, 4, T::decode_bare));
        for place in [ptr::from_ref(one).addr(), many.as_ptr().addr()] {
            assert_eq!(place % align_of::<T>(), 0);
        }
        places.push((ptr::from_ref(one).addr(), size_of::<T>()));
        places.push((many.as_ptr().addr(), size_of_val(many)));
        (one, many)
    }

    let wire: Vec<u8> = (1_u32..=28 * 40).flat_map(u32::to_le_bytes).collect();
    let (arena, mut places) = (Bump::new(), Places::new());
    let mut reader = Reader::in_arena(&wire, &Options::DEFAULT, &arena);
    let rounds: Vec<_> = (0..40)
        .map(|_| {
            let (reader, places) = (&mut reader, &mut places);
            (
                (read::<Nothing>(reader, places), read::<Byte>(reader, places)),
                (read::<Odd>(reader, places), read::<Three>(reader, places)),
                (read::<Five>(reader, places), read::<Wide>(reader, places)),
                read::<Wider>(reader, places),
            )
        })
        .collect();
    reader.finish().unwrap();
    places.retain(|(_, len)| *len > 0);
    places.sort_unstable();
    assert!(places.windows(2).all(|pair| pair[0].0 + pair[0].1 <= pair[1].0), "places overlap");

    // Only now, so that a place that was given twice would hold the later value.
    let mut next = 0_u32;
    let mut expect = |bytes: &[u8]| {
        next += 1;
        assert!(bytes.iter().all(|byte| *byte == next.to_le_bytes()[0]), "value {next}");
    };
    for ((nothing, byte), (odd, three), (five, wide), wider) in rounds {
        assert_eq!(nothing.1.len(), 3);
        [nothing.0].into_iter().chain(nothing.1).for_each(|it| expect(&it.0));
        [byte.0].into_iter().chain(byte.1).for_each(|it| expect(&it.0));
        [odd.0].into_iter().chain(odd.1).for_each(|it| expect(&it.0));
        [three.0].into_iter().chain(three.1).for_each(|it| expect(&it.0));
        [five.0].into_iter().chain(five.1).for_each(|it| expect(&it.0));
        [wide.0].into_iter().chain(wide.1).for_each(|it| expect(&it.0));
        [wider.0].into_iter().chain(wider.1).for_each(|it| expect(&it.0));
    }
}

#[test]
fn a_slice_ends_at_the_fault() {
    let wire: Vec<u8> = [3_u32, 1, 2].into_iter().flat_map(u32::to_le_bytes).collect();
    let arena = Bump::new();
    let mut reader = Reader::in_arena(&wire, &Options::DEFAULT, &arena);
    let read = |reader: &mut Reader<'_>| {
        let number = reader.int();
        if number == 2 {
            reader.unknown_id(2, "a number below 2");
        }
        number
    };
    // It claims that an element takes no bytes, so that the count is not what is refused.
    assert_eq!(reader.arena_bare_vector_with(0, read), [1]);
    assert_eq!(reader.finish().unwrap_err().kind(), ErrorKind::UnknownId { found: 2 });
}
