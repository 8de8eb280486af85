//! Allocations: one to encode, and no more than 16 × the input to decode.

mod stand_ins;

use allocation_counter::measure;
use stand_ins::{enums::RichText, functions, types};
use std::hint::black_box;
use typelang_runtime::{
    Combinator, Decode, Encode, ErrorKind, Object, Options, Reader, VECTOR, tl::same,
};

/// What [`Options`] grants beside a multiple of the input.
const SLACK: u64 = 1024 * 1024;

#[track_caller]
fn assert_within_limit<T: for<'de> Decode<'de>>(bytes: &[u8]) {
    let info = measure(|| drop(black_box(T::from_bytes(black_box(bytes)))));
    let limit = 16 * bytes.len() as u64 + SLACK;
    assert!(info.bytes_max <= limit, "{} bytes held for {}", info.bytes_max, bytes.len());
}

#[test]
fn a_request_is_written_in_one_allocation() {
    let query = functions::InitConnection::sample(functions::GetUsers { ids: vec![1; 80] });
    assert!((512..1024).contains(&query.encoded_len()), "{}", query.encoded_len());
    let info = measure(|| drop(black_box(black_box(&query).to_bytes())));
    assert_eq!(info.count_total, 1);
}

#[test]
fn large_values_grow_their_vector_a_few_times() {
    let message = types::Message { message: "x".repeat(300), ..types::Message::sample() };
    let messages = vec![message; 30];
    let len = messages.encoded_len() as u64;
    assert!((4096..16 * 1024).contains(&len), "{len}");
    let info = measure(|| drop(black_box(black_box(&messages).to_bytes())));
    assert!(info.count_total <= 3 && info.bytes_total <= 4 * len, "{info:?}");
    // Numbers and long text make room for all of themselves at once.
    let (longs, text) = (vec![0_i64; 10_000], "x".repeat(10_000));
    let info = measure(|| drop(black_box(black_box(&longs).to_bytes())));
    assert_eq!(info.count_total, 2);
    let info = measure(|| drop(black_box(black_box(&text).to_bytes())));
    assert_eq!(info.count_total, 2);
    // What follows a long text has room behind it.
    let texts = vec![text, "y".repeat(200)];
    let info = measure(|| drop(black_box(black_box(&texts).to_bytes())));
    assert_eq!(info.count_total, 2);
}

#[test]
fn whoever_asks_for_the_length_has_it_exactly() {
    let message = types::Message { message: "x".repeat(300), ..types::Message::sample() };
    let messages = vec![message; 20];
    let mut bytes = Vec::with_capacity(messages.encoded_len());
    let info = measure(|| black_box(&messages).encode_into(&mut bytes));
    assert_eq!((info.count_total, bytes.capacity()), (0, bytes.len()));
    // The last text has no room to spare.
    for len in 0..8 {
        let text = "x".repeat(len);
        let mut bytes = Vec::with_capacity(text.encoded_len());
        let info = measure(|| text[..].encode_into(&mut bytes));
        assert_eq!(info.count_total, 0);
    }
}

#[test]
fn counting_and_filling_a_slice_gather_in_one_block() {
    let messages = vec![types::Message::sample(); 20];
    let mut slice = vec![0; messages.encoded_len()];
    let info = measure(|| {
        black_box(black_box(&messages).encoded_len());
    });
    assert_eq!((info.count_total, info.bytes_total), (1, 512));
    let info = measure(|| {
        messages.encode_to_slice(&mut slice).unwrap();
    });
    assert_eq!((info.count_total, info.bytes_total), (1, 512));
}

#[test]
fn an_object_holds_no_more_than_its_bytes() {
    let bytes = Object::new(&types::Message::sample()).into_bytes();
    assert_eq!(bytes.capacity(), bytes.len());
}

#[test]
fn numbers_and_borrowed_text_take_one_allocation() {
    let longs = vec![1_i64; 10_000].to_bytes();
    let info = measure(|| drop(black_box(Vec::<i64>::from_bytes(&longs))));
    assert_eq!((info.count_total, info.bytes_total), (1, 80_000));
    let texts = vec!["text"; 100].to_bytes();
    let info = measure(|| drop(black_box(Vec::<&str>::from_bytes(&texts))));
    assert_eq!(info.count_total, 1);
}

#[test]
fn equality_records_one_side_only() {
    let (a, b) = (types::Message::sample(), types::Message::sample());
    let len = a.encoded_len() as u64;
    let info = measure(|| assert!(same(&a, &b)));
    assert!(info.bytes_max <= 4 * len + 512);
}

#[test]
fn zeros_are_refused_cheaply() {
    let zeros = vec![0; 16 << 20];
    let info = measure(|| assert!(Vec::<types::Message>::from_bytes(&zeros).is_err()));
    assert_eq!(info.count_total, 0);
    let mut claim = vec![];
    claim.extend(VECTOR.to_le_bytes());
    claim.extend((4_u32 << 20).to_le_bytes());
    claim.resize(16 << 20, 0);
    assert_within_limit::<Vec<types::Message>>(&claim);
    assert_within_limit::<Vec<RichText>>(&claim);
    assert_within_limit::<Vec<Vec<i32>>>(&claim);
    assert_within_limit::<Vec<i64>>(&claim);
    assert_within_limit::<Vec<String>>(&claim);
}

#[test]
fn smallest_elements_stay_within_the_limit() {
    assert_within_limit::<Vec<RichText>>(&vec![RichText::Empty; 100_000].to_bytes());
    assert_within_limit::<Vec<String>>(&vec![String::new(); 100_000].to_bytes());
    assert_within_limit::<Vec<Vec<Vec<i32>>>>(&vec![vec![Vec::<i32>::new()]; 50_000].to_bytes());
    assert_within_limit::<Vec<types::User>>(&vec![types::User::default(); 50_000].to_bytes());
    let bold = RichText::Bold(Box::new(types::TextBold { text: RichText::Empty }));
    assert_within_limit::<Vec<RichText>>(&vec![bold; 100_000].to_bytes());
}

/// 600 bytes of memory for 36 on the wire, as Telegram's least `message` has.
struct Short {
    body: Box<[u64; 72]>,
    rest: [u64; 2],
}

impl<'de> Decode<'de> for Short {
    const MIN_LEN: usize = 36;

    fn decode(reader: &mut Reader<'de>) -> Self {
        let body = reader.boxed_with(|reader| {
            reader.int256();
            reader.int();
            [0; 72]
        });
        Self { body, rest: [0; 2] }
    }
}

fn shorts(count: u32) -> Vec<u8> {
    let mut bytes = [VECTOR, count].map(u32::to_le_bytes).concat();
    bytes.resize(8 + 36 * count as usize, 0);
    bytes
}

#[test]
fn thousands_of_least_values_are_no_fault() {
    assert_eq!(size_of::<Short>(), 24);
    let read = Vec::<Short>::from_bytes(&shorts(10_000)).unwrap();
    assert!(read.len() == 10_000 && read[0].body[0] == read[0].rest[0]);
    assert_within_limit::<Vec<Short>>(&shorts(10_000));
    let error = Vec::<Short>::from_bytes(&shorts(100_000)).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::MemoryLimit);
    assert_within_limit::<Vec<Short>>(&shorts(100_000));
}

#[test]
fn the_default_is_fifteen_times_the_input_and_a_constant() {
    // The input has 16 bytes, and each element takes 16 in memory.
    let read = |count: u32| {
        let bytes = [count, 0, 0, 0].map(u32::to_le_bytes).concat();
        let mut reader = Reader::new(&bytes);
        let items = reader.bare_vector_with(0, |_| [0_u8; 16]);
        (items.len(), reader.error().map(typelang_runtime::Error::kind))
    };
    let most = (15 * 16 + 1024 * 1024) / 16;
    assert_eq!(read(most), (most as usize, None));
    assert_eq!(read(most + 1), (0, Some(ErrorKind::MemoryLimit)));
}

#[test]
fn borrowed_text_and_objects_stay_within_the_limit() {
    let texts = vec![""; 400_000].to_bytes();
    let info = measure(|| drop(black_box(Vec::<&str>::from_bytes(black_box(&texts)))));
    assert!(info.bytes_max <= 16 * texts.len() as u64, "{info:?}");
    let info = measure(|| drop(black_box(Vec::<&[u8]>::from_bytes(black_box(&texts)))));
    assert!(info.bytes_max <= 16 * texts.len() as u64, "{info:?}");
    let long = vec!["x".repeat(100); 10_000].to_bytes();
    assert_within_limit::<Vec<String>>(&long);
    assert_within_limit::<Object>(&long);
    // What is cut from the input is not counted.
    let text = "x".repeat(100_000).to_bytes();
    let none = Options::DEFAULT.memory(0);
    assert!(String::from_bytes_with(&text, &none).is_ok());
    assert!(Object::from_bytes_with(&text, &none).is_ok());
    let error = Vec::<String>::from_bytes_with(&vec![String::new()].to_bytes(), &none);
    assert_eq!(error.unwrap_err().kind(), ErrorKind::MemoryLimit);
}

#[test]
fn nested_claims_do_not_add_up() {
    // Each vector claims as many elements as its rest could hold, and the first of them is such a vector again.
    let mut bytes = vec![];
    let len = 1 << 20;
    while bytes.len() < 100 * 12 {
        bytes.extend(types::TextConcat::ID.to_le_bytes());
        bytes.extend(VECTOR.to_le_bytes());
        bytes.extend(u32::try_from((len - bytes.len() - 4) / 4).unwrap().to_le_bytes());
    }
    bytes.resize(len, 0);
    assert_within_limit::<RichText>(&bytes);
    let error = RichText::from_bytes_with(&bytes, &Options::DEFAULT.memory(1 << 20)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MemoryLimit);
}

#[test]
fn elements_larger_than_their_bytes_meet_the_limit() {
    // 256 bytes for each element of four.
    let bytes = [1_000_000_u32.to_bytes(), vec![0; 4_000_000]].concat();
    let info = measure(|| {
        let mut reader = Reader::new(&bytes);
        let items = reader.bare_vector_with(4, |reader| [reader.nat(); 64]);
        assert_eq!(items.len(), 0);
        assert!(reader.failed());
    });
    assert_eq!(info.bytes_max, 0);
}
