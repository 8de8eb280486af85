//! Arbitrary bytes as values in an arena.

use typelang_runtime::{Bump, Decode, Encode, Options, Strictness};

use crate::{memory::bounded, wire::memory};

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);

/// Calls a function for each of the types, with an arena of its own.
macro_rules! each {
    ($data:ident: $($type:ty),* $(,)?) => { $( stable::<$type>($data, &Bump::new()); )* };
}

/// Decodes any bytes as any type of the small schemas whose values lie in an arena.
pub(crate) fn values(data: &[u8]) {
    use typelang_golden::{arena, arena_numbers};

    each!(data:
        arena::enums::Number, arena::enums::Page<'_>, arena::enums::RichText<'_>,
        arena::enums::Shape<'_>, arena::functions::GetUsers<'_>, arena::types::Answer<'_>,
        arena::types::Many<'_>, arena::types::Next<'_>, arena::types::User<'_>,
        arena_numbers::types::Both<'_>, arena_numbers::types::Lists<'_>,
        arena_numbers::types::Maybes<'_>, arena_numbers::types::Nested<'_>,
        arena_numbers::types::Own<'_>, arena_numbers::types::Pairs<'_>,
        arena_numbers::types::Points<'_>, arena_numbers::types::Sized<'_>,
        arena_numbers::types::Three<'_>, arena_numbers::types::Tree<'_>,
        arena_numbers::types::Turns<'_>,
        &[i64], &[&[u32]], &[&str], &[bool],
    );
}

/// Decoding ends, in bounded memory, with a value or an error, and a value decodes and encodes the same.
fn stable<'a, T: Decode<'a> + Encode>(data: &'a [u8], arena: &'a Bump) {
    // Reads the schema for paths in errors: the first error does it once for all inputs.
    _ = T::from_bytes_in(&[], arena);
    let lenient = bounded(memory(data), || T::from_bytes_in(data, arena));
    let strict = T::from_bytes_in_with(data, arena, &STRICT).is_ok();
    let Ok(value) = lenient else {
        assert!(!strict, "only a strict reader takes {data:x?}");
        return;
    };
    let bytes = value.try_to_bytes().expect("what was read agrees with itself");
    assert!(!strict || bytes == data, "a strict reader takes {data:x?} for {bytes:x?}");
    let again = T::copied_in_with(&bytes, arena, &STRICT).map(|value| value.try_to_bytes());
    assert_eq!(again, Ok(Ok(bytes)), "of {data:x?}");
}
