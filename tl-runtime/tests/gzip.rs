//! Packing and unpacking, and what hostile streams may cost.

#![cfg(feature = "gzip")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use allocation_counter::measure;
use proptest::{collection::vec, prelude::*};
use std::hint::black_box;
use typelang_runtime::{
    Encode, ErrorKind, Object, Options,
    mtproto::{AnswerError, GzipPacked, RpcError, RpcResult},
};

/// `help.getConfig`, packed by another encoder.
const PACKED: [u8; 24] = [
    0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03, 0xcb, 0x96, 0xf8, 0x79, 0x04, 0, 0x8b, 0x01, 0x21,
    0x86, 0x04, 0, 0, 0,
];

fn foreign() -> GzipPacked {
    GzipPacked { packed_data: PACKED.to_vec() }
}

#[test]
fn what_another_encoder_packed_is_unpacked() {
    let object = foreign().unpack().unwrap();
    assert_eq!(object.as_bytes(), 0xc4f9_186b_u32.to_le_bytes());
    assert_eq!(Object::new(&foreign()).unpacked(), Ok(object.clone()));
    assert_eq!(object.clone().unpacked(), Ok(object));
}

/// `help.getConfig` as zlib data.
const ZLIB: [u8; 12] = [0x78, 0x9c, 0xcb, 0x96, 0xf8, 0x79, 0x04, 0x00, 0x04, 0xae, 0x02, 0x41];

#[test]
fn zlib_data_is_unpacked_if_it_is_whole() {
    let unpack = |data: &[u8]| GzipPacked { packed_data: data }.unpack();
    assert_eq!(unpack(&ZLIB), foreign().unpack());
    for length in 0..ZLIB.len() {
        assert_eq!(unpack(&ZLIB[..length]).unwrap_err().kind(), ErrorKind::InvalidGzip, "{length}");
    }
    // The bytes between are followed by bits that mean nothing.
    for at in (2..6).chain(8..12) {
        let mut broken = ZLIB;
        broken[at] ^= 0x40;
        assert_eq!(unpack(&broken).unwrap_err().kind(), ErrorKind::InvalidGzip, "{at}");
    }
    assert_eq!(unpack(&[&ZLIB[..], &[0]].concat()).unwrap_err().kind(), ErrorKind::InvalidGzip);
    // A longer value, and the limit.
    let long = Object::new(&vec![7_i32; 100_000]);
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, long.as_bytes()).unwrap();
    let packed = GzipPacked { packed_data: encoder.finish().unwrap() };
    let ratio = Options::DEFAULT.inflation_ratio(usize::MAX);
    assert_eq!(packed.unpack_with(&ratio), Ok(long.clone()));
    assert_eq!(packed.unpack_with(&ratio.inflated(long.len())), Ok(long.clone()));
    let limit = long.len() - 1;
    let error = packed.unpack_with(&ratio.inflated(limit)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InflationLimit { limit });
}

#[test]
fn packing_is_chosen_only_where_it_is_shorter() {
    let small = Object::new(&vec![1_i32]);
    assert_eq!(small.clone().packed(), small);
    let large = Object::new(&vec![1_i32; 1000]);
    let packed = large.clone().packed();
    assert!(packed.len() < 100 && packed.id() == 0x3072_cfa1);
    assert_eq!(packed.unpacked(), Ok(large));
}

/// Where both forms are equally long, the plain one is chosen, which costs nothing to read.
#[test]
fn packing_is_not_chosen_where_it_is_as_long() {
    let noise = (0..40).map(|at: i32| at.wrapping_mul(0x9e37_79b1_u32.cast_signed()));
    let with_zeros =
        |zeros| Object::new(&noise.clone().chain(vec![0; zeros]).collect::<Vec<i32>>());
    let is_equal = |object: &Object| Object::new(&GzipPacked::pack(object)).len() == object.len();
    let equal = (0..100).map(with_zeros).find(is_equal).expect("zeros take fewer bytes packed");
    assert_eq!(equal.clone().packed(), equal);
}

#[test]
fn a_packed_answer_is_read_like_a_plain_one() {
    let answer = |result: &Object| RpcResult { req_msg_id: 1, result: result.clone() };
    let numbers = vec![7_i64; 500];
    let packed = Object::new(&GzipPacked::pack(&numbers));
    assert_eq!(answer(&packed).answer_as::<Vec<i64>>(), Ok(numbers));
    let refusal = RpcError::new(500, "INTERNAL");
    let refused = Object::new(&GzipPacked::pack(&refusal));
    assert_eq!(answer(&refused).answer_as::<bool>(), Err(AnswerError::Rpc(refusal)));
    // Packed twice is not unpacked twice.
    let twice = Object::new(&GzipPacked::pack(&packed));
    let error = answer(&twice).answer_as::<Vec<i64>>().unwrap_err();
    let AnswerError::Decode(error) = error else { panic!("{error}") };
    assert_eq!(error.found_id(), Some(0x3072_cfa1));
}

#[test]
fn a_stream_that_is_cut_or_altered_is_refused() {
    let whole = GzipPacked::pack(&vec![3_i32; 100]).packed_data;
    assert!(GzipPacked { packed_data: &whole[..] }.unpack().is_ok());
    let refused = |packed_data: &[u8]| GzipPacked { packed_data }.unpack().unwrap_err().kind();
    for len in 0..whole.len() {
        assert_eq!(refused(&whole[..len]), ErrorKind::InvalidGzip, "{len}");
    }
    let mut altered = whole.clone();
    *altered.iter_mut().rev().nth(5).unwrap() ^= 1; // of the checksum
    assert_eq!(refused(&altered), ErrorKind::InvalidGzip);
    assert_eq!(refused(&[whole.as_slice(), b"rest"].concat()), ErrorKind::InvalidGzip);
}

#[test]
fn the_limits_are_exact_and_the_error_names_them() {
    let packed = GzipPacked::pack(&vec![0_i64; 100_000]);
    let (len, whole) = (packed.packed_data.len(), 800_008);
    let limit = |options: Options| packed.unpack_with(&options).map(|object| object.len());
    let absolute = Options::DEFAULT.inflation_ratio(usize::MAX);
    assert_eq!(limit(absolute.inflated(whole)), Ok(whole));
    let error = limit(absolute.inflated(whole - 1)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InflationLimit { limit: whole - 1 });
    assert!(error.to_string().contains("Options::inflated"), "{error}");
    let ratio = (whole - 64 * 1024).div_ceil(len);
    assert_eq!(limit(Options::DEFAULT.inflation_ratio(ratio)), Ok(whole));
    let allowed = len * (ratio - 1) + 64 * 1024;
    let error = limit(Options::DEFAULT.inflation_ratio(ratio - 1)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InflationLimit { limit: allowed });
}

#[test]
fn the_limit_is_the_lesser_of_both_and_never_overflows() {
    let packed = GzipPacked::pack(&vec![0_i64; 100_000]);
    let limit = |options: Options| packed.unpack_with(&options).map_err(|error| error.kind());
    let error = Err(ErrorKind::InflationLimit { limit: 64 * 1024 });
    assert_eq!(limit(Options::DEFAULT.inflation_ratio(0)), error);
    assert_eq!(limit(Options::DEFAULT.inflation_ratio(0).inflated(usize::MAX)), error);
    let error = Err(ErrorKind::InflationLimit { limit: 10 });
    assert_eq!(limit(Options::DEFAULT.inflation_ratio(0).inflated(10)), error);
    assert_eq!(limit(Options::DEFAULT.inflation_ratio(usize::MAX).inflated(10)), error);
    let whole = Options::DEFAULT.inflation_ratio(usize::MAX).inflated(usize::MAX);
    assert_eq!(limit(whole).map(|object| object.len()), Ok(800_008));
    // By default 16 MiB, and 256 times as much as was packed.
    let large = |len: usize| {
        let noise =
            |at: usize| u64::try_from(at).unwrap().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 60;
        let noise: Vec<u8> = (0..len).map(|at| u8::try_from(noise(at)).unwrap()).collect();
        GzipPacked::pack(&noise).unpack().map(|object| object.len()).map_err(|error| error.kind())
    };
    let most = 16 * 1024 * 1024;
    assert_eq!(large(most - 8), Ok(most - 4));
    assert_eq!(large(most), Err(ErrorKind::InflationLimit { limit: most }));
}

#[test]
fn room_is_made_once_for_what_the_stream_says() {
    let packed = GzipPacked::pack(&vec![7_i32; 10_000]);
    let bytes = packed.unpack().unwrap().into_bytes();
    assert_eq!((bytes.len(), bytes.capacity()), (40_008, 40_008));
}

#[test]
fn a_bomb_takes_no_more_memory_than_the_limit() {
    // 32 MiB of zeros in 32 KiB, whose last word claims 4 GiB in addition.
    let bomb = GzipPacked::pack(&vec![0_i64; 4 * 1024 * 1024]);
    let mut lie = bomb.packed_data.clone();
    let at = lie.len() - 4;
    lie[at..].fill(0xff);
    for packed_data in [bomb.packed_data, lie] {
        let packed = GzipPacked { packed_data };
        for limit in [0, 1000, 1024 * 1024] {
            let options = Options::DEFAULT.inflated(limit);
            let info = measure(|| {
                let error = black_box(&packed).unpack_with(&options).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::InflationLimit { limit });
            });
            let held = usize::try_from(info.bytes_max).unwrap();
            assert!(held <= 3 * limit + 128 * 1024, "{held} bytes held for {limit}");
        }
        let error = packed.unpack().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InflationLimit { .. }), "{error}");
    }
}

proptest! {
    #[test]
    fn what_is_packed_is_unpacked(words in vec(any::<i32>(), 0..2000)) {
        let packed = GzipPacked::pack(&words);
        prop_assert_eq!(packed.unpack().unwrap().into_bytes(), words.to_bytes());
    }

    #[test]
    fn any_stream_is_unpacked_or_refused(start in 0..PACKED.len(), bytes in vec(any::<u8>(), 0..200)) {
        let packed_data = [&PACKED[..start], bytes.as_slice()].concat();
        _ = GzipPacked { packed_data }.unpack();
    }
}
