//! The bytes of a value, or why it has none.

use typelang_runtime::Encode;

/// Returns the bytes, or a refusal with its path.
///
/// Only types whose parts may disagree refuse a value.
pub(crate) fn written<T: Encode>(value: &T) -> Result<Vec<u8>, String> {
    value.try_to_bytes().map_err(|refusal| {
        assert!(T::CAN_DISAGREE, "refused by a type that always has bytes: {refusal}");
        assert!(!refusal.path().is_empty(), "refused without a path: {refusal}");
        refusal.to_string()
    })
}
