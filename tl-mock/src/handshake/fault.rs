//! Faults on request.

/// What goes wrong at the end of an exchange of a key, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// `dh_gen_retry`: the client is to choose another number.
    Retry,
    /// `dh_gen_fail`: the client is to begin again.
    Fail,
}
