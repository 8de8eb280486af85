//! Faults on request.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use typelang_runtime::{Object, mtproto::RpcError};

use crate::handshake::KeyFault;

/// What goes wrong with a call, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An `rpc_error`, such as `FLOOD_WAIT_3`.
    Error(RpcError),
    /// The connection is closed before the answer. The handler has run.
    Disconnect,
    /// `bad_server_salt` with a new salt instead of the answer. A client sends the call again.
    WrongSalt,
    /// An answer whose constructor no schema has.
    UnknownConstructor,
    /// The answer comes so much later.
    Late(Duration),
    /// The answer comes twice, in two messages.
    Twice,
}

impl Fault {
    /// `FLOOD_WAIT_N`, which asks the client to wait for this many seconds.
    #[must_use]
    pub fn flood_wait(seconds: u32) -> Self {
        Self::Error(RpcError::new(420, format!("FLOOD_WAIT_{seconds}")))
    }
}

/// A value whose constructor no schema has.
pub(super) fn unknown_constructor() -> Object {
    Object::from_vec(vec![0xef, 0xbe, 0xad, 0xde, 0, 0, 0, 0])
}

/// The faults that were asked for and have not happened, by method, and those of exchanges of keys.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    waiting: Mutex<BTreeMap<String, VecDeque<Fault>>>,
    keys: Mutex<VecDeque<KeyFault>>,
}

impl Faults {
    /// Has the next call of a method go wrong.
    pub(crate) fn add(&self, method: &str, fault: Fault) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.entry(method.to_owned()).or_default().push_back(fault);
    }

    /// The fault of this call.
    pub(crate) fn take(&self, method: &str) -> Option<Fault> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let faults = waiting.get_mut(method)?;
        let fault = faults.pop_front();
        if faults.is_empty() {
            waiting.remove(method);
        }
        fault
    }

    /// Has the next exchange of a key go wrong.
    pub(crate) fn add_key_fault(&self, fault: KeyFault) {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner).push_back(fault);
    }

    /// The fault of this exchange.
    pub(super) fn take_key_fault(&self) -> Option<KeyFault> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}
