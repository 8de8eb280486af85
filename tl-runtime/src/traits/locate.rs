//! The path of a fault, found by walking the bytes again.

#[cfg(feature = "bumpalo")]
use crate::read::{arena::Limited, error::ErrorKind};
use crate::{
    read::{error::Error, options::Options, reader::Reader},
    traits::{decode::Decode, embedded::Embedded},
};
#[cfg(feature = "bumpalo")]
use bumpalo::Bump;

/// Reads a value with `reader`, which is at the start of `bytes`, and adds the path to a fault. Also returns the
/// remaining bytes.
#[inline]
pub(crate) fn read<'de, T: Decode<'de>>(
    mut reader: Reader<'de>,
    bytes: &[u8],
    options: &Options,
) -> Result<(T, &'de [u8]), Error> {
    let value = T::decode(&mut reader);
    let rest = reader.rest();
    match reader.finish() {
        Ok(()) => Ok((value, rest)),
        Err(error) => {
            // The walk to the fault takes memory too.
            drop(value);
            Err(locate(error, bytes, options, T::schema()))
        }
    }
}

/// Adds the path to a fault in `bytes`, which were read as a boxed value of `schema`.
///
/// Decoding keeps no path, so it costs nothing while there is no fault. A fault that the walk does not find at the same
/// place, such as one of memory, gets no path.
#[cold]
#[inline(never)]
fn locate(
    error: Error,
    bytes: &[u8],
    options: &Options,
    schema: Option<&'static Embedded>,
) -> Error {
    #[cfg(feature = "reflect")]
    if let Some(schema) = schema.and_then(Embedded::schema) {
        use crate::reflect::walk::{
            event::{Event, Piece},
            fault::Ended,
            root::Root,
            walker::walk,
        };
        let mut ignore = |_: Piece<'_>, _: Event<'_, '_>| Ok::<(), core::convert::Infallible>(());
        let schemas = core::slice::from_ref(schema);
        let ended = walk(schemas, Root::Any, bytes, options, &mut ignore);
        if let Err(Ended::Fault(fault)) = ended
            && fault.offset() == error.offset() as u64
        {
            return error.with_path(fault.path());
        }
    }
    _ = (bytes, options, schema);
    error
}

/// Reads a value from all of `buffer`, with the default [`Options`]; its `Bytes` are slices of the buffer.
#[cfg(feature = "bytes")]
pub(crate) fn from_shared<'de, T: Decode<'de>>(buffer: &'de bytes::Bytes) -> Result<T, Error> {
    let options = Options::DEFAULT;
    let reader = Reader::shared(buffer, &options);
    read(reader, buffer, &options).map(|(value, _)| value)
}

/// Reads a value from all of `bytes` into `arena`.
///
/// The value and its text take at most 16 × the input and a constant, with what the arena keeps in reserve.
#[cfg(feature = "bumpalo")]
#[inline]
pub(crate) fn in_arena<'de, T: Decode<'de>>(
    bytes: &'de [u8],
    arena: &'de Bump,
    options: &Options,
) -> Result<T, Error> {
    let _limited = Limited::new(arena, options.arena_limit(bytes.len()));
    read(Reader::in_arena(bytes, options, arena), bytes, options).map(|(value, _)| value)
}

/// Copies `bytes` into `arena`, and reads a value from the copy.
///
/// Both together take at most 16 × the input and a constant, with what the arena keeps in reserve.
#[cfg(feature = "bumpalo")]
#[inline]
pub(crate) fn copied<'de, T: Decode<'de>>(
    bytes: &[u8],
    arena: &'de Bump,
    options: &Options,
) -> Result<T, Error> {
    let most = options.arena_limit(bytes.len()).saturating_add(bytes.len());
    let _limited = Limited::new(arena, most);
    let bytes: &'de [u8] = match arena.try_alloc_slice_copy(bytes) {
        Ok(bytes) => bytes,
        Err(_) => return Err(Error::new(ErrorKind::MemoryLimit, 0, "a smaller value")),
    };
    read(Reader::in_arena(bytes, options, arena), bytes, options).map(|(value, _)| value)
}
