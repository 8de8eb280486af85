//! Arbitrary bytes as values in an arena.

use typelang_runtime::{
    Bump, Decode, Encode, ErrorKind, Layers, ObjectRef, Options, Query, Router, Strictness,
    mtproto::{RpcError, RpcResult},
};

use crate::{api, memory::bounded, wire::memory};

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);

/// Calls a function for each of the types, with an arena of its own.
macro_rules! each {
    ($data:ident: $($type:ty),* $(,)?) => { $( stable::<$type>($data, &Bump::new()); )* };
}

/// Decodes any bytes as any type of the small schemas whose values lie in an arena.
pub(crate) fn values(data: &[u8]) {
    use typelang_golden::{arena, arena_library, arena_numbers, arena_unknown};

    each!(data:
        arena::enums::Number, arena::enums::Page<'_>, arena::enums::RichText<'_>,
        arena::enums::Shape<'_>, arena::functions::GetUsers<'_>, arena::types::Many<'_>,
        arena::types::Next<'_>, arena::types::User<'_>,
        arena_library::enums::Fault, arena_unknown::enums::Media<'_>,
        arena_unknown::enums::Update<'_>, arena_unknown::types::Post<'_>,
        arena_numbers::types::Both<'_>, arena_numbers::types::Lists<'_>,
        arena_numbers::types::Maybes<'_>, arena_numbers::types::Nested<'_>,
        arena_numbers::types::Own<'_>, arena_numbers::types::Pairs<'_>,
        arena_numbers::types::Points<'_>, arena_numbers::types::Sized<'_>,
        arena_numbers::types::Three<'_>, arena_numbers::types::Tree<'_>,
        arena_numbers::types::Turns<'_>,
        &[i64], &[&[u32]], &[&str], &[bool],
    );
    open::<arena::types::Answer<'_>>(data, &Bump::new());
}

/// Decodes any bytes as Telegram's most deeply nested types, and as a request.
pub(crate) fn telegram(data: &[u8]) {
    use api::{enums, functions as methods, types};

    each!(data:
        enums::JsonValue<'_>, enums::PageBlock<'_>, enums::RichText<'_>, enums::Update<'_>,
        enums::Updates<'_>, enums::messages::Messages<'_>, types::messages::DialogFilters<'_>,
        methods::messages::SendMedia<'_>,
        methods::InvokeWithLayer<methods::InitConnection<'_, methods::help::GetConfig>>,
    );
}

/// Like [`open`]; also, no strict prefix of a value is a value.
fn stable<'a, T: Decode<'a> + Encode>(data: &'a [u8], arena: &'a Bump) {
    if let Some(bytes) = open::<T>(data, arena)
        && let Some((_, prefix)) = bytes.split_last()
    {
        assert!(T::copied_in(prefix, arena).is_err(), "{bytes:x?} is a value without its end");
    }
}

/// Decoding ends, in bounded memory, with a value or an error, and a value decodes and encodes the same.
fn open<'a, T: Decode<'a> + Encode>(data: &'a [u8], arena: &'a Bump) -> Option<Vec<u8>> {
    // Reads the schema for paths in errors: the first error does it once for all inputs.
    _ = T::from_bytes_in(&[], arena);
    let lenient = bounded(memory(data), || T::from_bytes_in(data, arena));
    let strict = T::from_bytes_in_with(data, arena, &STRICT).is_ok();
    let Ok(value) = lenient else {
        assert!(!strict, "only a strict reader takes {data:x?}");
        return None;
    };
    let bytes = value.try_to_bytes().expect("what was read agrees with itself");
    assert!(!strict || bytes == data, "a strict reader takes {data:x?} for {bytes:x?}");
    let again = T::copied_in_with(&bytes, arena, &STRICT).map(|value| value.try_to_bytes());
    assert_eq!(again.as_ref(), Ok(&Ok(bytes.clone())), "of {data:x?}");
    Some(bytes)
}

/// Reads the response of an answer into an arena, and routes a query to handlers with one.
pub(crate) fn mtproto(data: &[u8], room: usize, options: Options, inflated: usize) {
    use api::functions as methods;

    let call = methods::contacts::GetContactIDs { hash: 0 };
    if let Ok(result) = RpcResult::<ObjectRef<'_>>::from_bytes(data) {
        let arena = Bump::new();
        bounded(room, || drop(result.answer_in_with(&call, &arena, &options)));
    }
    let router = Router::new()
        .options(options)
        .arena(|arena: &mut Bump| arena)
        .unwrap(|_, wrapper: methods::InvokeWithLayer<Query>| Ok(wrapper.query))
        .unwrap_borrowing::<methods::InitConnection<'_, Query>, _>(|_, call, options| {
            let arena = Bump::new();
            let wrapper = call.decode_in::<methods::InitConnection<'_, Query>>(&arena, options)?;
            Ok(Ok(wrapper.query))
        })
        .on_arena::<methods::contacts::GetContactIDs, _>(|_, call, arena| {
            Ok(arena.alloc_slice_fill_copy(1, i32::from(call.hash != 0)))
        })
        .on_arena::<methods::messages::SendMedia<'_>, _>(|_, call, _| {
            Err(RpcError::new(400, if call.silent { "MEDIA_INVALID" } else { "MEDIA_EMPTY" }))
        });
    let mut arena = Bump::new();
    if let Err(error) = bounded(room, || router.route(&mut arena, data)) {
        assert!(error.offset() <= data.len().max(inflated), "{error}");
    }
}

/// Types in an arena accept what a strict walk accepts, which `is_walked` says for each type.
pub(crate) fn reflect(data: &[u8], is_walked: impl Fn(&str) -> bool) {
    same::<api::enums::Updates<'_>>("Updates", data, &Bump::new(), &is_walked);
    same::<api::enums::RichText<'_>>("RichText", data, &Bump::new(), &is_walked);
    same::<api::enums::JsonValue<'_>>("JSONValue", data, &Bump::new(), &is_walked);
}

fn same<'a, T: Decode<'a> + Encode>(
    name: &str,
    data: &'a [u8],
    arena: &'a Bump,
    is_walked: impl Fn(&str) -> bool,
) {
    match T::from_bytes_in_with(data, arena, &STRICT) {
        Ok(value) => {
            assert!(is_walked(name), "{name}: {data:x?}");
            assert_eq!(value.to_bytes(), data, "{name}");
        }
        Err(error) if error.kind() == ErrorKind::MemoryLimit => {}
        Err(error) => assert!(!is_walked(name), "{name}: {data:x?}, {error}"),
    }
}

/// Reads values of three layers into an arena. `layers` begins with the schema of [`api`]; its tables take no more than
/// `room`.
pub(crate) fn layers(layers: &Layers, bytes: &[u8], room: usize) {
    layered::<api::enums::Updates<'_>>(layers, bytes, room, &Bump::new());
    layered::<api::enums::Update<'_>>(layers, bytes, room, &Bump::new());
    layered::<api::enums::messages::Messages<'_>>(layers, bytes, room, &Bump::new());
    layered::<api::enums::PageBlock<'_>>(layers, bytes, room, &Bump::new());
}

/// What is read is written and read the same, and the arena takes no more for a translated value.
fn layered<'a, T: Decode<'a> + Encode>(
    layers: &Layers,
    bytes: &[u8],
    room: usize,
    arena: &'a Bump,
) {
    let read = bounded(room, || layers.copied_in::<T>(bytes, arena));
    let taken = arena.allocated_bytes();
    assert!(taken <= memory(bytes), "{taken} bytes taken for {bytes:x?}");
    let Ok(value) = read else { return };
    let written = value.to_bytes();
    if let Ok(alone) = T::copied_in(bytes, arena) {
        assert_eq!(alone.to_bytes(), written, "{bytes:x?}");
    }
    let again = layers.copied_in::<T>(&written, arena).expect("what is written can be read");
    assert_eq!(again.to_bytes(), written, "{bytes:x?}");
}
