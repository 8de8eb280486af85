//! What can be wrong with bytes.

use crate::wire::ids::{GZIP_PACKED, RPC_ERROR};
use core::fmt;

/// What stands for a method in an error.
pub(crate) const METHOD: &str = "a method";

/// Why bytes could not be read as a value.
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    offset: usize,
    expected: &'static str,
    #[cfg(feature = "reflect")]
    path: Option<alloc::boxed::Box<str>>,
}

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input ends inside the value.
    UnexpectedEnd {
        /// Bytes that the item needs.
        needed: usize,
        /// Bytes that are left.
        left: usize,
    },
    /// The id is another one than the single one possible.
    WrongId {
        /// The id read.
        found: u32,
        /// The id expected.
        expected: u32,
    },
    /// The id is of no constructor of the type.
    UnknownId {
        /// The id read.
        found: u32,
    },
    /// Text is not UTF-8.
    InvalidUtf8,
    /// A count claims more elements than the bytes left can hold.
    CountTooLarge {
        /// The count read.
        count: u32,
    },
    /// The sum of a number and a constant, as in `(n+2)*[ int ]`, is more than 2³² - 1.
    SumTooLarge {
        /// The number read.
        number: u32,
        /// The constant.
        plus: u32,
    },
    /// The length of an enclosed object is negative, or no whole number of words, or none.
    InvalidLength {
        /// The length read.
        length: i32,
    },
    /// Values nest deeper than [`Options::depth`](crate::Options::depth) allows.
    DepthLimit,
    /// Vectors have more elements than [`Options::elements`](crate::Options::elements) allows.
    ElementLimit,
    /// The value needs more memory than [`Options::memory`](crate::Options::memory) allows.
    MemoryLimit,
    /// The schema gives a value that is kept as bytes no form by which to find its end.
    NoForm,
    /// Bytes are left after the value.
    TrailingBytes {
        /// How many.
        count: usize,
    },
    /// A `msg_container` is in a `msg_container`, which `MTProto` forbids.
    NestedContainer,
    /// The value is `gzip_packed`, and either this crate is built without the feature `gzip`, or it was packed twice.
    Compressed,
    /// The data of a `gzip_packed` is not in the format of gzip.
    InvalidGzip,
    /// A `gzip_packed` unpacks to more bytes than [`Options::inflated`](crate::Options::inflated) and
    /// [`Options::inflation_ratio`](crate::Options::inflation_ratio) allow.
    InflationLimit {
        /// How many bytes they allow for it.
        limit: usize,
    },
    /// Strict: a length is written in a longer form than it needs.
    NonCanonicalLength,
    /// Strict: padding is not zero.
    NonZeroPadding,
    /// Strict: bits of a number are set where nothing in the value depends on them; so they are where nothing is behind a bit
    /// but numbers that are 0.
    UnusedNumber {
        /// The bits of the number that say nothing.
        bits: u32,
    },
    /// Strict: flag bits are set for which the combinator has no field.
    UnknownFlags {
        /// Those bits.
        bits: u32,
    },
}

/// The words of [`Display`](fmt::Display), which is what `unwrap` shows: ids in hex, as schemas have them.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl Error {
    #[cold]
    pub(crate) const fn new(kind: ErrorKind, offset: usize, expected: &'static str) -> Self {
        Self {
            kind,
            offset,
            expected,
            #[cfg(feature = "reflect")]
            path: None,
        }
    }

    /// The same fault with the way to it; an empty one says nothing.
    #[cfg(feature = "reflect")]
    pub(crate) fn with_path(self, path: &str) -> Self {
        Self { path: (!path.is_empty()).then(|| path.into()), ..self }
    }

    /// The same fault as seen from an input in which the one at hand begins at `base`.
    pub(crate) fn after(self, base: usize) -> Self {
        Self { offset: self.offset.saturating_add(base), ..self }
    }

    /// What was wrong.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Where it was: the offset, in bytes from the start of the input, of the item at fault.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// What should have been there: a type's or combinator's name in the schema.
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.expected
    }

    /// The way to the item, by the names of the schema: `updates.users[3].photo`.
    ///
    /// There is one for a value of a generated type that was read as a whole, with the feature `reflect`.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        #[cfg(feature = "reflect")]
        return self.path.as_deref();
        #[cfg(not(feature = "reflect"))]
        None
    }

    /// The id that was read where another was expected, to be looked up in other schemas or layers.
    #[must_use]
    pub const fn found_id(&self) -> Option<u32> {
        match self.kind {
            ErrorKind::WrongId { found, .. } | ErrorKind::UnknownId { found } => Some(found),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, offset, expected, .. } = self;
        write!(f, "expected {expected} at byte {offset}")?;
        if let Some(path) = self.path() {
            write!(f, " (`{path}`)")?;
        }
        match (kind, *expected) {
            (ErrorKind::UnknownId { found }, METHOD) => write!(
                f,
                ", but found the id {found:08x}, which no registered method has; register the method, or answer others \
                 with `Router::otherwise`"
            ),
            _ => write!(f, ", but {kind}; {}", remedy(kind)),
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::UnexpectedEnd { needed, left } => {
                write!(f, "the input ends: {needed} bytes needed, {left} left")
            }
            Self::WrongId { found, expected } => {
                write!(f, "found the id {found:08x} instead of {expected:08x}")
            }
            Self::UnknownId { found } => {
                write!(f, "found the id {found:08x}, which no constructor of the type has")
            }
            Self::InvalidUtf8 => f.write_str("the text is not UTF-8"),
            Self::CountTooLarge { count } => {
                write!(f, "the count {count} is more than the bytes left can hold")
            }
            Self::SumTooLarge { number, plus } => {
                write!(f, "the sum {number} + {plus} is more than 2^32 - 1")
            }
            Self::InvalidLength { length } => write!(f, "the length {length} is not possible"),
            Self::DepthLimit => f.write_str("values nest deeper than the limit"),
            Self::ElementLimit => f.write_str("there are more elements than the limit"),
            Self::MemoryLimit => f.write_str("the value needs more memory than the limit"),
            Self::NoForm => f.write_str("the schema does not tell where the value ends"),
            Self::TrailingBytes { count } => write!(f, "{count} bytes follow the value"),
            Self::NestedContainer => f.write_str("a container is in a container"),
            Self::Compressed => f.write_str("the value is compressed"),
            Self::InvalidGzip => f.write_str("the data is not in the format of gzip"),
            Self::InflationLimit { limit } => {
                write!(f, "the data unpacks to more than the limit of {limit} bytes")
            }
            Self::NonCanonicalLength => {
                f.write_str("the length is written in a longer form than it needs")
            }
            Self::NonZeroPadding => f.write_str("the padding is not zero"),
            Self::UnusedNumber { bits } => {
                write!(f, "the bits {bits:#x} of a number are set, on which nothing depends")
            }
            Self::UnknownFlags { bits } => {
                write!(f, "the flag bits {bits:#x} are set, which have no field")
            }
        }
    }
}

/// What the reader of the message can do.
const fn remedy(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::UnexpectedEnd { .. }
        | ErrorKind::CountTooLarge { .. }
        | ErrorKind::SumTooLarge { .. } => {
            "check that the input is complete and of this type and layer"
        }
        // In place of what was asked for stands what MTProto has for any call.
        ErrorKind::WrongId { found: RPC_ERROR, .. } | ErrorKind::UnknownId { found: RPC_ERROR } => {
            "that is `rpc_error`, so the call failed: read it as `mtproto::RpcError`"
        }
        ErrorKind::WrongId { found: GZIP_PACKED, .. }
        | ErrorKind::UnknownId { found: GZIP_PACKED } => {
            "that is `gzip_packed`: unpack it with `mtproto::GzipPacked`"
        }
        ErrorKind::WrongId { .. } | ErrorKind::UnknownId { .. } => {
            "look the id up in other layers, or check that the input is of this type"
        }
        ErrorKind::InvalidUtf8 => {
            "declare the field as `bytes` in the schema if peers send such text"
        }
        ErrorKind::InvalidLength { .. } => "check that the input is an MTProto message",
        ErrorKind::DepthLimit => "raise `Options::depth` if the sender is trusted",
        ErrorKind::ElementLimit => "raise `Options::elements` if the sender is trusted",
        ErrorKind::MemoryLimit => "raise `Options::memory` if the sender is trusted",
        ErrorKind::NestedContainer => "put the messages of the inner container into the outer one",
        ErrorKind::Compressed => {
            "build typelang-runtime with the feature `gzip`; a value may be packed once"
        }
        ErrorKind::InvalidGzip => {
            "check that the input is complete, and decrypted with the right key"
        }
        ErrorKind::InflationLimit { .. } => {
            "raise `Options::inflated` and `Options::inflation_ratio` if the sender is trusted"
        }
        ErrorKind::NoForm => "let the type be generated, so that it need not be opaque",
        ErrorKind::TrailingBytes { .. } => {
            "read with `Decode::from_prefix` or `Trailing::Allow` if more is to follow"
        }
        ErrorKind::NonCanonicalLength
        | ErrorKind::NonZeroPadding
        | ErrorKind::UnusedNumber { .. }
        | ErrorKind::UnknownFlags { .. } => "read with `Strictness::Lenient` to accept it",
    }
}

impl core::error::Error for Error {}
