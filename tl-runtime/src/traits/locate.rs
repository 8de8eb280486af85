//! The path of a fault, found by walking the bytes again.

use crate::{
    read::{error::Error, options::Options, reader::Reader},
    traits::{decode::Decode, embedded::Embedded},
};

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
        Err(error) => Err(locate(error, bytes, options, T::schema())),
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
