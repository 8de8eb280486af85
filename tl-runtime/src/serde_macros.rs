//! What generated code says to implement serde's traits.

/// Implements serde's traits for generated types, each by its place in the schema of the static that comes first.
///
/// A line is a constructor or function (`types::Point;`), a function with calls in it (`functions::Later<X> where X;`), or a
/// type with what TL calls it (`enums::Shape = "Shape";`).
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! serde_impls {
    ($schema:ident; $($ty:ty $(where $($param:ident),+)? $(= $tl:literal)?;)*) => {
        $crate::serialize_impls!($schema; $($ty $(where $($param),+)? $(= $tl)?;)*);
        $(
            impl<'de $($(, $param: for<'b> $crate::Decode<'b>)+)?> $crate::serde::Deserialize<'de>
                for $ty
            {
                fn deserialize<D: $crate::serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> $crate::Result<Self, D::Error> {
                    $crate::serde::deserialize($crate::serde_role!($($tl)?), &$schema, deserializer)
                }
            }
        )*
    };
}

/// Implements `Serialize` alone, for types that borrow; see [`serde_impls`].
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! serialize_impls {
    ($schema:ident; $($ty:ty $(where $($param:ident),+)? $(= $tl:literal)?;)*) => {
        $(
            impl $(<$($param: $crate::Encode),+>)? $crate::serde::Serialize for $ty {
                fn serialize<S: $crate::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> $crate::Result<S::Ok, S::Error> {
                    $crate::serde::serialize(self, $crate::serde_role!($($tl)?), &$schema, serializer)
                }
            }
        )*
    };
}

/// What `Self` is in its schema.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! serde_role {
    () => {
        $crate::serde::Role::of::<Self>()
    };
    ($tl:literal) => {
        $crate::serde::Role::Type($tl)
    };
}

/// Says what is missing.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! serde_impls {
    ($($line:tt)*) => {
        ::core::compile_error!("serde's traits need the feature `serde` of typelang-runtime");
    };
}

/// Says what is missing.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! serialize_impls {
    ($($line:tt)*) => {
        ::core::compile_error!("serde's traits need the feature `serde` of typelang-runtime");
    };
}
