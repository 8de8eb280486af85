//! What is generated for the schemas in `schemas/`, one module for each.
//!
//! A schema shows one behaviour, in its fewest lines. The modules are committed, so that a change of the generator is
//! read as a change of its output. `UPDATE=1 cargo test --package typelang-golden --no-default-features` writes them.

#![no_std]
#![deny(warnings)]

#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod arena;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod arena_library;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod arena_numbers;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod arena_unknown;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod bare;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod borrowed;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod boxed;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod collisions;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod constants;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod conversions;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod digits;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod docs;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod docs_file;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod empty;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod facts;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod flag_words;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod flags;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod foreign;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod free_words;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod hashes;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod kept_bits;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod kept_bits_of;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod keywords;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod layers;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod library;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod limits;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod locals;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod many_values;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod mistakes;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod namespaces;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod nulls;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod numbers;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod objects;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod only;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod opaque;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod opaque_borrowed;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod optional_parts;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod optional_parts_in_arena;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod other_text;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod owned;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod parameters;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod parts;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod prelude;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod primitives;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod recursion;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod repetitions;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod requests;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod reserved;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod responses;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod rows;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod serde;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod shapes;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod shared_bits;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod sizes;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod ton;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod unknown;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod vectors;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod vk;
#[cfg(feature = "modules")]
#[rustfmt::skip]
pub mod wrappers;
