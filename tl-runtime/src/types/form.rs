//! Wrappers for forms other than the natural one.

use crate::{
    read::reader::Reader,
    traits::{
        decode::{Decode, DecodeBare},
        encode::{Encode, EncodeBare},
        tag::Tag,
    },
    write::writer::Writer,
};
use alloc::vec::Vec;

/// The boxed form of a predefined type, such as TL's `Int`: the id, then the value in its natural form.
///
/// ```
/// use typelang_runtime::{Encode, WithId};
///
/// let five = WithId::<0xa850_9bda, i32>(5);
/// assert_eq!(five.to_bytes(), [0xda, 0x9b, 0x50, 0xa8, 5, 0, 0, 0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WithId<const ID: u32, T>(pub T);

impl<const ID: u32, T: Encode> Encode for WithId<ID, T> {
    const CAN_DISAGREE: bool = T::CAN_DISAGREE;
    const TAG: Tag = Tag::WithId { id: ID, of: &T::TAG };

    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.id(ID);
        self.0.encode(out);
    }
}

impl<'de, const ID: u32, T: Decode<'de>> Decode<'de> for WithId<ID, T> {
    const MIN_LEN: usize = 4 + T::MIN_LEN;
    const NEEDS_ARENA: bool = T::NEEDS_ARENA;
    const TAG: Tag = Tag::WithId { id: ID, of: &T::TAG };

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        Self(reader.with_id(ID, "the id of a predefined type", T::decode))
    }
}

/// A combinator's fields without the id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bare<T>(pub T);

impl<T: EncodeBare> Encode for Bare<T> {
    const CAN_DISAGREE: bool = <T as EncodeBare>::CAN_DISAGREE;
    const TAG: Tag = Tag::Bare { of: &<T as Encode>::TAG };

    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        self.0.encode_bare(out);
    }
}

impl<'de, T: DecodeBare<'de>> Decode<'de> for Bare<T> {
    const MIN_LEN: usize = T::MIN_LEN;
    const NEEDS_ARENA: bool = <T as DecodeBare<'de>>::NEEDS_ARENA;
    const TAG: Tag = Tag::Bare { of: &<T as Decode<'de>>::TAG };

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        Self(T::decode_bare(reader))
    }
}

/// A bare `vector`: a count, and elements in their natural form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct BareVec<T>(pub Vec<T>);

impl<T: Encode> Encode for BareVec<T> {
    const CAN_DISAGREE: bool = T::CAN_DISAGREE;
    const TAG: Tag = Tag::BareVector { of: &T::TAG };

    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.bare_vector(&self.0);
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for BareVec<T> {
    const MIN_LEN: usize = 4;
    const NEEDS_ARENA: bool = T::NEEDS_ARENA;
    const TAG: Tag = Tag::BareVector { of: &T::TAG };

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        Self(reader.bare_vector())
    }
}

/// A bare `vector` whose elements lie elsewhere, such as in an arena.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct BareSlice<'de, T>(pub &'de [T]);

impl<T: Encode> Encode for BareSlice<'_, T> {
    const CAN_DISAGREE: bool = T::CAN_DISAGREE;
    const TAG: Tag = Tag::BareVector { of: &T::TAG };

    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.bare_vector(self.0);
    }
}

/// TL's bare `true`, which takes no bytes.
impl Encode for () {
    const TAG: Tag = Tag::Primitive { name: "true" };

    #[inline]
    fn encode(&self, _: &mut Writer<'_>) {}
}

impl Decode<'_> for () {
    const MIN_LEN: usize = 0;
    const TAG: Tag = Tag::Primitive { name: "true" };

    #[inline]
    fn decode(_: &mut Reader<'_>) -> Self {}
}

impl Reader<'_> {
    /// Reads the boxed form of the predefined type `name`: its `id`, then the value with `read`.
    #[inline]
    pub fn with_id<T>(
        &mut self,
        id: u32,
        name: &'static str,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        self.expect(id, name);
        read(self)
    }
}
