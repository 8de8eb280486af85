//! Errors of decoding.

use crate::wire::{
    counted::Counted,
    ids::{GZIP_PACKED, RPC_ERROR},
};
use core::fmt;

/// The name of any method, in errors.
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
    /// The id differs from the only possible one.
    WrongId {
        /// The id read.
        found: u32,
        /// The id expected.
        expected: u32,
    },
    /// The id belongs to no constructor of the type.
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
    /// The length of an enclosed object is negative, zero, or not a multiple of four.
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
    /// Values of this type lie in an arena, and the reader has none.
    NoArena,
    /// The schema does not determine where a value ends that is kept as bytes.
    NoForm,
    /// Bytes are left after the value.
    TrailingBytes {
        /// Number of bytes.
        count: usize,
    },
    /// A `msg_container` is in a `msg_container`, which `MTProto` forbids.
    NestedContainer,
    /// The value is `gzip_packed`, and either this crate was built without the feature `gzip`, or the value was packed
    /// twice.
    Compressed,
    /// The data of a `gzip_packed` is not valid gzip.
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
    /// Strict: bits of a number are set, but nothing in the value depends on them. A bit that covers only numbers is
    /// unused if all of them are 0.
    UnusedNumber {
        /// The bits of the number that have no effect.
        bits: u32,
    },
    /// Strict: flag bits are set that no field of the combinator uses.
    UnknownFlags {
        /// The unused bits.
        bits: u32,
    },
}

/// The same text as [`Display`](fmt::Display), because `unwrap` prints it: ids are in hexadecimal, as in schemas.
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

    /// Adds the path of the fault, unless it is empty.
    #[cfg(feature = "reflect")]
    pub(crate) fn with_path(self, path: &str) -> Self {
        Self { path: (!path.is_empty()).then(|| path.into()), ..self }
    }

    /// Moves the offset to an input in which the current one begins at `base`.
    pub(crate) fn after(self, base: usize) -> Self {
        Self { offset: self.offset.saturating_add(base), ..self }
    }

    /// What went wrong.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The offset of the faulty item, in bytes from the start of the input.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// What was expected: the name of a type or combinator in the schema.
    #[must_use]
    pub const fn expected(&self) -> &'static str {
        self.expected
    }

    /// The path of the item in the schema's names: `updates.users[3].photo`.
    ///
    /// Only values of generated types that were read as a whole have a path, and only with the feature `reflect`.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        #[cfg(feature = "reflect")]
        return self.path.as_deref();
        #[cfg(not(feature = "reflect"))]
        None
    }

    /// The id that was found where another was expected. Look it up in other schemas or layers.
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
                write!(f, "the input ends: {} needed, {left} left", Counted(needed, "byte"))
            }
            Self::WrongId { found, expected } => {
                write!(f, "found the id {found:08x} instead of {expected:08x}")
            }
            Self::UnknownId { found } => {
                write!(f, "found the id {found:08x}, which no constructor of the type has")
            }
            Self::InvalidUtf8 => f.write_str("the text is not UTF-8"),
            Self::CountTooLarge { count } => {
                write!(f, "the count {count} is more than the remaining bytes can hold")
            }
            Self::SumTooLarge { number, plus } => {
                write!(f, "the sum {number} + {plus} is more than 2^32 - 1")
            }
            Self::InvalidLength { length } => write!(f, "the length {length} is invalid"),
            Self::DepthLimit => f.write_str("values nest deeper than the limit"),
            Self::ElementLimit => f.write_str("the value has more elements than the limit"),
            Self::MemoryLimit => f.write_str("the value needs more memory than the limit"),
            Self::NoArena => {
                f.write_str("values of the type lie in an arena, and the reader has none")
            }
            Self::NoForm => f.write_str("the schema does not determine where the value ends"),
            Self::TrailingBytes { count: 1 } => f.write_str("1 byte follows the value"),
            Self::TrailingBytes { count } => write!(f, "{count} bytes follow the value"),
            Self::NestedContainer => f.write_str("a container contains a container"),
            Self::Compressed => f.write_str("the value is compressed"),
            Self::InvalidGzip => f.write_str("the data is not valid gzip"),
            Self::InflationLimit { limit } => {
                let limit = Counted(limit, "byte");
                write!(f, "the data unpacks to more than the limit of {limit}")
            }
            Self::NonCanonicalLength => {
                f.write_str("the length is written in a longer form than it needs")
            }
            Self::NonZeroPadding => f.write_str("the padding is not zero"),
            Self::UnusedNumber { bits } => {
                write!(f, "the bits {bits:#x} of a number are set, but nothing depends on them")
            }
            Self::UnknownFlags { bits } => {
                write!(f, "the flag bits {bits:#x} are set, but no field uses them")
            }
        }
    }
}

/// The remedy: what the reader of the message can do.
const fn remedy(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::UnexpectedEnd { .. }
        | ErrorKind::CountTooLarge { .. }
        | ErrorKind::SumTooLarge { .. } => {
            "check that the input is complete and of this type and layer"
        }
        // Any call may return these instead of its response.
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
            "enable the feature `gzip` of typelang-runtime; a value may be packed only once"
        }
        ErrorKind::InvalidGzip => {
            "check that the input is complete, and decrypted with the right key"
        }
        ErrorKind::InflationLimit { .. } => {
            "raise `Options::inflated` and `Options::inflation_ratio` if the sender is trusted"
        }
        ErrorKind::NoArena => "read with `Decode::from_bytes_in` or `Reader::in_arena`",
        ErrorKind::NoForm => "generate the type instead of making it opaque",
        ErrorKind::TrailingBytes { .. } => {
            "read with `Decode::from_prefix` or `Trailing::Allow` if other data follows"
        }
        ErrorKind::NonCanonicalLength
        | ErrorKind::NonZeroPadding
        | ErrorKind::UnusedNumber { .. }
        | ErrorKind::UnknownFlags { .. } => "read with `Strictness::Lenient` to accept it",
    }
}

impl core::error::Error for Error {}
