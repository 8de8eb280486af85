//! The parts of an old value, in wire order.

use crate::reflect::schema::combinator::Combinator;
use crate::reflect::schema::field::Field;
use crate::reflect::schema::table::Schema;
use crate::reflect::translate::table::{Pair, Table};
use crate::reflect::walk::event::{Event, List, Piece, Scalar};
use crate::reflect::walk::feed::{Listener, Stopped};
use alloc::vec::Vec;

/// A part; those within it follow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'s, 'b> {
    pub(super) kind: Kind<'s, 'b>,
    /// Its field, if it is the value of one.
    pub(super) field: Option<&'s Field>,
    /// The index of the part after it and its parts.
    pub(super) next: usize,
}

/// The kinds of [`Part`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'s, 'b> {
    /// A value; its parts are the fields that are present.
    Value(Made<'s>),
    /// A value whose fields are copied.
    Copied(Made<'s>, &'b [u8]),
    List(u32, List),
    Round,
    Scalar(Scalar<'b>),
}

/// A combinator and its counterpart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Made<'s> {
    pub(super) schema: Option<&'s Schema>,
    pub(super) combinator: &'s Combinator,
    pub(super) pair: Option<&'s Pair>,
}

impl<'s> Part<'s, '_> {
    /// The combinator, if it is a value of one.
    pub(super) const fn combinator(&self) -> Option<&'s Combinator> {
        match self.kind {
            Kind::Value(made) | Kind::Copied(made, _) => Some(made.combinator),
            _ => None,
        }
    }
}

/// Records the parts of a walk.
pub(super) struct Recorder<'s, 'b> {
    schemas: &'s [Schema],
    table: &'s Table,
    bytes: &'b [u8],
    pub(super) parts: Vec<Part<'s, 'b>>,
    /// The indices of open parts.
    open: Vec<usize>,
    field: Option<&'s Field>,
    /// The number of open values that are copied, one inside another, and where the outermost begins.
    copied: usize,
    start: usize,
    /// The number of parts that may be recorded.
    limit: usize,
}

/// The bytes of memory that parts may take for each byte of input, and for any input. A flag takes no byte, so that the
/// shortest `user` with all its flags needs 86.
const FACTOR: usize = 128;
const SLACK: usize = 1024 * 1024;

impl<'s, 'b> Recorder<'s, 'b> {
    pub(super) fn new(
        schemas: &'s [Schema],
        table: &'s Table,
        bytes: &'b [u8],
        memory: Option<usize>,
    ) -> Self {
        let (parts, open) = (Vec::new(), Vec::new());
        let memory = memory.unwrap_or(bytes.len().saturating_mul(FACTOR).saturating_add(SLACK));
        let limit = memory / size_of::<Part<'_, '_>>();
        Self { schemas, table, bytes, parts, open, field: None, copied: 0, start: 0, limit }
    }

    fn made(&self, combinator: &'s Combinator) -> Made<'s> {
        let at = self.schemas.iter().position(|schema| schema.has(combinator));
        let pair = at.and_then(|at| self.table[at][combinator.index as usize].as_ref());
        Made { schema: at.map(|at| &self.schemas[at]), combinator, pair }
    }

    fn push(&mut self, kind: Kind<'s, 'b>) {
        let next = self.parts.len() + 1;
        self.parts.push(Part { kind, field: self.field, next });
    }

    fn open(&mut self, kind: Kind<'s, 'b>) {
        self.open.push(self.parts.len());
        self.push(kind);
    }

    fn close(&mut self) {
        let next = self.parts.len();
        if let Some(part) = self.open.pop().and_then(|at| self.parts.get_mut(at)) {
            part.next = next;
        }
    }

    fn begin(&mut self, at: Piece<'b>, combinator: &'s Combinator) {
        let made = self.made(combinator);
        // The type around it may now have other arguments, although the constructor is the same.
        if combinator.params() == 0 && made.pair.is_some_and(|pair| pair.is_same) {
            self.copied = 1;
            self.start = offset(at) + at.bytes.len();
            self.open(Kind::Copied(made, &[]));
        } else {
            self.open(Kind::Value(made));
        }
    }

    /// Counts the events of a value that is copied.
    fn copy(&mut self, at: Piece<'b>, event: Event<'s, 'b>) {
        match event {
            Event::Begin(..) => self.copied += 1,
            Event::End(_) => self.copied -= 1,
            _ => {}
        }
        if self.copied == 0 {
            let bytes = self.bytes.get(self.start..offset(at)).unwrap_or_default();
            if let Some(Part { kind: Kind::Copied(_, copied), .. }) = self.parts.last_mut() {
                *copied = bytes;
            }
            self.close();
        }
    }
}

/// The offset of a piece of input that is in memory.
fn offset(at: Piece<'_>) -> usize {
    usize::try_from(at.offset).unwrap_or(usize::MAX)
}

impl<'s, 'b> Listener<'s, 'b> for Recorder<'s, 'b> {
    fn hear(&mut self, at: Piece<'b>, event: Event<'s, 'b>) -> Result<(), Stopped> {
        if self.copied > 0 {
            self.copy(at, event);
            return Ok(());
        }
        if self.parts.len() >= self.limit {
            return Err(Stopped);
        }
        match event {
            Event::Any | Event::Absent(_) | Event::Item(_) => {}
            Event::Begin(combinator, _) => self.begin(at, combinator),
            Event::Field(field) => self.field = Some(field),
            Event::BeginList(count, list) => self.open(Kind::List(count, list)),
            Event::BeginRound => self.open(Kind::Round),
            Event::End(_) | Event::EndList | Event::EndRound => self.close(),
            Event::Scalar(scalar) => self.push(Kind::Scalar(scalar)),
        }
        Ok(())
    }
}
