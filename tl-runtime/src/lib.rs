//! The runtime of code generated from TL schemas: traits, readers, writers and errors.
//!
//! TL is the Type Language of `MTProto`, the protocol of Telegram. `typelang-codegen` generates a Rust type for each
//! declaration of a schema, and this crate moves such values between memory and the wire. You need it beside any
//! generated code, including the ready-made `typelang-telegram`; alone, it reads bytes by a compiled schema
//! (module `reflect`).
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
//! # Where to look
//!
//! | to … | use |
//! |---|---|
//! | write a value | [`Encode`], and [`Writer`] or [`Cursor`] for a buffer of your own |
//! | read a value | [`Decode`]; [`Options`] limits what hostile bytes may cost, and [`Error`] says what is wrong, and where |
//! | convert a value between two generated modules | [`Convert`] |
//! | send a call and read its response | [`Function`], [`mtproto::RpcResult`], [`mtproto::RpcError`] |
//! | answer calls | [`Router`] |
//! | read and write containers and compressed values | [`mtproto`] |
//! | keep a boxed value of unknown type as bytes | [`Object`]; [`ObjectRef`] borrows them |
//! | leave out the id, or add one | [`Bare`], [`BareVec`], [`WithId`]; [`EncodeBare`] and [`DecodeBare`] |
//! | send calls to TDLib | the module `tdlib` |
//! | read bytes without generated types, or as JSON | the module `reflect` |
//!
//! [`Encode`] and [`Decode`] use the *natural form* of a value: combinators are boxed (id, then fields) and primitives
//! are bare.
//!
//! # Features
//!
//! The crate needs `alloc` but not `std`. Without features it has no dependencies.
//!
//! | feature | effect |
//! |---|---|
//! | `bumpalo` | values whose parts all lie in an arena: `Decode::from_bytes_in` reads them |
//! | `bytes` | `bytes::Bytes` can be read and written; `Decode::from_shared` takes it from your buffer without a copy |
//! | `compact_str` | `compact_str::CompactString` can be read and written |
//! | `gzip` | `gzip_packed` is packed and unpacked; needs `std` |
//! | `json` | JSON is read into values, with `serde_json`; writing JSON needs only `reflect` |
//! | `layers` | `Layers` reads values of other layers; `reflect::Translator` translates between schemas |
//! | `random` | `reflect::Random` makes random values of a compiled schema, for tests |
//! | `reflect` | the module `reflect`; `Debug` in the schema's names and paths in errors for generated types |
//! | `serde` | generated types can implement serde's traits; the module `tdlib` writes calls of TDLib and reads answers |

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "gzip")]
extern crate std;

mod include;
#[cfg(feature = "layers")]
pub mod layers;
pub mod mtproto;
mod read;
#[cfg(feature = "reflect")]
pub mod reflect;
mod rpc;
#[cfg(feature = "serde")]
pub mod serde;
mod support;
#[cfg(feature = "serde")]
pub mod tdlib;
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
        callers::Callers,
        combinator::{Combinator, Declared},
        convert::Convert,
        decode::{Decode, DecodeBare},
        embedded::{Embedded, HasSchema},
        encode::{Encode, EncodeBare},
        function::{BorrowingFunction, Function},
        method_facts::MethodFacts,
        variant::Variant,
        with::{DecodeBareWith, DecodeWith, EncodeBareWith, EncodeWith},
    },
    types::{
        form::{Bare, BareSlice, BareVec, WithId},
        free_bits::{FreeBits, NotFree},
        object::Object,
        object_ref::ObjectRef,
        unknown::Unknown,
        unknown_ref::UnknownRef,
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

#[doc(hidden)]
pub use crate::traits::tag::Tag;

#[cfg(feature = "bumpalo")]
pub use bumpalo::Bump;

#[cfg(feature = "layers")]
pub use crate::layers::known::Layers;
#[cfg(feature = "reflect")]
pub use crate::types::opaque::{Opaque, OpaqueType};

/// The names that generated code uses, as `tl::Option` or `tl::bit`: no name in a schema can hide them.
///
/// They belong to the generator and change with it.
#[doc(hidden)]
pub mod tl {
    pub use crate::{support::*, *};
    pub use alloc::{boxed::Box, string::String, vec::Vec};
    pub use core::{
        clone::Clone,
        cmp::{Eq, PartialEq},
        convert::{From, Into, TryFrom},
        default::Default,
        fmt,
        hash::{Hash, Hasher},
        marker::Copy,
        matches,
        option::Option::{self, None, Some},
        result::Result::{self, Err, Ok},
    };
}

/// The README's block is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
