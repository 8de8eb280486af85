//! What a connection is to do next.

use std::time::Duration;

use typelang_runtime::Object;

/// What a connection is to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Write these bytes.
    Write(Vec<u8>),
    /// Wait, and then hand the value back as [`Late`].
    Wait(Duration, Late),
    /// Close the connection unless bytes come within this time.
    Expect(Duration),
    /// Close the connection.
    Close,
}

/// An answer that was put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Late {
    pub(crate) session_id: i64,
    pub(crate) req_msg_id: i64,
    pub(crate) answer: Object,
    /// How often it is sent.
    pub(crate) times: usize,
    pub(crate) pushes: Vec<Object>,
}
