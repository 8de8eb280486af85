//! Floating-point values for which JSON has no number, as text.

use core::fmt;

/// A `double` that is infinite or not a number: `inf`, `-inf`, `nan`, or `nan:` and the bits if they are not the usual
/// ones.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Double(pub(crate) f64);

/// The same for a `float`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Float(pub(crate) f32);

impl fmt::Display for Double {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(value) = *self;
        if value.is_nan() && value.to_bits() != f64::NAN.to_bits() {
            return write!(f, "nan:{:016x}", value.to_bits());
        }
        f.write_str(name(value))
    }
}

impl fmt::Display for Float {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(value) = *self;
        if value.is_nan() && value.to_bits() != f32::NAN.to_bits() {
            return write!(f, "nan:{:08x}", value.to_bits());
        }
        f.write_str(name(value.into()))
    }
}

fn name(value: f64) -> &'static str {
    match value {
        f64::INFINITY => "inf",
        f64::NEG_INFINITY => "-inf",
        _ => "nan",
    }
}
