//! Temporary keys and the permanent keys that they are bound to.

use std::sync::Arc;

use typelang_runtime::{Object, mtproto::RpcError};
use typelang_telegram::functions::auth::BindTempAuthKey;

use crate::{
    answer::Event,
    message::open_binding,
    peer::{
        keys::{Permanent, lock},
        serve::Serve,
    },
};

const INVALID: &str = "ENCRYPTED_MESSAGE_INVALID";
const NOT_TEMPORARY: &str = "TEMP_AUTH_KEY_EMPTY";
const BOUND: &str = "TEMP_AUTH_KEY_ALREADY_BOUND";
const EXPIRES: &str = "EXPIRES_AT_INVALID";

impl Serve<'_> {
    /// Has a temporary key share what is remembered for a permanent one, and returns the answer.
    pub(super) fn bind(&mut self, msg_id: i64, call: &BindTempAuthKey) -> Object {
        match self.permanent(msg_id, call) {
            Ok(permanent) => {
                self.share(&permanent);
                Object::new(&true)
            }
            Err(error) => Object::new(&RpcError::new(400, error)),
        }
    }

    /// The permanent key that the call proves to have; see <https://core.telegram.org/method/auth.bindTempAuthKey>.
    fn permanent(&self, msg_id: i64, call: &BindTempAuthKey) -> Result<Permanent, &'static str> {
        if !self.key.is_temporary() {
            return Err(NOT_TEMPORARY);
        }
        if u64::try_from(call.expires_at).is_ok_and(|end| end < self.now.as_secs()) {
            return Err(EXPIRES);
        }
        let permanent = self.keys.permanent(call.perm_auth_key_id).ok_or(INVALID)?;
        let opened = open_binding(&permanent.auth, &call.encrypted_message);
        let binding = opened.map_err(|error| {
            self.log.tell(&Event::Unbound(error));
            INVALID
        })?;
        let inner = &binding.inner;
        let said = (inner.nonce, inner.perm_auth_key_id, inner.expires_at);
        let here = (self.key.auth.id(), self.state.session.session_id(), msg_id);
        let is_right = said == (call.nonce, call.perm_auth_key_id, call.expires_at)
            && (inner.temp_auth_key_id, inner.temp_session_id, binding.msg_id) == here;
        if !is_right {
            return Err(INVALID);
        }
        // A client that lost the answer may ask again for the same key.
        let is_other = self.key.is_bound && !Arc::ptr_eq(&self.key.account, &permanent.account);
        if is_other { Err(BOUND) } else { Ok(permanent) }
    }

    fn share(&mut self, permanent: &Permanent) {
        if std::mem::replace(&mut self.key.is_bound, true) {
            return;
        }
        // The temporary key may have named its layer before.
        let own = lock(&self.key.account).clone();
        self.key.account = Arc::clone(&permanent.account);
        let mut account = lock(&permanent.account);
        account.client = own.client.or(account.client.take());
        account.layer = if own.layer == 0 { account.layer } else { own.layer };
    }
}
