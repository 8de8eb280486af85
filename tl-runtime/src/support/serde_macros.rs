//! Macros that implement serde's traits for generated code.

/// Implements serde's traits for generated types of the schema in the static that is the first argument.
///
/// Each line is a type and its name in the schema. A type has only its name: `enums::Shape = "Shape";`. A constructor
/// or function also has its id: `types::Point = "point#5b8e6c53";`. A function that takes calls lists their parameters:
/// `functions::Later<X> where X = "later#…";`.
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

/// Implements only `Serialize`, for types that borrow; see [`serde_impls`].
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

/// Reports the missing feature.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! serde_impls {
    ($($line:tt)*) => {
        ::core::compile_error!("serde's traits need the feature `serde` of typelang-runtime");
    };
}

/// Reports the missing feature.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! serialize_impls {
    ($($line:tt)*) => {
        ::core::compile_error!("serde's traits need the feature `serde` of typelang-runtime");
    };
}
