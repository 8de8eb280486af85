//! Equality by fields, independent of the bytes.

use typelang_runtime::{FreeBits, Object, ObjectRef, Opaque};

/// A type whose values can be compared field by field.
pub trait Same {
    /// Returns whether all fields are equal.
    fn same(&self, other: &Self) -> bool;
}

macro_rules! by_equality {
    ($($ty:ty),* $(,)?) => { $(
        impl Same for $ty {
            fn same(&self, other: &Self) -> bool { self == other }
        }
    )* };
}

by_equality!(u8, i32, u32, i64, bool, (), str, String, compact_str::CompactString, bytes::Bytes);

impl<const FREE: u32> Same for FreeBits<FREE> {
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

impl Same for f64 {
    fn same(&self, other: &Self) -> bool {
        self.to_bits() == other.to_bits()
    }
}

impl Same for f32 {
    fn same(&self, other: &Self) -> bool {
        self.to_bits() == other.to_bits()
    }
}

impl Same for Object {
    fn same(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Same for ObjectRef<'_> {
    fn same(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl<T, B: AsRef<[u8]>> Same for Opaque<T, B>
where
    Self: PartialEq,
{
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

impl<T: Same> Same for [T] {
    fn same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(one, other)| one.same(other))
    }
}

impl<T: Same> Same for Vec<T> {
    fn same(&self, other: &Self) -> bool {
        self.as_slice().same(other.as_slice())
    }
}

impl<T: Same + ?Sized> Same for &T {
    fn same(&self, other: &Self) -> bool {
        (**self).same(*other)
    }
}

impl<T: Same, const N: usize> Same for [T; N] {
    fn same(&self, other: &Self) -> bool {
        self.iter().zip(other).all(|(one, other)| one.same(other))
    }
}

impl<T: Same> Same for Option<T> {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(one), Some(other)) => one.same(other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

impl<T: Same> Same for Box<T> {
    fn same(&self, other: &Self) -> bool {
        (**self).same(other)
    }
}

macro_rules! tuples {
    ($($($name:ident $at:tt)+;)+) => { $(
        impl<$($name: Same),+> Same for ($($name,)+) {
            fn same(&self, other: &Self) -> bool { $(self.$at.same(&other.$at))&&+ }
        }
    )+ };
}

tuples! {
    A 0; A 0 B 1; A 0 B 1 C 2; A 0 B 1 C 2 D 3; A 0 B 1 C 2 D 3 E 4; A 0 B 1 C 2 D 3 E 4 F 5;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6; A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
}
