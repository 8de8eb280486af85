//! A client's session.

use std::{sync::Arc, time::Duration};

use typelang_runtime::{Encode, Object};

use crate::client::{account::Account, effects::Effects, info::ClientInfo};

/// A client's session, which handlers read and change.
#[derive(Clone, Debug)]
pub struct Session {
    key_id: i64,
    id: i64,
    pub(crate) account: Account,
    pub(crate) call: CallAt,
    pub(crate) effects: Effects,
}

/// Where the call at hand came from.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CallAt {
    pub(crate) msg_id: i64,
    pub(crate) is_without_updates: bool,
}

impl Session {
    pub(crate) fn new(auth_key_id: i64, session_id: i64) -> Self {
        Self {
            key_id: auth_key_id,
            id: session_id,
            account: Account::default(),
            call: CallAt::default(),
            effects: Effects::default(),
        }
    }

    /// What the client said of itself in `initConnection`, in this call or an earlier one under the same key.
    #[must_use]
    pub fn client(&self) -> Option<&Arc<ClientInfo>> {
        self.account.client.as_ref()
    }

    /// The layer of the last `invokeWithLayer` under the same key; 0 if there was none.
    #[must_use]
    pub const fn layer(&self) -> i32 {
        self.account.layer
    }

    /// The user that is logged in under the key.
    #[must_use]
    pub const fn user_id(&self) -> Option<i64> {
        self.account.user_id
    }

    /// The id of the authorization key.
    #[must_use]
    pub const fn auth_key_id(&self) -> i64 {
        self.key_id
    }

    /// The id of the session, which the client chose.
    #[must_use]
    pub const fn session_id(&self) -> i64 {
        self.id
    }

    /// The id of the message that contained the call.
    #[must_use]
    pub const fn msg_id(&self) -> i64 {
        self.call.msg_id
    }

    /// Whether the call came in `invokeWithoutUpdates`.
    #[must_use]
    pub const fn is_without_updates(&self) -> bool {
        self.call.is_without_updates
    }

    /// Logs a user in, for all sessions of the key.
    pub const fn log_in(&mut self, user_id: i64) {
        self.account.user_id = Some(user_id);
    }

    /// Logs the user out.
    pub const fn log_out(&mut self) {
        self.account.user_id = None;
    }

    /// Sends a value after the answer, such as `Updates`.
    pub fn push<T: Encode>(&mut self, value: &T) {
        self.effects.pushes.push(Object::new(value));
    }

    /// Sends the answer so much later. Other calls are answered in the meantime.
    pub const fn answer_after(&mut self, delay: Duration) {
        self.effects.delay = Some(delay);
    }

    /// Sends the answer twice, in two messages.
    pub const fn answer_twice(&mut self) {
        self.effects.is_repeated = true;
    }

    /// Closes the connection instead of answering.
    pub const fn disconnect(&mut self) {
        self.effects.disconnects = true;
    }
}
