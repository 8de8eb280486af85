//! The steps of a walk; the open frames determine the next step.

use crate::{
    read::{
        error::{Error, ErrorKind},
        options::Trailing,
        reader::Reader,
    },
    reflect::{
        schema::{
            combinator::Combinator,
            expr::Repetition,
            field::{Condition, Field},
        },
        walk::{
            env::{Env, Number, Slot},
            event::{Event, Piece, Visitor},
            fault::{Fault, FaultKind},
            frame::{Frame, Want},
            path::path,
            traced::{Traced, Word},
            walker::{Input, Walker},
        },
    },
};
use alloc::string::String;

/// Why a step failed.
pub(crate) enum Halt {
    /// The piece has too few bytes; the step had no effect.
    More(usize),
    Fault(Fault),
    /// The listener ended the walk.
    Stopped,
}

pub(crate) type Step<T = ()> = Result<T, Halt>;

/// The listener ended the walk, and knows why.
pub(crate) struct Stopped;

/// The listener of a walk over one piece: a visitor, or a queue that keeps events for the lifetime of the piece.
///
/// Called through a vtable, so that the compiler makes one walk and not one for each kind of listener.
pub(crate) trait Listener<'s, 'b> {
    fn hear(&mut self, at: Piece<'b>, event: Event<'s, 'b>) -> Result<(), Stopped>;

    /// Whether it wants no parts of the value that has just begun, only its end.
    fn passes(&self) -> bool {
        false
    }

    /// Whether it wants no parts of a value of this combinator in the value that has just begun either.
    fn passes_within(&mut self, combinator: &'s Combinator) -> bool {
        _ = combinator;
        true
    }
}

/// A visitor, and why it ended the walk.
pub(crate) struct Visit<'v, V, E> {
    pub(crate) visitor: &'v mut V,
    pub(crate) stop: Option<E>,
}

impl<V, E> Visit<'_, V, E> {
    /// Why the visitor ended the walk.
    pub(crate) fn reason(self) -> E {
        self.stop.expect("a visitor that stops says why")
    }
}

impl<'s, V: Visitor<'s>> Listener<'s, '_> for Visit<'_, V, V::Stop> {
    fn hear(&mut self, at: Piece<'_>, event: Event<'s, '_>) -> Result<(), Stopped> {
        self.visitor.visit(at, event).map_err(|stop| {
            self.stop = Some(stop);
            Stopped
        })
    }
}

/// A walk over one piece.
pub(crate) struct Feed<'w, 's, 'b> {
    pub(crate) walker: &'w mut Walker<'s>,
    bytes: &'b [u8],
    pub(super) at: usize,
    /// Values that begin before this place are not passed over.
    pub(super) unpassed: usize,
    input: Input,
    pub(super) listener: &'w mut dyn Listener<'s, 'b>,
}

impl<'w, 's, 'b> Feed<'w, 's, 'b> {
    pub(crate) fn new(
        walker: &'w mut Walker<'s>,
        bytes: &'b [u8],
        input: Input,
        listener: &'w mut dyn Listener<'s, 'b>,
    ) -> Self {
        Self { walker, bytes, at: 0, unpassed: 0, input, listener }
    }

    /// Continues after the bytes of the piece that were read.
    pub(crate) fn from(mut self, at: usize) -> Self {
        self.at = at;
        self
    }

    /// The number of bytes of the piece that were read.
    pub(crate) fn used(&self) -> usize {
        self.at
    }

    pub(crate) fn run(&mut self) -> Step {
        while self.step()? {}
        Ok(())
    }

    /// Takes one step, and returns whether there may be another.
    pub(crate) fn step(&mut self) -> Step<bool> {
        if let Some(want) = self.walker.want {
            self.value(want)?;
            return Ok(true);
        }
        let is_open = self.advance()?;
        if !is_open {
            self.finish()?;
        }
        Ok(is_open)
    }

    fn finish(&mut self) -> Step {
        let count = self.bytes.len() - self.at;
        if count > 0
            && self.input == Input::Last
            && self.walker.options.trailing == Trailing::Refuse
        {
            return self.fault(ErrorKind::TrailingBytes { count }, "the end");
        }
        Ok(())
    }

    /// Takes the next step of the innermost frame, and returns whether there was a frame.
    fn advance(&mut self) -> Step<bool> {
        let Some(frame) = self.walker.frames.last().copied() else { return Ok(false) };
        match frame {
            Frame::Value { combinator, env, next, .. } => {
                if !self.field(&combinator.fields, next, env)? {
                    self.end_value(combinator, env)?;
                }
            }
            Frame::Round { repetition, env, next } => {
                if !self.field(&repetition.fields, next, env)? {
                    self.end_row(repetition, env)?;
                    self.walker.frames.pop();
                    self.tell(0, Event::EndRound)?;
                }
            }
            Frame::Items { item, next, count } => {
                if self.item(next, count)? {
                    self.walker.want = Some(item);
                }
            }
            Frame::Rounds { repetition, env, next, count } => {
                if self.item(next, count)? {
                    self.walker.frames.push(Frame::Round { repetition, env, next: 0 });
                    self.tell(0, Event::BeginRound)?;
                }
            }
            Frame::Deeper => {
                self.walker.frames.pop();
                self.walker.depth += 1;
            }
            Frame::Bounded { bound, outer } => self.end_bounded(bound, outer)?,
        }
        Ok(true)
    }

    fn end_value(&mut self, combinator: &'s Combinator, env: Env<'s>) -> Step {
        if let Some(Frame::Value { is_deep: true, .. }) = self.walker.frames.pop() {
            self.walker.depth += 1;
        }
        while let Some(word) = self.walker.words.close(env.base()) {
            self.expect_used(word)?;
        }
        self.walker.slots.close(env);
        self.tell(0, Event::End(combinator))
    }

    fn end_row(&mut self, repetition: &'s Repetition, env: Env<'s>) -> Step {
        let is_own = |var| repetition.fields.iter().any(|field| field.var == Some(var));
        while let Some(word) = self.walker.words.close_row(env.base(), is_own) {
            self.expect_used(word)?;
        }
        Ok(())
    }

    /// Refuses a number with bits that are set and on which nothing came to depend.
    pub(super) fn expect_used(&mut self, word: Word) -> Step {
        let bits = word.unused();
        if bits == 0 {
            return Ok(());
        }
        self.fault(ErrorKind::UnusedNumber { bits }, "a number that something depends on")
    }

    fn end_bounded(&mut self, bound: u64, outer: Option<u64>) -> Step {
        let left = bound.saturating_sub(self.offset());
        if left > 0 {
            let count = usize::try_from(left).unwrap_or(usize::MAX);
            return self.fault(ErrorKind::TrailingBytes { count }, "the end of the object");
        }
        self.walker.frames.pop();
        self.walker.bound = outer;
        Ok(())
    }

    /// Begins the next item of a list or ends the list, and returns which.
    fn item(&mut self, next: u32, count: u32) -> Step<bool> {
        if next == count {
            self.walker.frames.pop();
            self.tell(0, Event::EndList)?;
            return Ok(false);
        }
        self.charge()?;
        if let Some(Frame::Items { next, .. } | Frame::Rounds { next, .. }) =
            self.walker.frames.last_mut()
        {
            *next += 1;
        }
        self.tell(0, Event::Item(next))?;
        Ok(true)
    }

    /// Begins the next field that is present, and returns whether there is one.
    fn field(&mut self, fields: &'s [Field], start: usize, env: Env<'s>) -> Step<bool> {
        for (at, field) in fields.iter().enumerate().skip(start) {
            if let Some(Frame::Value { next, .. } | Frame::Round { next, .. }) =
                self.walker.frames.last_mut()
            {
                *next = at + 1;
            }
            if self.is_there(field, env) {
                if field.is_bounded {
                    self.bound(field)?;
                }
                let want = if field.is_call { Want::Call } else { Want::Type(&field.ty, env) };
                self.walker.want = Some(want);
                self.tell(0, Event::Field(field))?;
                return Ok(true);
            }
            if let Some(var) = field.var {
                self.walker.slots.set(env, var, Slot::Nat(Traced::constant(0)));
            }
            self.tell(0, Event::Absent(field))?;
        }
        Ok(false)
    }

    /// Limits an object to the length in the field before it, as in `MTProto`'s messages.
    fn bound(&mut self, field: &'s Field) -> Step {
        let length = self.walker.last_int;
        let Some(length) = u64::try_from(length).ok().filter(|it| *it >= 4 && it % 4 == 0) else {
            return self.fault(ErrorKind::InvalidLength { length }, field.name());
        };
        let bound = self.offset() + length;
        if let Some(left) = self.left().filter(|left| length > *left as u64) {
            let needed = usize::try_from(length).unwrap_or(usize::MAX);
            return self.fault(ErrorKind::UnexpectedEnd { needed, left }, field.name());
        }
        let outer = self.walker.bound.replace(bound);
        self.walker.frames.push(Frame::Bounded { bound, outer });
        Ok(())
    }

    fn is_there(&mut self, field: &Field, env: Env<'s>) -> bool {
        let Some(Condition { var, bit }) = field.condition else { return true };
        let Slot::Nat(mask) = self.walker.slots.get(env, var) else { return false };
        // A number that is 0 is as good as none.
        if !field.is_lone {
            self.walker.words.depend(mask, 1 << bit);
        }
        mask.value >> bit & 1 == 1
    }

    /// The current offset.
    pub(crate) fn offset(&self) -> u64 {
        self.walker.offset + self.at as u64
    }

    /// Passes an event to the listener; its bytes begin `back` bytes before the current offset.
    pub(crate) fn tell(&mut self, back: usize, event: Event<'s, 'b>) -> Step {
        let start = self.at.saturating_sub(back);
        let offset = self.walker.offset + start as u64;
        let bytes = self.bytes;
        let piece = Piece { offset, bytes: &bytes[start..self.at] };
        self.listener.hear(piece, event).map_err(|Stopped| Halt::Stopped)
    }

    /// Reads an item completely or not at all.
    pub(crate) fn read<T>(&mut self, read: impl FnOnce(&mut Reader<'b>) -> T) -> Step<T> {
        let (rest, is_cut) = self.rest();
        let mut reader = Reader::with_options(rest, &self.walker.options);
        let value = read(&mut reader);
        if let Some(error) = reader.error() {
            let error = error.clone();
            return self.unread(&error, is_cut);
        }
        self.at += reader.offset();
        Ok(value)
    }

    /// The remaining bytes of the piece, and whether the innermost value of known length ends before it.
    pub(super) fn rest(&self) -> (&'b [u8], bool) {
        let bytes = self.bytes;
        let rest = &bytes[self.at..];
        match self.left_in_bound() {
            Some(left) if left < rest.len() => (&rest[..left], true),
            _ => (rest, false),
        }
    }

    /// The remaining bytes of the innermost value of known length.
    fn left_in_bound(&self) -> Option<usize> {
        let left = self.walker.bound?.saturating_sub(self.offset());
        Some(usize::try_from(left).unwrap_or(usize::MAX))
    }

    /// The outcome of a failed read: more input is needed, or a fault.
    fn unread<T>(&mut self, error: &Error, is_cut: bool) -> Step<T> {
        let start = self.at;
        self.at += error.offset();
        match error.kind() {
            ErrorKind::UnexpectedEnd { needed, .. } if self.input == Input::Piece && !is_cut => {
                let needed = needed.saturating_add(self.at - start);
                self.at = start;
                Err(Halt::More(needed))
            }
            kind => self.fault(kind, error.expected()),
        }
    }

    /// Goes back before the item just read, so that a fault gets its offset.
    pub(crate) fn back(&mut self, bytes: usize) {
        self.at = self.at.saturating_sub(bytes);
    }

    /// The number of remaining bytes, if it is known.
    pub(crate) fn left(&self) -> Option<usize> {
        let in_piece = (self.input == Input::Last).then(|| self.bytes.len() - self.at);
        match (in_piece, self.left_in_bound()) {
            (Some(left), Some(bound)) => Some(left.min(bound)),
            (left, bound) => left.or(bound),
        }
    }

    /// Counts an element against the limit.
    pub(crate) fn charge(&mut self) -> Step {
        if self.elements_left() == 0 {
            return self.fault(ErrorKind::ElementLimit, "fewer elements");
        }
        self.walker.elements += 1;
        Ok(())
    }

    /// The number of elements that may follow.
    pub(super) fn elements_left(&self) -> usize {
        let known = self.walker.offset.saturating_add(self.bytes.len() as u64);
        let limit = self.walker.options.element_limit(usize::try_from(known).unwrap_or(usize::MAX));
        limit.saturating_sub(self.walker.elements)
    }

    /// Refuses a value one level deeper if the depth limit is reached.
    pub(crate) fn expect_depth(&mut self, is_deep: bool) -> Step {
        if is_deep && self.walker.depth == 0 {
            return self.fault(ErrorKind::DepthLimit, "a less deeply nested value");
        }
        Ok(())
    }

    /// Opens a level, unless the depth limit is reached.
    pub(crate) fn deepen(&mut self) -> Step {
        match self.walker.depth.checked_sub(1) {
            Some(depth) => {
                self.walker.depth = depth;
                Ok(())
            }
            None => self.fault(ErrorKind::DepthLimit, "a less deeply nested value"),
        }
    }

    pub(crate) fn fault<T>(&mut self, kind: ErrorKind, expected: &'s str) -> Step<T> {
        self.refuse(FaultKind::Wire(kind), expected)
    }

    /// Ends the walk at the current offset.
    pub(crate) fn refuse<T>(&mut self, kind: FaultKind, expected: &'s str) -> Step<T> {
        self.walker.expected = expected;
        let (offset, path) = (self.offset(), path(&self.walker.frames));
        let fault = Fault { kind, offset, expected: String::from(expected), path };
        Err(Halt::Fault(fault))
    }
}
