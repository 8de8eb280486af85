//! Bytes that are kept, counted and handed over are the same ones.

use std::{cell::Cell, panic};
use typelang_runtime::{Count, DisagreementKind, Encode, Reader, Sink, Writer};

/// Keeps what it is given, and needs no more from some length on.
struct Taken {
    bytes: Vec<u8>,
    pieces: usize,
    enough: usize,
}

impl Taken {
    fn new(enough: usize) -> Self {
        Self { bytes: Vec::new(), pieces: 0, enough }
    }
}

impl Sink for Taken {
    fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.pieces += 1;
    }

    fn is_done(&self) -> bool {
        self.bytes.len() >= self.enough
    }
}

/// Writes the same to each, behind `before` bytes, so that blocks end everywhere.
#[track_caller]
fn check(write: impl Fn(&mut Writer<'_>)) {
    for before in [0, 1, 500, 508, 511, 512, 513] {
        let written = |mut out: Writer<'_>| {
            out.put(&vec![7; before]);
            write(&mut out);
            out.into_bytes()
        };
        let kept = written(Writer::new());
        assert_eq!(written(Writer::appending(vec![1, 2])), [&[1, 2], &*kept].concat());
        let mut count = Count::new();
        assert!(written(Writer::to(&mut count)).is_empty());
        assert_eq!(count.len(), kept.len(), "behind {before}");
        let mut taken = Taken::new(usize::MAX);
        assert!(written(Writer::to(&mut taken)).is_empty());
        assert_eq!(taken.bytes, kept, "behind {before}");
    }
}

#[test]
fn primitives() {
    check(|_| {});
    check(|out| {
        out.int(-1);
        out.nat(1);
        out.long(2);
        out.double(3.0);
        out.float(4.0);
        out.int128([5; 16]);
        out.int256([6; 32]);
        out.int512([7; 64]);
        out.bool(true);
        out.id(8);
        out.put(&[]);
        out.put(&[1; 3000]);
    });
}

#[test]
fn text() {
    for len in [0, 1, 3, 4, 5, 16, 17, 253, 254, 400, 511, 512, 600, (1 << 24) - 1, 1 << 24] {
        let text = vec![9; len];
        check(|out| out.bytes(&text));
    }
}

#[test]
fn text_of_each_length_is_exact_whatever_room_there_is() {
    for len in 0..300_usize {
        let text: Vec<u8> = (1..=u8::MAX).cycle().take(len).collect();
        let mut exact = match u8::try_from(len) {
            Ok(short @ ..254) => vec![short],
            _ => vec![254, len.to_le_bytes()[0], len.to_le_bytes()[1], 0],
        };
        exact.extend_from_slice(&text);
        exact.resize(exact.len().next_multiple_of(4), 0);
        for room in 0..=exact.len() + 5 {
            let mut out = Writer::appending(Vec::with_capacity(room));
            out.bytes(&text);
            assert_eq!(out.into_bytes(), exact, "{len} bytes into {room}");
        }
    }
}

#[test]
fn runs() {
    check(|out| {
        for _ in 0..40 {
            out.run((1_u32, 2_i64));
            out.run(([1_u8; 16], [2_u8; 32], 3_i64, 4_u32, 5_i32));
        }
    });
}

#[test]
fn vectors() {
    for len in [0, 1, 63, 64, 65, 511, 512, 513, 1025] {
        let longs: Vec<i64> = (0..len).collect();
        check(|out| out.vector(&longs));
        let ints: Vec<i32> = longs.iter().map(|long| i32::try_from(*long).unwrap()).collect();
        check(|out| out.bare_vector(&ints));
        let hashes: Vec<[u8; 16]> = longs.iter().map(|_| [3; 16]).collect();
        check(|out| out.repeat(&hashes));
        let texts: Vec<String> = longs.iter().map(ToString::to_string).collect();
        check(|out| out.vector_with(&texts, |out, text| out.string(text)));
    }
}

/// Whether a value is refused, and where.
fn refusal(write: impl FnOnce(&mut Writer<'_>)) -> Option<(String, DisagreementKind)> {
    let mut out = Writer::new();
    write(&mut out);
    let fault = out.finish().err()?;
    Some((fault.path(), fault.kind()))
}

#[test]
fn numbers_that_agree() {
    for len in [0, 1, 300] {
        check(|out| out.expect_count(len, &vec![0; len as usize]));
    }
    for flags in [0, 2] {
        check(|out| {
            out.expect_bit(flags, 1, flags == 2);
            out.optional_nat(flags, 1, u32::from(flags == 2) * 7);
            let sum = out.sum(flags, 5);
            out.nat(sum);
        });
    }
}

#[test]
fn the_first_number_that_disagrees_is_kept_with_its_path() {
    let count = refusal(|out| {
        out.within("a", |out| out.int(1));
        out.within("m", |out| {
            out.repeat_within(&[1_usize, 1, 0, 2], |out, len| {
                out.within("row", |out| out.expect_count(1, &vec![0; *len]));
            });
        });
        out.within("b", |out| out.expect_bit(1, 0, false));
    });
    let found = DisagreementKind::Count { expected: 1, found: 0 };
    assert_eq!(count, Some(("m[2].row".to_owned(), found)));
    let bit = |flags, is_there| refusal(|out| out.expect_bit(flags, 3, is_there));
    let presence = |found| Some((String::new(), DisagreementKind::Presence { bit: 3, found }));
    assert_eq!(bit(8, false), presence(false));
    assert_eq!(bit(0, true), presence(true));
    assert_eq!(bit(8, true), None);
    assert_eq!(refusal(|out| out.optional_nat(0, 3, 5)), presence(true));
    let sum = refusal(|out| _ = out.sum(u32::MAX, 1));
    let kind = DisagreementKind::Sum { number: u32::MAX, plus: 1 };
    assert_eq!(sum, Some((String::new(), kind)));
}

#[test]
fn values_with_their_length() {
    for len in [0, 5, 600] {
        let text = "x".repeat(len);
        check(|out| {
            out.sized(&text);
            out.sized(&vec![1_i64, 2]);
        });
        let mut out = Writer::new();
        out.sized(&text);
        let bytes = out.into_bytes();
        assert_eq!(bytes[4..], text.to_bytes());
        assert_eq!(Reader::new(&bytes).int(), i32::try_from(bytes.len() - 4).unwrap());
    }
}

#[test]
fn a_sink_is_called_for_many_bytes_at_once() {
    let mut taken = Taken::new(usize::MAX);
    vec!["four".to_owned(); 1000].encode(&mut Writer::to(&mut taken));
    assert_eq!(taken.bytes.len(), 8 + 8000);
    assert!(taken.pieces <= 17, "{} pieces", taken.pieces);
}

#[test]
fn a_sink_that_is_done_is_spared() {
    let mut taken = Taken::new(1000);
    vec![0_i64; 1_000_000].encode(&mut Writer::to(&mut taken));
    assert!((1000..10_000).contains(&taken.bytes.len()), "{}", taken.bytes.len());
    let mut taken = Taken::new(1000);
    vec![true; 1_000_000].encode(&mut Writer::to(&mut taken));
    assert!((1000..3000).contains(&taken.bytes.len()), "{}", taken.bytes.len());
}

#[test]
fn an_encoder_that_panics_leaves_the_buffer_as_far_as_it_came() {
    struct Panics;
    impl Encode for Panics {
        fn encode(&self, out: &mut Writer<'_>) {
            out.int(5);
            panic::resume_unwind(Box::new(()));
        }
    }
    let buffer = Cell::new(vec![1, 2, 3]);
    let caught = panic::catch_unwind(panic::AssertUnwindSafe(|| {
        struct Home<'a>(&'a Cell<Vec<u8>>, Vec<u8>);
        impl Drop for Home<'_> {
            fn drop(&mut self) {
                self.0.set(std::mem::take(&mut self.1));
            }
        }
        let mut home = Home(&buffer, buffer.take());
        Panics.encode_into(&mut home.1);
    }));
    assert!(caught.is_err());
    assert_eq!(buffer.take(), [1, 2, 3, 5, 0, 0, 0]);
}
