//! Names of RPC errors, apart from the number in them.

use alloc::{
    borrow::Cow,
    format,
    string::{String, ToString},
};
use core::fmt;

/// The name of an RPC error, apart from the number that its message may carry.
///
/// `FLOOD_WAIT_3` and `FLOOD_WAIT_17` are of one kind, `FLOOD_WAIT`; so are `FILE_PART_0_MISSING` and
/// `FILE_PART_5_MISSING`, whose kind is printed as `FILE_PART_X_MISSING`. A kind compares as a constant does, also in
/// patterns. `typelang-telegram` has a constant for each known error in its module `errors`, and
/// [`RpcErrorKind::of`] makes one for any other.
///
/// ```
/// use typelang_runtime::mtproto::{RpcError, RpcErrorKind};
///
/// const FLOOD_WAIT: RpcErrorKind = RpcErrorKind::of("FLOOD_WAIT_%d");
/// const PEER_ID_INVALID: RpcErrorKind = RpcErrorKind::of("PEER_ID_INVALID");
///
/// let error = RpcError::new(420, "FLOOD_WAIT_17");
/// assert_eq!(error.kind(), FLOOD_WAIT);
/// let is_temporary = match error.kind() {
///     FLOOD_WAIT => true,
///     PEER_ID_INVALID => false,
///     _ => false,
/// };
/// assert!(is_temporary);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RpcErrorKind<'a> {
    /// The name up to the underscore before the number, or the whole name if it has no number.
    before: &'a str,
    /// The rest of the name after the number.
    after: &'a str,
}

/// A message in parts: the text before the number, the digits, and the text after them.
#[derive(Clone, Copy)]
struct Parts<'a> {
    before: &'a str,
    digits: &'a str,
    after: &'a str,
}

impl<'a> RpcErrorKind<'a> {
    /// The kind of the error with this message.
    ///
    /// The number is the first one that follows an underscore and is followed by an underscore, by `MIN` (minutes) or
    /// by nothing. `%d` or `X` may be written instead of the digits. The `2` in `2FA_CONFIRM_WAIT_300` and the one in
    /// `AUTH_TOKEN_INVALID2` are parts of the names.
    #[must_use]
    #[inline]
    pub const fn of(message: &'a str) -> Self {
        let Parts { before, after, .. } = split(message);
        Self { before, after }
    }

    /// The kind of the error with this name, which has no number in the middle.
    ///
    /// The same as [`Self::of`], but rustc does not have to take the name apart.
    #[doc(hidden)]
    #[must_use]
    pub const fn named(name: &'a str) -> Self {
        Self { before: name, after: "" }
    }

    /// The name: without the number if it is at the end, otherwise with `X` in its place.
    ///
    /// It is borrowed unless the number is in the middle.
    ///
    /// ```
    /// use typelang_runtime::mtproto::RpcErrorKind;
    ///
    /// assert_eq!(RpcErrorKind::of("PHONE_MIGRATE_4").name(), "PHONE_MIGRATE");
    /// assert_eq!(RpcErrorKind::of("FILE_PART_5_MISSING").name(), "FILE_PART_X_MISSING");
    /// ```
    #[must_use]
    #[inline]
    pub fn name(self) -> Cow<'a, str> {
        if self.after.is_empty() {
            Cow::Borrowed(self.before)
        } else {
            Cow::Owned(self.to_string())
        }
    }

    /// The message of this kind with `number`, for servers.
    ///
    /// ```
    /// use typelang_runtime::mtproto::{RpcError, RpcErrorKind};
    ///
    /// const FLOOD_WAIT: RpcErrorKind = RpcErrorKind::of("FLOOD_WAIT_%d");
    /// let error = RpcError::new(420, FLOOD_WAIT.message(17));
    /// assert_eq!(error.error_message, "FLOOD_WAIT_17");
    /// ```
    #[must_use]
    #[inline]
    pub fn message(self, number: u64) -> String {
        let Self { before, after } = self;
        format!("{before}_{number}{after}")
    }

    /// The number in seconds, if this kind of message says how long to wait.
    #[inline]
    pub(crate) fn seconds(self, number: u64) -> Option<u64> {
        const WAITS: [&str; 4] = ["_WAIT", "_DELAY", "_TOO_FRESH", "_TOO_EARLY"];
        if !WAITS.iter().any(|wait| self.before.ends_with(wait)) {
            return None;
        }
        match self.after {
            "" => Some(number),
            MINUTES => number.checked_mul(60),
            _ => None,
        }
    }

    /// Whether the number is the data center to use instead.
    #[inline]
    pub(crate) fn is_migration(self) -> bool {
        self.before.ends_with("_MIGRATE") && self.after.is_empty()
    }
}

/// The number in the message, if there is one that fits.
#[inline]
pub(crate) fn number(message: &str) -> Option<u64> {
    split(message).digits.parse().ok()
}

/// The unit that may follow a number.
const MINUTES: &str = "MIN";

#[inline]
const fn split(message: &str) -> Parts<'_> {
    let bytes = message.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        if bytes[at] == b'_'
            && let Some(end) = number_end(bytes, at + 1)
        {
            let (head, after) = message.split_at(end);
            let (before, digits) = head.split_at(at);
            return Parts { before, digits: digits.split_at(1).1, after };
        }
        at += 1;
    }
    Parts { before: message, digits: "", after: "" }
}

/// The end of the number that begins at `start`, if there is one.
#[inline]
const fn number_end(bytes: &[u8], start: usize) -> Option<usize> {
    let end = digits_end(bytes, start);
    if end > start && is_end(bytes.split_at(end).1) { Some(end) } else { None }
}

#[inline]
const fn digits_end(bytes: &[u8], start: usize) -> usize {
    match bytes.split_at(start).1 {
        [b'%', b'd', ..] => return start + 2,
        [b'X', ..] => return start + 1,
        _ => {}
    }
    let mut end = start;
    while end < bytes.len() && bytes[end].is_ascii_digit() {
        end += 1;
    }
    end
}

/// Whether a number may end before `rest`.
#[inline]
const fn is_end(rest: &[u8]) -> bool {
    matches!(rest, [] | [b'_', ..] | b"MIN" | [b'M', b'I', b'N', b'_', ..])
}

impl fmt::Display for RpcErrorKind<'_> {
    /// Writes [`RpcErrorKind::name`].
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.before)?;
        if self.after.is_empty() { Ok(()) } else { write!(f, "_X{}", self.after) }
    }
}

impl fmt::Debug for RpcErrorKind<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<RpcErrorKind<'_>> for String {
    #[inline]
    fn from(kind: RpcErrorKind<'_>) -> Self {
        kind.to_string()
    }
}
