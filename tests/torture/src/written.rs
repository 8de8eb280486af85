//! A value's bytes, or why it has none.

use typelang_runtime::Encode;

/// The bytes, or a refusal with its path.
pub(crate) fn written<T: Encode>(value: &T) -> Result<Vec<u8>, String> {
    Ok(value.to_bytes())
}
