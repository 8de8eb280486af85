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

mod bit;
mod boxed;
#[cfg(feature = "compact_str")]
mod compact;
mod compare;
mod count;
mod cursor;
mod debug;
mod decode;
mod deferred;
mod disagreement;
mod embedded;
mod encode;
mod error;
mod form;
mod free_bits;
mod function;
mod include;
mod known;
mod locate;
pub mod mtproto;
mod number;
mod object;
mod object_ref;
#[cfg(feature = "reflect")]
mod opaque;
mod optional;
mod options;
mod reader;
#[cfg(feature = "reflect")]
pub mod reflect;
mod router;
mod run;
#[cfg(feature = "serde")]
pub mod serde;
mod serde_macros;
#[cfg(feature = "bytes")]
mod shared;
mod sink;
mod size;
mod string;
mod utf8;
mod variant;
mod vector;
mod with;
mod writer;
mod zero;

pub use alloc::{boxed::Box, string::String, vec::Vec};
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

pub use crate::{
    bit::{bit, flags},
    compare::{hash, hash_with, same, same_with},
    count::Count,
    cursor::{BufferTooSmall, Cursor},
    debug::debug,
    decode::{Decode, DecodeBare},
    deferred::{Deferred, Numbers},
    disagreement::{Disagreement, DisagreementKind},
    embedded::{Embedded, HasSchema},
    encode::{Encode, EncodeBare},
    error::{Error, ErrorKind},
    form::{Bare, BareVec, WithId},
    free_bits::{FreeBits, NotFree},
    function::{BorrowingFunction, Combinator, Declared, Function},
    known::Known,
    object::Object,
    object_ref::ObjectRef,
    options::{Options, Strictness, Trailing},
    reader::Reader,
    router::{Query, Router},
    run::Run,
    sink::Sink,
    size::assert_size,
    variant::Variant,
    vector::count,
    with::{DecodeBareWith, DecodeWith, EncodeBareWith, EncodeWith},
    writer::Writer,
    zero::zero,
};

#[cfg(feature = "reflect")]
pub use crate::opaque::{Opaque, OpaqueType};

/// The id of `boolTrue#997275b5 = Bool`.
pub const BOOL_TRUE: u32 = 0x9972_75b5;

/// The id of `boolFalse#bc799737 = Bool`.
pub const BOOL_FALSE: u32 = 0xbc79_9737;

/// The id of `vector#1cb5c415 {t:Type} # [ t ] = Vector t`.
pub const VECTOR: u32 = 0x1cb5_c415;
