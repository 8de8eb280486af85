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
pub(crate) struct Part<'s, 'b> {
    pub(super) kind: Kind<'s, 'b>,
    /// Its field, if it is the value of one.
    pub(super) field: Option<&'s Field>,
    /// The index of the part after it and its parts.
    pub(crate) next: usize,
}

/// The kinds of [`Part`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'s, 'b> {
    /// A value; its parts are the fields that are present. Its bytes are noted if it is boxed and the schemas are
    /// layers.
    Value(Made<'s>, &'b [u8]),
    /// A value whose fields are copied.
    Copied(Made<'s>, &'b [u8]),
    List(u32, List),
    Round,
    Scalar(Scalar<'b>),
}

/// A combinator and its counterpart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Made<'s> {
    /// Its schema, and the index of it.
    pub(super) schema: Option<&'s Schema>,
    pub(super) at: usize,
    pub(super) combinator: &'s Combinator,
    pub(super) pair: Option<&'s Pair>,
}

impl<'s> Part<'s, '_> {
    /// The combinator, if it is a value of one.
    pub(crate) const fn combinator(&self) -> Option<&'s Combinator> {
        match self.kind {
            Kind::Value(made, _) | Kind::Copied(made, _) => Some(made.combinator),
            _ => None,
        }
    }

    /// Whether it is a list.
    pub(crate) const fn is_list(&self) -> bool {
        matches!(self.kind, Kind::List(..))
    }
}

/// Records the parts of a walk.
pub(crate) struct Recorder<'s, 'b> {
    from: &'s [Schema],
    to: &'s [Schema],
    table: &'s Table,
    bytes: &'b [u8],
    pub(crate) parts: Vec<Part<'s, 'b>>,
    /// The open parts.
    open: Vec<Open>,
    field: Option<&'s Field>,
    /// The number of open values that are copied, one inside another, and where the outermost begins.
    copied: usize,
    start: usize,
    /// The number of parts that may be recorded.
    limit: usize,
    /// Whether values may hold values of other schemas.
    is_of_layers: bool,
    /// The index of the schema that had the last combinator.
    last: usize,
}

/// An open part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Open {
    /// Its index.
    pub(crate) at: usize,
    /// Where its bytes begin, and where its fields do.
    start: usize,
    inside: usize,
    /// Whether its bytes are the same in the new schemas, as far as it was read.
    is_same: bool,
}

/// The bytes of memory that parts may take for each byte of input, and for any input. A flag takes no byte, so that the
/// shortest `user` with all its flags needs 86.
const FACTOR: usize = 128;
const SLACK: usize = 1024 * 1024;

impl<'s, 'b> Recorder<'s, 'b> {
    pub(super) fn new(
        (from, to): (&'s [Schema], &'s [Schema]),
        table: &'s Table,
        bytes: &'b [u8],
        memory: Option<usize>,
    ) -> Self {
        let (parts, open) = (Vec::new(), Vec::new());
        let memory = memory.unwrap_or(bytes.len().saturating_mul(FACTOR).saturating_add(SLACK));
        let limit = memory / size_of::<Part<'_, '_>>();
        let (field, is_of_layers) = (None, false);
        Self {
            from,
            to,
            table,
            bytes,
            parts,
            open,
            field,
            copied: 0,
            start: 0,
            limit,
            is_of_layers,
            last: 0,
        }
    }

    /// Records a value that may hold values of other schemas.
    pub(super) const fn across_layers(mut self) -> Self {
        self.is_of_layers = true;
        self
    }

    /// The open parts, outermost first.
    pub(crate) fn open_parts(&self) -> &[Open] {
        &self.open
    }

    fn made(&mut self, combinator: &'s Combinator) -> Made<'s> {
        let from = self.from;
        let has = |at: &usize| from.get(*at).is_some_and(|schema| schema.has(combinator));
        let found = Some(self.last).filter(has).or_else(|| (0..from.len()).find(has));
        let Some(at) = found else { return Made { schema: None, at: 0, combinator, pair: None } };
        self.last = at;
        let pairs = self.table.pairs(at, self.from, self.to);
        let pair = pairs.get(combinator.index as usize).and_then(Option::as_ref);
        Made { schema: self.from.get(at), at, combinator, pair }
    }

    fn push(&mut self, kind: Kind<'s, 'b>) {
        let next = self.parts.len() + 1;
        self.parts.push(Part { kind, field: self.field, next });
    }

    fn open(&mut self, at: Piece<'b>, kind: Kind<'s, 'b>, is_same: bool) {
        let (start, inside) = (offset(at), offset(at) + at.bytes.len());
        self.open.push(Open { at: self.parts.len(), start, inside, is_same });
        self.push(kind);
    }

    /// Ends the innermost part before this offset.
    fn close(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        if !open.is_same
            && let Some(around) = self.open.last_mut()
        {
            around.is_same = false;
        }
        let bytes = self.bytes;
        let next = self.parts.len();
        let Some(part) = self.parts.get_mut(open.at) else { return };
        part.next = next;
        let Kind::Value(made, noted) = &mut part.kind else { return };
        // The type around it may now have other arguments, although the constructor is the same.
        if open.is_same && made.combinator.params() == 0 {
            part.kind = Kind::Copied(*made, bytes.get(open.inside..end).unwrap_or_default());
            part.next = open.at + 1;
            self.parts.truncate(open.at + 1);
        } else if self.is_of_layers && open.inside > open.start {
            *noted = bytes.get(open.start..end).unwrap_or_default();
        }
    }

    fn begin(&mut self, at: Piece<'b>, combinator: &'s Combinator) {
        let made = self.made(combinator);
        let is_same = made.pair.is_some_and(|pair| pair.is_same) && !self.is_of_layers;
        if is_same && combinator.params() == 0 {
            self.copied = 1;
            self.start = offset(at) + at.bytes.len();
            self.open(at, Kind::Copied(made, &[]), true);
        } else {
            let is_alike = made.pair.is_some_and(|pair| pair.is_alike);
            self.open(at, Kind::Value(made, &[]), is_alike);
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
            self.close(offset(at));
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
            Event::BeginList(count, list) => self.open(at, Kind::List(count, list), true),
            Event::BeginRound => self.open(at, Kind::Round, true),
            Event::End(_) | Event::EndList | Event::EndRound => self.close(offset(at)),
            Event::Scalar(scalar) => self.push(Kind::Scalar(scalar)),
        }
        Ok(())
    }

    fn passes(&self) -> bool {
        self.copied > 0 || self.open.last().is_some_and(|open| open.is_same)
    }

    fn passes_within(&mut self, combinator: &'s Combinator) -> bool {
        self.copied > 0 || self.made(combinator).pair.is_some_and(|pair| pair.is_alike)
    }
}
