//! Values without parts, converted where the new type holds the same value.

use crate::{
    reflect::{schema::builtin::Builtin, translate::refusal::Problem, walk::event::Scalar},
    write::writer::Writer,
};
use alloc::string::ToString as _;

/// From here on, several integers have the same double.
const EXACT: i64 = 1 << 53;

/// Writes a value as the bare form of a type.
pub(super) fn write(
    builtin: Builtin,
    scalar: Scalar<'_>,
    out: &mut Writer<'_>,
) -> Result<(), Problem> {
    match (builtin, scalar) {
        (Builtin::Int | Builtin::Int32, Scalar::Int(value)) => out.int(value),
        (Builtin::Int | Builtin::Int32, Scalar::Long(value, _)) => {
            out.int(i32::try_from(value).map_err(|_| out_of_range(builtin))?);
        }
        (Builtin::Long | Builtin::Int64 | Builtin::Int53, Scalar::Int(value)) => {
            out.long(value.into());
        }
        (Builtin::Long | Builtin::Int64, Scalar::Long(value, _))
        | (Builtin::Int53, Scalar::Long(value, Builtin::Int53)) => out.long(value),
        (Builtin::Int53, Scalar::Long(value, _)) if value.unsigned_abs() < EXACT as u64 => {
            out.long(value);
        }
        (Builtin::Int53, Scalar::Long(..)) => return Err(out_of_range(builtin)),
        (Builtin::Double | Builtin::Float, Scalar::Double(_) | Scalar::Float(_)) => {
            return real(builtin, scalar, out);
        }
        (Builtin::Bool, Scalar::Bool(value)) => out.bool(value),
        (Builtin::True, Scalar::True | Scalar::Bool(true)) => {}
        (Builtin::Int128 | Builtin::Int256 | Builtin::Int512, Scalar::Bytes(bytes, of)) => {
            if of != builtin {
                return Err(wrong_kind(builtin));
            }
            out.put(bytes);
        }
        _ => return text(builtin, scalar, out),
    }
    Ok(())
}

fn real(builtin: Builtin, scalar: Scalar<'_>, out: &mut Writer<'_>) -> Result<(), Problem> {
    #[expect(clippy::cast_possible_truncation, reason = "the cast is checked to be exact")]
    let near = |value: f64| value as f32;
    let (is_exact, double, float) = match scalar {
        Scalar::Double(value) => {
            let float = near(value);
            (f64::from(float).to_bits() == value.to_bits(), value, float)
        }
        Scalar::Float(value) => {
            let double = f64::from(value);
            (near(double).to_bits() == value.to_bits(), double, value)
        }
        _ => return Err(wrong_kind(builtin)),
    };
    match (builtin, scalar) {
        (Builtin::Double, Scalar::Double(_)) => out.double(double),
        (Builtin::Float, Scalar::Float(_)) => out.float(float),
        (Builtin::Double, _) if is_exact => out.double(double),
        (Builtin::Float, _) if is_exact => out.float(float),
        _ => return Err(out_of_range(builtin)),
    }
    Ok(())
}

fn text(builtin: Builtin, scalar: Scalar<'_>, out: &mut Writer<'_>) -> Result<(), Problem> {
    use Builtin::{Bytes, SecureBytes, SecureString, String};
    match (builtin, scalar) {
        (String | SecureString, Scalar::Text(text)) => out.string(text),
        (String | SecureString, Scalar::Bytes(bytes, Bytes | SecureBytes)) => {
            out.string(core::str::from_utf8(bytes).map_err(|_| out_of_range(builtin))?);
        }
        (Bytes | SecureBytes, Scalar::Text(text)) => out.bytes(text.as_bytes()),
        (Bytes | SecureBytes, Scalar::Bytes(bytes, Bytes | SecureBytes)) => out.bytes(bytes),
        _ => return Err(wrong_kind(builtin)),
    }
    Ok(())
}

fn wrong_kind(builtin: Builtin) -> Problem {
    Problem::WrongKind { ty: builtin.name().to_string() }
}

fn out_of_range(builtin: Builtin) -> Problem {
    Problem::OutOfRange { ty: builtin.name().to_string() }
}
