//! The places of values in an arena: each is aligned, and no two overlap.

#![cfg(feature = "bumpalo")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use typelang_runtime::{Bump, Combinator, Declared, DecodeBare, ErrorKind, Options, Reader};

/// Types of several sizes and alignments. Each is read from four bytes, and repeats the first of them.
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

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }
    )*};
}

aligned! {
    Nothing: [u8; 0], 1;
    AlignedNothing: [u8; 0], 64;
    Byte: [u8; 1], 1;
    Odd: [u8; 7], 1;
    Four: [u8; 4], 4;
    Three: [u8; 12], 4;
    Five: [u8; 40], 8;
    Wide: [u8; 16], 16;
    Wider: [u8; 96], 64;
    Page: [u8; 4096], 4096;
    Large: [u8; 16_000], 2;
}

/// The values that a reader has read, and their places.
#[derive(Default)]
struct Places<'de> {
    values: Vec<&'de [u8]>,
    /// The address and length of each place.
    places: Vec<(usize, usize)>,
}

impl<'de> Places<'de> {
    fn note<T: AsRef<[u8]>>(&mut self, values: &'de [T]) {
        assert_eq!(values.as_ptr().addr() % align_of::<T>(), 0, "{}", std::any::type_name::<T>());
        self.places.push((values.as_ptr().addr(), size_of_val(values)));
        self.values.extend(values.iter().map(AsRef::as_ref));
    }

    /// Reads a value, and slices of 0, 1 and 3 values.
    fn read<T: DecodeBare<'de> + Copy + AsRef<[u8]> + 'de>(&mut self, reader: &mut Reader<'de>) {
        self.note(std::slice::from_ref(reader.arena_boxed::<T>()));
        for count in [0, 1, 3] {
            let values = reader.arena_repeat_with(count, 4, T::decode_bare);
            assert!(reader.failed() || values.len() == count as usize);
            self.note(values);
        }
    }

    fn read_all(&mut self, reader: &mut Reader<'de>) {
        self.read::<Nothing>(reader);
        self.read::<AlignedNothing>(reader);
        self.read::<Byte>(reader);
        self.read::<Odd>(reader);
        self.read::<Four>(reader);
        self.read::<Three>(reader);
        self.read::<Five>(reader);
        self.read::<Wide>(reader);
        self.read::<Wider>(reader);
    }

    fn expect_disjoint(&mut self) {
        self.places.retain(|(_, len)| *len > 0);
        self.places.sort_unstable();
        let is_disjoint = |pair: &[(usize, usize)]| pair[0].0 + pair[0].1 <= pair[1].0;
        assert!(self.places.windows(2).all(is_disjoint), "places overlap");
    }
}

#[test]
fn values_of_all_sizes_and_alignments_have_places_of_their_own() {
    const ROUNDS: u32 = 40;
    let wire: Vec<u8> = (1..=ROUNDS * 9 * 5).flat_map(u32::to_le_bytes).collect();
    let (arena, mut places) = (Bump::new(), Places::default());
    let mut reader = Reader::in_arena(&wire, &Options::DEFAULT, &arena);
    for round in 0..ROUNDS as usize {
        places.read_all(&mut reader);
        // The next round begins at another alignment.
        arena.alloc_slice_fill_copy(round, 0xff_u8);
    }
    reader.finish().unwrap();
    places.expect_disjoint();
    // Only now, so that a place that was given twice would hold the later value.
    for (value, number) in places.values.iter().zip(1_u32..) {
        assert!(value.iter().all(|byte| *byte == number.to_le_bytes()[0]), "value {number}");
    }
}

#[test]
fn values_have_places_under_every_limit_and_without_an_arena() {
    let wire = [5; 4 * 100];
    let limits = (0..400).map(|at| Some(at * 700)).chain([None]);
    for (limit, has_arena) in limits.map(|limit| (limit, true)).chain([(None, false)]) {
        let (arena, mut places) = (Bump::new(), Places::default());
        arena.set_allocation_limit(limit);
        let mut reader = if has_arena {
            Reader::in_arena(&wire, &Options::DEFAULT, &arena)
        } else {
            Reader::new(&wire)
        };
        places.read::<Page>(&mut reader);
        places.read_all(&mut reader);
        places.read::<Large>(&mut reader);
        places.read_all(&mut reader);
        places.expect_disjoint();
        if !has_arena {
            assert_eq!(reader.finish().unwrap_err().kind(), ErrorKind::NoArena);
        }
    }
}

#[test]
fn a_box_counts_the_size_of_its_content() {
    let wire = [1; 40];
    for (limit, is_enough) in [(39, false), (40, true)] {
        let (arena, options) = (Bump::new(), Options::DEFAULT.memory(limit));
        let mut reader = Reader::in_arena(&wire, &options, &arena);
        for _ in 0..10 {
            reader.arena_boxed::<Four>();
        }
        assert_eq!(reader.finish().is_ok(), is_enough, "{limit} bytes");
    }
    let (arena, options) = (Bump::new(), Options::DEFAULT.memory(31));
    let mut reader = Reader::in_arena(&wire, &options, &arena);
    reader.arena_boxed::<Wide>();
    reader.arena_boxed::<Wide>();
    assert_eq!(reader.finish().unwrap_err().kind(), ErrorKind::MemoryLimit);
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
    // `min_len` is 0, so the count is admitted although the input holds only two elements.
    assert_eq!(reader.arena_bare_vector_with(0, read), [1]);
    assert_eq!(reader.finish().unwrap_err().kind(), ErrorKind::UnknownId { found: 2 });
}

#[test]
fn a_panic_within_a_slice_leaves_other_values_alone() {
    let (wire, arena) = ([7; 400], Bump::new());
    let mut reader = Reader::in_arena(&wire, &Options::DEFAULT, &arena);
    let mut places = Places::default();
    for panics_at in 0..4 {
        places.read::<Odd>(&mut reader);
        let mut at = 0;
        let slice = catch_unwind(AssertUnwindSafe(|| {
            reader.arena_repeat_with(3, 4, |reader| {
                assert_ne!(at, panics_at, "on purpose");
                at += 1;
                Wide::decode_bare(reader)
            })
        }));
        assert_eq!(slice.is_err(), panics_at < 3);
        places.note(std::slice::from_ref(&*arena.alloc(Byte([7]))));
    }
    places.expect_disjoint();
    assert!(places.values.iter().all(|value| value.iter().all(|byte| *byte == 7)));
}
