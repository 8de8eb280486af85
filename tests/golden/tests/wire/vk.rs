//! VK's dialect: strict reading gives the same result in generated code and in a walk, and free bits are
//! data.

use typelang_golden::vk::{SCHEMA, types::Word};
use typelang_runtime::{ErrorKind, Options, Strictness, reflect::Root};

use super::strict::{both, read_as, try_all, types, walked};

#[test]
fn strict_reading_is_that_of_a_walk() {
    try_all("vk", SCHEMA.schema().unwrap(), &both!(vk));
    try_all("vk", SCHEMA.schema().unwrap(), &types! { vk: "point" => types::Point });
}

#[test]
fn free_bits_are_data_and_the_rest_is_strict() {
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let read = |bytes: &[u8]| {
        let read = read_as::<Word>(bytes, &strict);
        let schemas = core::slice::from_ref(SCHEMA.schema().unwrap());
        assert_eq!(walked(schemas, Root::Any, bytes, &strict), read);
        read
    };
    let id = SCHEMA.schema().unwrap().all_named("word").next().unwrap().id().to_le_bytes();
    let word = |flags: u32, rest: &[u8]| [&id[..], &flags.to_le_bytes(), rest].concat();
    assert_eq!(read(&word(0, &[])), Ok(()));
    assert_eq!(read(&word(0x7fff_fffe, &[])), Ok(()));
    assert_eq!(read(&word(1 << 31, &[1, b'a', 0, 0])), Ok(()));
    assert_eq!(read(&word(1 << 31, &[1, b'a', 0, 1])), Err((ErrorKind::NonZeroPadding, 8)));
    let long = [0xfe, 1, 0, 0, b'a', 0, 0, 0];
    assert_eq!(read(&word(1 << 31, &long)), Err((ErrorKind::NonCanonicalLength, 8)));
    assert_eq!(read(&word(0, &[0; 4])), Err((ErrorKind::TrailingBytes { count: 4 }, 8)));
}
