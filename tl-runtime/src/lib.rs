//! What code generated from a TL schema calls at run time.
//!
//! TL is the Type Language of `MTProto`. Generated code describes values; this crate moves them between memory and
//! the wire:
//!
//! - [`Encode`] writes a value to a [`Writer`], [`Decode`] reads it from a [`Reader`]; both use the value's *natural
//!   form*: boxed (id and fields) for combinators, bare for primitives;
//! - [`EncodeBare`] and [`DecodeBare`] are the same without the id;
//! - [`Function`] ties a method to the type of its response;
//! - [`Object`] keeps a boxed value of unknown type as bytes, and [`ObjectRef`] borrows it;
//! - `Opaque` keeps a value of a type that is not generated, and finds its end by the schema (feature `reflect`);
//! - [`mtproto`] has what `MTProto` does by hand: containers, answers, compression; [`Router`] finds a query's handler;
//! - [`Options`] bounds what a decoder may spend on hostile bytes, and [`Error`] says what was wrong, and where.
//!
//! ```
//! use typelang_runtime::{Decode, Encode};
//!
//! let ids = vec![1_i64, 2, 3];
//! let bytes = ids.to_bytes();
//! assert_eq!(bytes[..8], [0x15, 0xc4, 0xb5, 0x1c, 3, 0, 0, 0]);
//! assert_eq!(Vec::<i64>::from_bytes(&bytes)?, ids);
//! # Ok::<(), typelang_runtime::Error>(())
//! ```
//!
//! The crate needs `alloc` but not `std`, and depends on nothing, unless a feature asks for it:
//!
//! - `bytes`: `bytes::Bytes` can be read and written, and is cut from the caller's buffer by `Decode::from_shared`;
//! - `compact_str`: `compact_str::CompactString` can be read and written;
//! - `gzip`: `gzip_packed` is packed and unpacked; this needs `std`;
//! - `json`: values from JSON, with `serde_json`; JSON from values needs `reflect` only;
//! - `random`: `reflect::Random` makes random values by a compiled schema, for tests;
//! - `reflect`: the module `reflect` walks bytes by a compiled schema, without generated code;
//! - `serde`: the module `serde` has what generated types need to implement its traits.

#![no_std]

extern crate alloc;
#[cfg(feature = "gzip")]
extern crate std;

mod include;
pub mod mtproto;
mod read;
#[cfg(feature = "reflect")]
pub mod reflect;
mod rpc;
#[cfg(feature = "serde")]
pub mod serde;
pub mod support;
mod traits;
mod types;
mod wire;
mod write;

pub use crate::{
    read::{
        error::{Error, ErrorKind},
        options::{Options, Strictness, Trailing},
        reader::Reader,
    },
    rpc::{
        deferred::{Deferred, Numbers},
        query::Query,
        router::Router,
    },
    traits::{
        combinator::Combinator,
        decode::{Decode, DecodeBare},
        embedded::{Embedded, HasSchema},
        encode::{Encode, EncodeBare},
        function::{BorrowingFunction, Function},
        variant::Variant,
        with::{DecodeBareWith, DecodeWith, EncodeBareWith, EncodeWith},
    },
    types::{
        form::{Bare, BareVec, WithId},
        free_bits::{FreeBits, NotFree},
        object::Object,
        object_ref::ObjectRef,
    },
    wire::ids::{BOOL_FALSE, BOOL_TRUE, VECTOR},
    write::{
        count::Count,
        cursor::{BufferTooSmall, Cursor},
        disagreement::{Disagreement, DisagreementKind},
        sink::Sink,
        writer::Writer,
    },
};

#[cfg(feature = "reflect")]
pub use crate::types::opaque::{Opaque, OpaqueType};

// Generated code says `tl::bit` and `tl::Option`, so that no name of a schema can stand in its way.
#[doc(hidden)]
pub use crate::support::{
    Declared, Known, RpcErrorKind, Run, assert_size, bit, count, debug, flags, hash, hash_with,
    same, same_with, zero,
};
#[doc(hidden)]
pub use alloc::{boxed::Box, string::String, vec::Vec};
#[doc(hidden)]
pub use core::{
    clone::Clone,
    cmp::{Eq, PartialEq},
    convert::{From, TryFrom},
    default::Default,
    fmt,
    hash::{Hash, Hasher},
    matches,
    option::Option::{self, None, Some},
    result::Result::{self, Err, Ok},
};
