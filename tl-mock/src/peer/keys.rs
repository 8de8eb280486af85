//! Authorization keys and their sessions.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::{
    client::{Account, Session},
    crypto::{auth_key::AuthKey, random},
    handshake::NewKey,
    peer::{outbox::Outbox, received::Received},
};

/// All keys; the oldest are forgotten when there are too many.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    table: Mutex<Table>,
}

#[derive(Debug, Default)]
struct Table {
    keys: BTreeMap<i64, Entry>,
    order: VecDeque<i64>,
}

#[derive(Debug)]
struct Entry {
    key: Arc<Mutex<Key>>,
    /// What temporary keys are bound to; `None` for a temporary key. It is beside the key, so that a session at work on
    /// a key needs no other one.
    permanent: Option<Permanent>,
}

/// A permanent key, and what is remembered for it.
#[derive(Clone, Debug)]
pub(super) struct Permanent {
    pub(super) auth: AuthKey,
    pub(super) account: Arc<Mutex<Account>>,
}

/// A key, its salts and its sessions.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) auth: AuthKey,
    pub(super) salts: Salts,
    /// Shared with the permanent key that a temporary one is bound to.
    pub(super) account: Arc<Mutex<Account>>,
    /// Whether the key is bound to a permanent one.
    pub(super) is_bound: bool,
    expires: Option<Duration>,
    sessions: BTreeMap<i64, State>,
}

/// The salts that the server takes.
#[derive(Debug)]
pub(super) struct Salts {
    pub(super) current: i64,
    /// Those that were handed out for later.
    more: VecDeque<i64>,
}

/// A session's state.
#[derive(Debug)]
pub(super) struct State {
    pub(super) session: Session,
    pub(super) received: Received,
    pub(super) outbox: Outbox,
    /// Whether the client has a notice of the session.
    pub(super) is_announced: bool,
}

/// A session of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Target {
    pub(crate) auth_key_id: i64,
    pub(crate) session_id: i64,
}

/// The most keys, and the most sessions of one.
const KEYS: usize = 65_536;
const SESSIONS: usize = 64;
/// The most salts that are handed out for later.
const SALTS: usize = 64;

impl Keys {
    /// Adds a key; `now` is the time since 1970.
    pub(crate) fn add(&self, new: NewKey, now: Duration) {
        let lifetime = new.expires_in.map(|seconds| u64::try_from(seconds).unwrap_or_default());
        let id = new.key.id();
        let account = Arc::new(Mutex::new(Account::new(new.dc)));
        let permanent = Permanent { auth: new.key.clone(), account: Arc::clone(&account) };
        let permanent = new.expires_in.is_none().then_some(permanent);
        let key = Key {
            auth: new.key,
            salts: Salts { current: new.salt, more: VecDeque::new() },
            account,
            is_bound: false,
            expires: lifetime.map(|seconds| now + Duration::from_secs(seconds)),
            sessions: BTreeMap::new(),
        };
        let mut table = self.lock();
        let entry = Entry { key: Arc::new(Mutex::new(key)), permanent };
        if table.keys.insert(id, entry).is_none() {
            table.order.push_back(id);
        }
        if table.order.len() > KEYS
            && let Some(oldest) = table.order.pop_front()
        {
            table.keys.remove(&oldest);
        }
    }

    /// The key with this id, unless it has expired.
    pub(super) fn get(&self, id: i64, now: Duration) -> Option<Arc<Mutex<Key>>> {
        let key = self.lock().keys.get(&id).map(|entry| Arc::clone(&entry.key))?;
        let is_expired = lock(&key).expires.is_some_and(|end| end < now);
        if is_expired {
            self.remove(id);
            return None;
        }
        Some(key)
    }

    /// Forgets a key; returns whether there was one.
    pub(super) fn remove(&self, id: i64) -> bool {
        let mut table = self.lock();
        table.order.retain(|known| *known != id);
        table.keys.remove(&id).is_some()
    }

    /// The permanent key with this id.
    pub(super) fn permanent(&self, id: i64) -> Option<Permanent> {
        self.lock().keys.get(&id)?.permanent.clone()
    }

    /// The number of keys.
    pub(crate) fn len(&self) -> usize {
        self.lock().keys.len()
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        lock(&self.table)
    }
}

impl Key {
    /// Whether the key was agreed for a limited time.
    pub(super) const fn is_temporary(&self) -> bool {
        self.expires.is_some()
    }

    /// Takes a session out, or makes it. Put it back with [`Key::keep`].
    pub(super) fn session(&mut self, session_id: i64) -> State {
        self.sessions.remove(&session_id).unwrap_or_else(|| State {
            session: Session::new(self.auth.id(), session_id),
            received: Received::default(),
            outbox: Outbox::default(),
            is_announced: false,
        })
    }

    /// Puts a session back.
    pub(super) fn keep(&mut self, state: State) {
        if self.sessions.len() >= SESSIONS {
            // A client with this many does not need a certain one.
            self.sessions.pop_first();
        }
        self.sessions.insert(state.session.session_id(), state);
    }

    /// Forgets a session; returns whether there was one.
    pub(super) fn destroy(&mut self, session_id: i64) -> bool {
        self.sessions.remove(&session_id).is_some()
    }
}

impl Salts {
    /// Whether a message may have this salt.
    pub(super) fn has(&self, salt: i64) -> bool {
        salt == self.current || self.more.contains(&salt)
    }

    /// Takes no salt from before any more.
    pub(super) fn renew(&mut self) {
        *self = Self { current: random::long(), more: VecDeque::new() };
    }

    /// Hands out salts for later, the current one first.
    pub(super) fn hand_out(&mut self, count: usize) -> Vec<i64> {
        let count = count.clamp(1, SALTS);
        while self.more.len() + 1 < count {
            self.more.push_back(random::long());
        }
        std::iter::once(self.current).chain(self.more.iter().copied()).take(count).collect()
    }
}

/// Locks, whether or not a handler panicked meanwhile.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
