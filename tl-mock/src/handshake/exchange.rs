//! The steps of an exchange, from the server's side.

use std::time::Duration;

use typelang_runtime::{Combinator, Decode, Error, Object, ObjectRef, Options, Trailing};
use typelang_telegram::mtproto::{
    functions::{ReqDhParams, ReqPq, ReqPqMulti, SetClientDhParams},
    types::{DhGenFail, DhGenOk, DhGenRetry, ResPq, ServerDhParamsFail, ServerDhParamsOk},
};

use crate::{
    crypto::{
        auth_key::{AuthKey, NonceHash},
        random,
        rsa_key::RsaKey,
    },
    handshake::{dh::Dh, fault::KeyFault, inner_data::InnerData, nonces::Nonces, refusal::Refusal},
};

/// How far an exchange has come. A client may begin again at any time.
#[derive(Debug, Default)]
pub(crate) enum Exchange {
    /// Nothing was asked.
    #[default]
    Begun,
    /// `resPQ` was sent.
    Asked { nonce: [u8; 16], server_nonce: [u8; 16] },
    /// `server_DH_params_ok` was sent.
    Offered { dh: Box<Dh>, dc: Option<i32>, expires_in: Option<i32> },
}

/// A reply, and the key if the exchange is done.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) reply: Object,
    pub(crate) key: Option<NewKey>,
}

/// A key that was agreed.
#[derive(Clone, Debug)]
pub(crate) struct NewKey {
    pub(crate) key: AuthKey,
    pub(crate) salt: i64,
    /// The data centre that the client asked for: plus 10,000 for test servers, negative for media.
    pub(crate) dc: Option<i32>,
    /// The lifetime in seconds of a temporary key.
    pub(crate) expires_in: Option<i32>,
}

/// The number to take apart, and its factors. The protocol's own example; clients take it for a proof of work.
const PQ: [u8; 8] = 0x17ed_4894_1a08_f981_u64.to_be_bytes();
const P: [u8; 4] = 0x494c_553b_u32.to_be_bytes();
const Q: [u8; 4] = 0x5391_1073_u32.to_be_bytes();

impl Exchange {
    /// Takes a message of a client's. `fault` is asked what goes wrong once a key could be agreed.
    pub(crate) fn receive(
        &mut self,
        body: ObjectRef<'_>,
        key: &RsaKey,
        now: Duration,
        fault: impl FnOnce() -> Option<KeyFault>,
    ) -> Result<Step, Refusal> {
        match body.id() {
            ReqPqMulti::ID => Ok(self.begin(read::<ReqPqMulti>(body)?.nonce, key)),
            ReqPq::ID => Ok(self.begin(read::<ReqPq>(body)?.nonce, key)),
            ReqDhParams::ID => self.offer(&read(body)?, key, now),
            SetClientDhParams::ID => self.agree(&read(body)?, fault),
            _ => Err(Refusal::OutOfOrder),
        }
    }

    fn begin(&mut self, nonce: [u8; 16], key: &RsaKey) -> Step {
        let server_nonce = random::array();
        *self = Self::Asked { nonce, server_nonce };
        let reply = ResPq {
            nonce,
            server_nonce,
            pq: PQ.to_vec(),
            server_public_key_fingerprints: vec![key.fingerprint()],
        };
        Step { reply: Object::new(&reply), key: None }
    }

    fn offer(
        &mut self,
        request: &ReqDhParams,
        key: &RsaKey,
        now: Duration,
    ) -> Result<Step, Refusal> {
        let Self::Asked { nonce, server_nonce } = *self else { return Err(Refusal::OutOfOrder) };
        if (request.nonce, request.server_nonce) != (nonce, server_nonce) {
            return Err(Refusal::Nonce);
        }
        if request.public_key_fingerprint != key.fingerprint() {
            return Err(Refusal::Fingerprint(request.public_key_fingerprint));
        }
        let inner = InnerData::decrypt(key, &request.encrypted_data).ok_or(Refusal::InnerData)?;
        if (inner.nonce, inner.server_nonce) != (nonce, server_nonce) {
            return Err(Refusal::Nonce);
        }
        let nonces = Nonces { client: nonce, server: server_nonce, new: inner.new_nonce };
        if inner.pq != PQ || request.p != P || request.q != Q {
            return Ok(self.refuse(nonces));
        }
        let dh = Dh::new(nonces);
        let encrypted_answer = dh.answer(now);
        *self = Self::Offered { dh: Box::new(dh), dc: inner.dc, expires_in: inner.expires_in };
        let reply = ServerDhParamsOk { nonce, server_nonce, encrypted_answer };
        Ok(Step { reply: Object::new(&reply), key: None })
    }

    /// The factors are wrong.
    fn refuse(&mut self, nonces: Nonces) -> Step {
        *self = Self::Begun;
        let reply = ServerDhParamsFail {
            nonce: nonces.client,
            server_nonce: nonces.server,
            new_nonce_hash: nonces.new_nonce_hash(),
        };
        Step { reply: Object::new(&reply), key: None }
    }

    fn agree(
        &mut self,
        answer: &SetClientDhParams,
        fault: impl FnOnce() -> Option<KeyFault>,
    ) -> Result<Step, Refusal> {
        let Self::Offered { dh, dc, expires_in } = self else { return Err(Refusal::OutOfOrder) };
        let (nonces, dc, expires_in) = (dh.nonces, *dc, *expires_in);
        if (answer.nonce, answer.server_nonce) != (nonces.client, nonces.server) {
            return Err(Refusal::Nonce);
        }
        let key = dh.key(&answer.encrypted_data)?;
        if let Some(fault) = fault() {
            return Ok(self.fail(fault, &nonces, &key));
        }
        let reply = DhGenOk {
            nonce: nonces.client,
            server_nonce: nonces.server,
            new_nonce_hash1: key.nonce_hash(&nonces.new, NonceHash::Ok),
        };
        *self = Self::Begun;
        let key = NewKey { key, salt: nonces.salt(), dc, expires_in };
        Ok(Step { reply: Object::new(&reply), key: Some(key) })
    }

    /// Does not take the key.
    fn fail(&mut self, fault: KeyFault, nonces: &Nonces, key: &AuthKey) -> Step {
        let Nonces { client: nonce, server: server_nonce, new } = *nonces;
        let reply = if let (KeyFault::Retry, Self::Offered { dh, .. }) = (fault, &mut *self) {
            dh.retry(key);
            let new_nonce_hash2 = key.nonce_hash(&new, NonceHash::Retry);
            Object::new(&DhGenRetry { nonce, server_nonce, new_nonce_hash2 })
        } else {
            *self = Self::Begun;
            let new_nonce_hash3 = key.nonce_hash(&new, NonceHash::Fail);
            Object::new(&DhGenFail { nonce, server_nonce, new_nonce_hash3 })
        };
        Step { reply, key: None }
    }
}

/// Reads a request. TDLib puts random bytes after it, so that its length tells nothing.
fn read<'de, T: Decode<'de>>(body: ObjectRef<'de>) -> Result<T, Error> {
    body.decode_with(&Options::DEFAULT.trailing(Trailing::Allow))
}
