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
}

impl Default for Account {
    fn default() -> Self {
        Self { layer: 0, client: None, user_id: None, pts: 1, message_id: 0 }
    }
}
