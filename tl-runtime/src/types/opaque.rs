//! Values of types that are not generated.

use crate::{
    read::{error::Error, options::Options, reader::Reader},
    reflect::schema::combinator::Combinator,
    traits::{
        decode::Decode,
        embedded::{Embedded, HasSchema, show},
        encode::Encode,
    },
    write::writer::Writer,
};
use alloc::vec::Vec;
use core::{
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
};

/// A type of a schema whose values are kept as bytes; generated code has an empty enum for it.
pub trait OpaqueType {
    /// The schema that declares the type and everything that its values may hold.
    type Schema: HasSchema;
    /// The name in the schema, with its namespace: `messages.Messages`.
    const NAME: &'static str;
}

/// A boxed value of the type `T`, kept as its bytes.
///
/// It replaces a type that was declared opaque (`Config::opaque`). Decoding walks through the value by the compiled
/// schema, under the limits of the [`Reader`], so only the bytes of a valid value are kept; encoding writes them again.
/// Two values are equal if their bytes are. `Debug` prints the value as if its type were generated.
///
/// `B` holds the bytes: a `Vec<u8>`, or `&[u8]` to borrow them from the input.
pub struct Opaque<T, B = Vec<u8>> {
    bytes: B,
    ty: PhantomData<fn() -> T>,
}

impl<T: OpaqueType> Opaque<T> {
    /// Creates an opaque value from one of a type that is generated elsewhere, such as in a crate with the whole
    /// schema.
    ///
    /// # Errors
    /// If its bytes are not those of a value of the type `T`.
    pub fn new<V: Encode>(value: &V) -> Result<Self, Error> {
        let mut bytes = value.to_bytes();
        // The capacity is reduced, because the value may be kept for long.
        bytes.shrink_to_fit();
        let options = Options::DEFAULT.depth(u32::MAX);
        Opaque::<T, &[u8]>::from_bytes_with(&bytes, &options)?;
        Ok(Self::of(bytes))
    }

    /// The value's bytes, starting with the id.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl<T, B> Opaque<T, B> {
    const fn of(bytes: B) -> Self {
        Self { bytes, ty: PhantomData }
    }
}

impl<T: OpaqueType, B: AsRef<[u8]>> Opaque<T, B> {
    /// The value's bytes, starting with the id.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.as_ref()
    }

    /// The id of the value's constructor.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.as_bytes().first_chunk().map_or(0, |id| u32::from_le_bytes(*id))
    }

    /// The name of the value's constructor.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        let schema = T::Schema::schema()?.schema()?;
        let ty = schema.type_named(T::NAME)?;
        schema.constructors_of(ty).find(|it| it.id() == self.id()).map(Combinator::name)
    }

    /// Reads the value as a type that is generated elsewhere.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes`]. Offsets count from the start of the value.
    pub fn decode_as<'de, V: Decode<'de>>(&'de self) -> Result<V, Error> {
        V::from_bytes(self.as_bytes())
    }

    /// Reads the value as a type that is generated elsewhere, with `options`.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes_with`]. Offsets count from the start of the value.
    pub fn decode_with<'de, V: Decode<'de>>(&'de self, options: &Options) -> Result<V, Error> {
        V::from_bytes_with(self.as_bytes(), options)
    }
}

impl<T: OpaqueType> Opaque<T, &[u8]> {
    /// Copies the value.
    #[must_use]
    pub fn to_owned(self) -> Opaque<T> {
        Opaque::of(self.bytes.to_vec())
    }
}

// Derived impls would require the same traits of `T`, which has no values.
impl<T, B: Clone> Clone for Opaque<T, B> {
    fn clone(&self) -> Self {
        Self::of(self.bytes.clone())
    }
}

impl<T, B: Copy> Copy for Opaque<T, B> {}

impl<T, B: PartialEq> PartialEq for Opaque<T, B> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<T, B: Eq> Eq for Opaque<T, B> {}

impl<T, B: Hash> Hash for Opaque<T, B> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}

impl<T: OpaqueType, B: AsRef<[u8]>> fmt::Debug for Opaque<T, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(self.as_bytes(), false, T::Schema::schema(), f)
    }
}

impl<T, B: AsRef<[u8]>> Encode for Opaque<T, B> {
    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.put(self.bytes.as_ref());
    }
}

impl<'de, T: OpaqueType, B: From<&'de [u8]>> Decode<'de> for Opaque<T, B> {
    const MIN_LEN: usize = 4;

    #[inline]
    fn schema() -> Option<&'static Embedded> {
        T::Schema::schema()
    }

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        Self::of(reader.skip(T::Schema::schema(), T::NAME).into())
    }
}
