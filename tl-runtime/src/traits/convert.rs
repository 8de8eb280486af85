//! Values of one family as values of another.

#[cfg(feature = "reflect")]
use crate::{read::error::ErrorKind, write::writer::Writer};
use crate::{
    read::{
        error::Error,
        options::{Options, Strictness},
    },
    traits::{decode::Decode, encode::Encode},
};

/// What is read was written by this crate, so that its length is no claim of others. The depth stays limited, for the
/// stack.
const OPTIONS: Options =
    Options::DEFAULT.strictness(Strictness::Strict).memory(usize::MAX).elements(usize::MAX);

/// Converts a value into the type of another module that was generated from the same schema: from an arena into types
/// that own their parts, and back.
///
/// The value is written and read, so a conversion takes as long as both and a vector for the bytes. If you have the
/// bytes that a value came from, decode these instead. Values of other layers ([`Unknown`](crate::Unknown))
/// are kept.
///
/// ```
/// use typelang_runtime::Convert;
///
/// let borrowed = vec!["a", "b"];
/// let owned: Vec<String> = borrowed.convert()?;
/// assert_eq!(owned, borrowed);
/// # Ok::<(), typelang_runtime::Error>(())
/// ```
///
/// Types of other constructors do not compile, and an enum without the constructor of the value is an error. The
/// arguments of a type such as `Maybe int` are not compared, because they have no ids.
///
/// ```compile_fail,E0080
/// # use typelang_runtime::Convert;
/// let numbers: Vec<f64> = vec![1_i64].convert()?;
/// # Ok::<(), typelang_runtime::Error>(())
/// ```
///
/// Types whose parts may disagree ([`Encode::CAN_DISAGREE`]) do not compile either: encode these with
/// [`Encode::try_to_bytes`] and decode the bytes.
pub trait Convert: Encode {
    /// Converts the value into one that owns its parts.
    ///
    /// # Errors
    /// If a `T` cannot hold the value, and if it is nested deeper than [`Options::depth`] allows by default.
    #[inline]
    fn convert<T: for<'de> Decode<'de>>(&self) -> Result<T, Error> {
        const { expect_same::<Self, T>() }
        match T::from_bytes_with(&self.to_bytes(), &OPTIONS) {
            Ok(value) => Ok(value),
            Err(error) => again(self, error, |bytes, options| T::from_bytes_with(bytes, options)),
        }
    }

    /// Converts the value into one whose parts lie in `arena`, with its text.
    ///
    /// ```
    /// use typelang_runtime::{Bump, Convert};
    ///
    /// let owned = vec![vec![1_i64, 2], vec![3]];
    /// let arena = Bump::new();
    /// let lists: &[&[i64]] = owned.convert_in(&arena)?;
    /// assert_eq!(lists, [&[1, 2][..], &[3]]);
    /// # Ok::<(), typelang_runtime::Error>(())
    /// ```
    ///
    /// # Errors
    /// The same as [`Convert::convert`], and a memory limit of the arena's own.
    #[cfg(feature = "bumpalo")]
    #[inline]
    fn convert_in<'de, T: Decode<'de>>(&self, arena: &'de bumpalo::Bump) -> Result<T, Error> {
        const { expect_same::<Self, T>() }
        match T::copied_in_with(&self.to_bytes(), arena, &OPTIONS) {
            Ok(value) => Ok(value),
            Err(error) => {
                let read =
                    |bytes: &[u8], options: &Options| T::copied_in_with(bytes, arena, options);
                again(self, error, read)
            }
        }
    }
}

impl<V: Encode + ?Sized> Convert for V {}

/// Fails to compile for types of other constructors.
const fn expect_same<'de, V: Encode + ?Sized, T: Decode<'de>>() {
    assert!(
        V::TAG.fits(&T::TAG),
        "a value is converted only into the same type of another module: these have other names or ids"
    );
}

/// Converts a value with values of other layers in it, which the first attempt took for unknown ids.
#[cfg(feature = "reflect")]
#[cold]
fn again<V: Encode + ?Sized, T>(
    value: &V,
    error: Error,
    read: impl FnOnce(&[u8], &Options) -> Result<T, Error>,
) -> Result<T, Error> {
    if !matches!(error.kind(), ErrorKind::UnknownId { .. }) {
        return Err(error);
    }
    let mut out = Writer::new().marking();
    value.encode(&mut out);
    let bytes = out.into_bytes();
    read(&bytes, &OPTIONS.marked(true)).map_err(|_| error)
}

/// Without `reflect` there are none.
#[cfg(not(feature = "reflect"))]
fn again<V: Encode + ?Sized, T>(
    _: &V,
    error: Error,
    _: impl FnOnce(&[u8], &Options) -> Result<T, Error>,
) -> Result<T, Error> {
    Err(error)
}
