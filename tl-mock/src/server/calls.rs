//! The calls that were made.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use crate::answer::CallEvent;

/// The last calls.
#[derive(Debug, Default)]
pub(super) struct Calls {
    last: Mutex<VecDeque<Arc<CallEvent>>>,
}

/// How many are kept.
pub(super) const KEPT: usize = 1000;

impl Calls {
    pub(super) fn add(&self, call: &Arc<CallEvent>) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.len() == KEPT {
            last.pop_front();
        }
        last.push_back(Arc::clone(call));
    }

    pub(super) fn all(&self) -> Vec<Arc<CallEvent>> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.iter().cloned().collect()
    }
}
