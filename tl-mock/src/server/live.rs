//! The sessions that have a connection now.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::mpsc::Sender;
use typelang_runtime::Object;

use crate::peer::Target;

/// The sessions that have a connection now, and where to hand values for them.
#[derive(Debug, Default)]
pub(super) struct Live {
    sessions: Mutex<BTreeMap<Target, (u64, Sender<Object>)>>,
}

impl Live {
    /// Has values for a session go to a connection; a later connection of the session takes its place.
    pub(super) fn join(&self, target: Target, connection: u64, sender: Sender<Object>) {
        self.lock().insert(target, (connection, sender));
    }

    /// Ends that, unless a later connection has taken its place.
    pub(super) fn leave(&self, target: Target, connection: u64) {
        let mut sessions = self.lock();
        if sessions.get(&target).is_some_and(|(current, _)| *current == connection) {
            sessions.remove(&target);
        }
    }

    /// Hands a value to all sessions, or to those of one key; returns how many took it.
    pub(super) fn push(&self, key: Option<i64>, value: &Object) -> usize {
        let sessions = self.lock();
        let wanted = sessions.iter().filter(|(it, _)| key.is_none_or(|key| key == it.auth_key_id));
        wanted.filter(|(_, (_, sender))| sender.try_send(value.clone()).is_ok()).count()
    }

    /// The number of sessions.
    pub(super) fn len(&self) -> usize {
        self.lock().len()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<Target, (u64, Sender<Object>)>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
