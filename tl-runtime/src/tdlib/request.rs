//! Calls as `TDLib` takes them.

use crate::traits::function::Function;
use alloc::{format, string::String};
use serde_core::Serialize;

/// Writes a call for `td_send` or `td_execute`.
///
/// `TDLib` returns `extra` with the answer, as [`Received::extra`](super::Received::extra).
///
/// # Errors
/// If the call holds a number that JSON does not have, such as an infinite `double`; the message has its path.
pub fn request<F: Function + Serialize>(
    call: &F,
    extra: Option<u64>,
) -> Result<String, serde_json::Error> {
    let json = serde_json::to_string(call)?;
    let Some(extra) = extra else { return Ok(json) };
    // A call is an object with its name at least.
    let rest = json.strip_prefix('{').unwrap_or(&json);
    Ok(format!("{{\"@extra\":{extra},{rest}"))
}
