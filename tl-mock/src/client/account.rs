//! What the server remembers for an authorization key.

use std::sync::Arc;

use crate::client::info::ClientInfo;

/// What the server remembers for a key; a temporary key shares it with the permanent one that it is bound to.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    /// The layer that the client speaks; 0 until it names one.
    pub(crate) layer: i32,
    pub(crate) client: Option<Arc<ClientInfo>>,
    /// The user that is logged in.
    pub(crate) user_id: Option<i64>,
    /// The number of the last event, as `updates.state` has it.
    pub(crate) pts: i32,
    /// The id of the last message.
    pub(crate) message_id: i32,
    /// The data centre that the client asked for.
    pub(crate) dc: i32,
    /// Whether it is one for tests.
    pub(crate) is_test: bool,
}

impl Account {
    /// For a client that asked for this data centre: plus 10,000 for test servers, negative for media.
    pub(crate) fn new(dc: Option<i32>) -> Self {
        let dc = dc.map_or(2, i32::saturating_abs);
        Self { dc: dc % 10_000, is_test: dc >= 10_000, ..Self::default() }
    }
}

impl Default for Account {
    fn default() -> Self {
        Self { layer: 0, client: None, user_id: None, pts: 1, message_id: 0, dc: 2, is_test: false }
    }
}
