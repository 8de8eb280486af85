//! Values that can be read.

use crate::{
    read::{
        error::Error,
        options::{Options, Trailing},
        reader::Reader,
    },
    traits::{
        combinator::Combinator,
        embedded::{Embedded, HasSchema},
        locate,
        tag::Tag,
    },
};
use alloc::{boxed::Box, vec::Vec};

/// A value that can be read in its natural form, the form that [`Encode`](crate::Encode) writes.
///
/// `'de` is the lifetime of the input, from which borrowed types (`&'de str`, `&'de [u8]`) take their text and bytes.
#[diagnostic::on_unimplemented(
    note = "if it is a method: methods are decoded only with the feature that `server_feature` names, `server` in typelang-telegram"
)]
pub trait Decode<'de>: Sized {
    /// The minimum number of bytes that a value takes. It limits what a hostile count can claim.
    const MIN_LEN: usize;

    /// Whether values lie in an arena, so that only the entry points that take one read them.
    #[doc(hidden)]
    const NEEDS_ARENA: bool = false;

    /// Identifies the type of a value, for conversions.
    #[doc(hidden)]
    const TAG: Tag = Tag::Ids;

    /// Reads a value.
    ///
    /// After a fault the value is arbitrary, and [`Reader::finish`] returns the error.
    fn decode(reader: &mut Reader<'de>) -> Self;

    /// The schema that declares the type, if generated code carries it.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    fn schema() -> Option<&'static Embedded> {
        None
    }

    /// Reads `count` values; the reader has checked that the input may hold them.
    #[doc(hidden)]
    #[inline]
    fn decode_many(reader: &mut Reader<'de>, count: usize) -> Vec<Self> {
        // Written out: a closure would be one more function for each type.
        let mut items = reader.room(count);
        for _ in 0..count {
            let item = Self::decode(reader);
            if reader.failed() {
                break;
            }
            items.push(item);
        }
        items
    }

    /// Reads `count` values into an arena; the reader has checked that the input may hold them.
    #[cfg(feature = "bumpalo")]
    #[doc(hidden)]
    #[inline]
    fn decode_many_in(reader: &mut Reader<'de>, count: usize) -> &'de [Self]
    where
        Self: Copy,
    {
        reader.arena_elements(count, Self::decode)
    }

    /// Reads a value from all of `bytes`, with the default [`Options`].
    ///
    /// # Errors
    /// The first fault, with its offset; remaining bytes are a fault.
    #[inline]
    fn from_bytes(bytes: &'de [u8]) -> Result<Self, Error> {
        Self::from_bytes_with(bytes, &Options::DEFAULT)
    }

    /// Reads a value from all of `bytes`, with `options`.
    ///
    /// # Errors
    /// The first fault, with its offset.
    #[inline]
    fn from_bytes_with(bytes: &'de [u8], options: &Options) -> Result<Self, Error> {
        const { expect_no_arena::<Self>() }
        let reader = Reader::with_options(bytes, options);
        locate::read(reader, bytes, options).map(|(value, _)| value)
    }

    /// Reads a value from all of `bytes` into `arena`, with the default [`Options`]. Text lies in `bytes`.
    ///
    /// It is for types that were generated with `Memory::Arena`. The arena frees all values at once: reset it between
    /// messages to use its memory again.
    ///
    /// ```
    /// use typelang_runtime::{Bump, Decode, Encode};
    ///
    /// let bytes = vec![vec![1_i64, 2], vec![3]].to_bytes();
    /// let mut arena = Bump::new();
    /// let lists = <&[&[i64]]>::from_bytes_in(&bytes, &arena)?;
    /// assert_eq!(lists, [&[1, 2][..], &[3]]);
    /// arena.reset();
    /// # Ok::<(), typelang_runtime::Error>(())
    /// ```
    ///
    /// Entry points without an arena do not compile for such types:
    ///
    /// ```compile_fail,E0080
    /// # use typelang_runtime::Decode;
    /// let ids = <&[i64]>::from_bytes(&[]);
    /// ```
    ///
    /// # Errors
    /// The first fault, with its offset; remaining bytes are a fault.
    #[cfg(feature = "bumpalo")]
    #[inline]
    fn from_bytes_in(bytes: &'de [u8], arena: &'de bumpalo::Bump) -> Result<Self, Error> {
        Self::from_bytes_in_with(bytes, arena, &Options::DEFAULT)
    }

    /// Reads a value from all of `bytes` into `arena`, with `options`. Text lies in `bytes`.
    ///
    /// [`Options::memory`] also limits the bytes that the arena takes from the system while it reads, with what it
    /// keeps in reserve.
    ///
    /// # Errors
    /// The first fault, with its offset.
    #[cfg(feature = "bumpalo")]
    #[inline]
    fn from_bytes_in_with(
        bytes: &'de [u8],
        arena: &'de bumpalo::Bump,
        options: &Options,
    ) -> Result<Self, Error> {
        locate::in_arena(bytes, arena, options)
    }

    /// Copies `bytes` into `arena` and reads a value from all of them, with the default [`Options`]. Nothing of the
    /// value lies in `bytes`.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes_in`], and a memory limit of the arena's own.
    #[cfg(feature = "bumpalo")]
    #[inline]
    fn copied_in(bytes: &[u8], arena: &'de bumpalo::Bump) -> Result<Self, Error> {
        Self::copied_in_with(bytes, arena, &Options::DEFAULT)
    }

    /// Copies `bytes` into `arena` and reads a value from all of them, with `options`.
    ///
    /// # Errors
    /// The same as [`Decode::copied_in`].
    #[cfg(feature = "bumpalo")]
    #[inline]
    fn copied_in_with(
        bytes: &[u8],
        arena: &'de bumpalo::Bump,
        options: &Options,
    ) -> Result<Self, Error> {
        locate::copied(bytes, arena, options)
    }

    /// Reads a value from all of a shared buffer, with the default [`Options`]. Each `Bytes` in the value is a slice of
    /// the buffer and not a copy.
    ///
    /// # Errors
    /// The first fault, with its offset; remaining bytes are a fault.
    #[cfg(feature = "bytes")]
    #[inline]
    fn from_shared(buffer: &'de bytes::Bytes) -> Result<Self, Error> {
        const { expect_no_arena::<Self>() }
        locate::from_shared(buffer)
    }

    /// Reads a value from the start of `bytes`, and returns it with the remaining bytes.
    ///
    /// # Errors
    /// The first fault, with its offset.
    #[inline]
    fn from_prefix(bytes: &'de [u8]) -> Result<(Self, &'de [u8]), Error> {
        const { expect_no_arena::<Self>() }
        let options = Options::DEFAULT.trailing(Trailing::Allow);
        locate::read(Reader::with_options(bytes, &options), bytes, &options)
    }
}

/// Fails to compile for types whose values lie in an arena.
const fn expect_no_arena<'de, T: Decode<'de>>() {
    assert!(
        !T::NEEDS_ARENA,
        "values of this type lie in an arena: use `from_bytes_in` or `copied_in`, and pass them a `Bump`"
    );
}

/// A combinator whose fields can be read without its id.
///
/// Every implementor also implements [`Decode`], which reads and checks the id before the fields.
#[diagnostic::on_unimplemented(
    note = "methods are decoded only with the feature that `server_feature` names: `server` in typelang-telegram"
)]
pub trait DecodeBare<'de>: Combinator + Sized {
    /// The minimum number of bytes that the fields take.
    const MIN_LEN: usize = Self::DECLARED.min_len;

    /// Whether values lie in an arena, as [`Decode::NEEDS_ARENA`] says.
    #[doc(hidden)]
    const NEEDS_ARENA: bool = false;

    /// Reads the fields.
    fn decode_bare(reader: &mut Reader<'de>) -> Self;
}

impl<'de, T: DecodeBare<'de>> Decode<'de> for T {
    const MIN_LEN: usize = 4 + <T as DecodeBare<'de>>::MIN_LEN;
    const NEEDS_ARENA: bool = <T as DecodeBare<'de>>::NEEDS_ARENA;
    const TAG: Tag = Tag::Combinator { id: T::ID, name: T::NAME };

    #[inline]
    fn schema() -> Option<&'static Embedded> {
        T::Schema::schema()
    }

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.expect_id::<T>();
        T::decode_bare(reader)
    }
}

impl<'de, T: DecodeBare<'de>> DecodeBare<'de> for Box<T> {
    const MIN_LEN: usize = <T as DecodeBare<'de>>::MIN_LEN;
    const NEEDS_ARENA: bool = <T as DecodeBare<'de>>::NEEDS_ARENA;

    #[inline]
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        reader.boxed()
    }
}

impl<'de> Reader<'de> {
    /// Reads a value in its natural form.
    #[inline]
    pub fn read<T: Decode<'de>>(&mut self) -> T {
        T::decode(self)
    }

    /// Reads the id of `T`; any other id is a fault.
    #[inline]
    pub fn expect_id<T: Combinator>(&mut self) {
        self.expect(T::ID, T::NAME);
    }
}
