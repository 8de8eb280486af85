//! What a program with one crate measures.

#[allow(dead_code)]
#[path = "../corpus.rs"]
mod corpus;

use std::hint::black_box;
use std::time::Instant;

const SAMPLES: usize = 1001;
const CALLS: u32 = 10;

/// Prints the medians, in microseconds, to decode a slice of messages and drop it, and to encode it into a reused buffer.
pub fn print<T>(decode: impl Fn(&[u8]) -> T, encode: impl Fn(&T, &mut Vec<u8>)) {
    let wire = corpus::messages();
    let value = decode(&wire);
    let mut out = Vec::with_capacity(2 * wire.len());
    encode(&value, &mut out);
    assert!(out == wire, "the bytes differ");
    let decoding = median(|| drop(black_box(decode(black_box(&wire)))));
    let encoding = median(|| {
        out.clear();
        encode(black_box(&value), &mut out);
        black_box(&out);
    });
    println!("{decoding} {encoding}");
}

fn median(mut call: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let start = Instant::now();
            (0..CALLS).for_each(|_| call());
            start.elapsed().as_secs_f64() * 1e6 / f64::from(CALLS)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[SAMPLES / 2]
}
