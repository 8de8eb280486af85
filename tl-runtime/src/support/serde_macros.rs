//! What generated code says to implement serde's traits.

/// Implements serde's traits for generated types of the schema in the static that comes first.
///
/// A line is a type and what the schema calls it: `enums::Shape = "Shape";`, with its id for a constructor or function,
/// `types::Point = "point#5b8e6c53";`, and with the calls that a function takes, `functions::Later<X> where X = "later#…";`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! serde_impls {
    ($schema:path; $($ty:ty $(where $($param:ident),+)? = $tl:literal;)*) => {
        $crate::serialize_impls!($schema; $($ty $(where $($param),+)? = $tl;)*);
        $(
            impl<'de $($(, $param: for<'b> $crate::Decode<'b>)+)?> $crate::serde::Deserialize<'de>
                for $ty
            {
                fn deserialize<D: $crate::serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> ::core::result::Result<Self, D::Error> {
                    $crate::serde::deserialize($tl, &$schema, deserializer)
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
    ($schema:path; $($ty:ty $(where $($param:ident),+)? = $tl:literal;)*) => {
        $(
            impl $(<$($param: $crate::Encode),+>)? $crate::serde::Serialize for $ty {
                fn serialize<S: $crate::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    $crate::serde::serialize(self, $tl, &$schema, serializer)
                }
            }
        )*
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
