//! Arbitrary bytes as values of generated types.

use typelang_runtime::{Count, Decode, Encode, Object, Opaque, Options, Strictness, Writer};
use typelang_telegram as telegram;

use crate::{arena, memory::bounded};

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);

/// Calls a function for each of the types.
macro_rules! each {
    ($data:expr, $check:ident: $($type:ty),* $(,)?) => { $( $check::<$type>($data); )* };
}

/// Decodes any bytes as any type of the small schemas and of the runtime.
pub fn decode(data: &[u8]) {
    use typelang_golden::{
        bare, boxed, flag_words, flags, free_words, kept_bits, many_values, numbers, opaque,
        parameters, primitives, recursion, repetitions, responses, rows, shapes, shared_bits,
        vectors, wrappers,
    };

    each!(data, stable:
        bare::types::Deep, bare::types::Holder, bare::types::Optional,
        boxed::types::Optional, boxed::types::Values, boxed::types::Vectors,
        flag_words::types::Late, flag_words::types::Reversed, flag_words::types::Two,
        flags::types::Last, flags::types::Sample,
        free_words::types::Beside, free_words::types::Optional,
        kept_bits::types::Plain, kept_bits::types::Two,
        numbers::types::Beside, numbers::types::Chain, numbers::types::Funny, numbers::types::Nothing,
        many_values::types::Apart, many_values::types::Many,
        opaque::enums::Updates, opaque::types::Post, Opaque<opaque::enums::Update>,
        parameters::enums::MaybeBarePairIntString, parameters::types::Boxed, parameters::types::Fixed,
        parameters::types::Lists, parameters::types::Outer, parameters::types::Rectangle,
        parameters::types::Sized, parameters::types::Tuples, parameters::types::UseRows,
        parameters::types::UseTree, rows::types::Deep, rows::types::Flagged, rows::types::Own,
        rows::types::Pairs,
        repetitions::types::Both, repetitions::types::Constant, repetitions::types::Implicit,
        repetitions::types::Maybe, repetitions::types::Mixed, repetitions::types::Nested,
        repetitions::types::Optional, repetitions::types::Sum, repetitions::types::Tree,
        repetitions::types::Zero,
        primitives::types::Arrays, primitives::types::Logic, primitives::types::Numbers,
        primitives::types::Texts,
        recursion::enums::Node, recursion::enums::RichText, recursion::types::Chain,
        recursion::types::Even, recursion::types::List, recursion::types::Tree,
        responses::functions::GetUser, Vec<responses::enums::Status>, Vec<Vec<responses::types::User>>,
        shapes::enums::Colour, shapes::enums::Tint, shapes::functions::SetColour,
        shapes::types::UserFull,
        shared_bits::types::Apart, shared_bits::types::Between, shared_bits::types::Flagged,
        shared_bits::types::TwoWords,
        vectors::types::Bare, vectors::types::BareElements, vectors::types::Boxed,
        vectors::types::Nested, vectors::types::Optional, vectors::types::Trues,
        wrappers::functions::InvokeAfter<wrappers::functions::Add>,
        wrappers::functions::InvokeWithLayer<wrappers::functions::InitConnection<wrappers::functions::GetConfig>>,
        bool, String, Vec<u8>, Vec<i32>, Vec<i64>, Vec<f64>, Vec<bool>, Vec<String>, Vec<Vec<u32>>,
    );
    each!(data, open: primitives::types::Any, Object);
    arena::values(data);
}

/// Decodes any bytes as Telegram's most deeply nested types, and as a request.
pub fn telegram(data: &[u8]) {
    use telegram::{enums, functions as methods, types};

    each!(data, stable:
        enums::JsonValue, enums::PageBlock, enums::RichText, enums::Update, enums::Updates,
        enums::messages::Messages, types::messages::DialogFilters,
        methods::messages::SendMedia,
        methods::InvokeWithLayer<methods::InitConnection<methods::help::GetConfig>>,
    );
    arena::telegram(data);
}

/// Like [`open`]; also, no strict prefix of a value is a value.
pub(crate) fn stable<T: for<'de> Decode<'de> + Encode>(data: &[u8]) {
    if let Some(bytes) = open::<T>(data)
        && let Some((_, prefix)) = bytes.split_last()
    {
        assert!(T::from_bytes(prefix).is_err(), "{bytes:x?} is a value without its end");
    }
}

/// Decoding ends, in bounded memory, with a value or an error. The bytes of a value are valid for a strict
/// reader, and decode and encode the same. The bytes that a strict reader accepts are those that encoding
/// writes.
pub(crate) fn open<T: for<'de> Decode<'de> + Encode>(data: &[u8]) -> Option<Vec<u8>> {
    read_schema::<T>();
    let lenient = bounded(memory(data), || T::from_bytes(data));
    let strict = T::from_bytes_with(data, &STRICT).is_ok();
    let Ok(value) = lenient else {
        assert!(!strict, "only a strict reader takes {data:x?}");
        return None;
    };
    let bytes = value.try_to_bytes().expect("what was read agrees with itself");
    let mut count = Count::new();
    value.encode(&mut Writer::to(&mut count));
    assert_eq!(bytes.len(), count.len(), "the length of {bytes:x?}");
    assert!(!strict || bytes == data, "a strict reader takes {data:x?} for {bytes:x?}");
    let again = T::from_bytes_with(&bytes, &STRICT).map(|value| value.try_to_bytes());
    assert_eq!(again, Ok(Ok(bytes.clone())), "of {data:x?}");
    Some(bytes)
}

/// Reads the schema for paths in errors: the first error does it once for all inputs.
pub(crate) fn read_schema<T: for<'de> Decode<'de>>() {
    _ = T::from_bytes(&[]);
}

/// The runtime's promise: sixteen times the input plus 1 MiB.
pub(crate) fn memory(data: &[u8]) -> usize {
    16 * data.len() + 1024 * 1024
}
