//! Why a value of no known layer could be read.

use crate::{
    layers::prefix::Prefix,
    read::error::{Error, ErrorKind},
    reflect::{
        translate::refusal::Refusal,
        walk::fault::{Fault, FaultKind},
    },
    wire::ids::{GZIP_PACKED, RPC_ERROR},
};
use alloc::{boxed::Box, string::String, vec::Vec};
use core::fmt;

/// Why bytes were not read, where, and what comes before the fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread(Box<Inner>);

/// Boxed, because it is as rare as it is large.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    error: Error,
    reason: Reason,
    lists: Vec<Prefix>,
    layers: Vec<i32>,
}

/// The kinds of [`Unread`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The bytes are not a value of the layers, such as when none of them has an id.
    Fault(Fault),
    /// The value is of other layers, and the current layer cannot express it.
    Refusal(Refusal),
    /// The bytes are a value of the layers, but not of the type that was asked for.
    OtherType,
}

impl Unread {
    pub(super) fn new(error: Error, reason: Reason, lists: Vec<Prefix>, layers: &[i32]) -> Self {
        Self(Box::new(Inner { error, reason, lists, layers: layers.to_vec() }))
    }

    /// The error of reading with the current layer alone.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.0.error
    }

    /// Why no layer helps.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.0.reason
    }

    /// The lists in which the fault is, outermost first, with the items before it.
    #[must_use]
    pub fn lists(&self) -> &[Prefix] {
        &self.0.lists
    }

    /// The list with this path: `updates.updates`.
    #[must_use]
    pub fn list(&self, path: &str) -> Option<&Prefix> {
        self.0.lists.iter().find(|list| list.path() == path)
    }

    /// The id that no layer has where it is, if that is why.
    #[must_use]
    pub fn unknown_id(&self) -> Option<u32> {
        match &self.0.reason {
            Reason::Fault(fault) => fault.found_id(),
            Reason::Refusal(_) | Reason::OtherType => None,
        }
    }

    /// The last item before the fault: its path and the name of its constructor.
    #[must_use]
    pub fn last(&self) -> Option<(String, &str)> {
        let list = self.0.lists.iter().rev().find(|list| !list.is_empty())?;
        let at = list.len() - 1;
        Some((alloc::format!("{}[{at}]", list.path()), list.names.get(at)?))
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.reason {
            // Its remedy is better than another layer.
            Reason::Fault(fault) if is_wrapped(fault) => return self.0.error.fmt(f),
            Reason::Fault(fault) if is_unknown(fault) => self.unknown(fault, f)?,
            Reason::Fault(fault) => write!(f, "{fault}")?,
            Reason::Refusal(refusal) => {
                write!(
                    f,
                    "{refusal}; generate the current layer with a type that has a place for it"
                )?;
            }
            Reason::OtherType => return self.0.error.fmt(f),
        }
        if let Some((path, name)) = self.last() {
            write!(f, "; the last item before it is `{path}`, a `{name}`")?;
        }
        Ok(())
    }
}

impl Unread {
    /// Tells what to load.
    fn unknown(&self, fault: &Fault, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (offset, id) = (fault.offset(), fault.found_id().unwrap_or_default());
        write!(f, "expected {} at byte {offset}", fault.expected())?;
        if !fault.path().is_empty() {
            write!(f, " (`{}`)", fault.path())?;
        }
        write!(f, ", but found the id {id:08x}, which no loaded layer has there (")?;
        for (at, layer) in self.0.layers.iter().enumerate() {
            write!(f, "{}{layer}", if at == 0 { "" } else { ", " })?;
        }
        f.write_str("); load the sender's layer with `Layers::with`")
    }
}

/// Whether a call may return this instead of its response.
fn is_wrapped(fault: &Fault) -> bool {
    matches!(fault.found_id(), Some(RPC_ERROR | GZIP_PACKED))
}

fn is_unknown(fault: &Fault) -> bool {
    let FaultKind::Wire(kind) = fault.kind() else { return false };
    matches!(kind, ErrorKind::UnknownId { .. } | ErrorKind::WrongId { .. })
}

impl core::error::Error for Unread {}
