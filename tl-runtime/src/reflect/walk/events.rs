//! A walk as an iterator of events, instead of a visitor.

use crate::{
    read::options::Options,
    reflect::{
        schema::table::Schema,
        walk::{
            event::{Event, Piece},
            fault::Fault,
            feed::{Feed, Halt, Listener, Stopped},
            root::Root,
            walker::{Input, Walker},
        },
    },
};
use alloc::vec::Vec;

/// The events of a walk over bytes, one after another.
///
/// It gives the same events as [`walk`](crate::reflect::walk), and lets the caller control the loop: each event is read
/// when it is requested.
///
/// ```
/// # use typelang_parser::{Options as Settings, Sources, check, tlo};
/// # let mut sources = Sources::new();
/// # sources.add("shapes.tl", "point#5b8e6c53 x:int y:int = Point;");
/// # let compiled = tlo::write(&check(&sources, &Settings::default()).schema);
/// use typelang_runtime::{Options, reflect::{Event, Events, Root, Scalar, Schema}};
///
/// // compiled from: point#5b8e6c53 x:int y:int = Point;
/// let schemas = [Schema::from_tlo(&compiled)?];
/// let bytes = [0x53, 0x6c, 0x8e, 0x5b, 1, 0, 0, 0, 2, 0, 0, 0];
/// let mut sum = 0;
/// for event in Events::new(&schemas, Root::Any, &bytes, &Options::DEFAULT) {
///     if let Event::Scalar(Scalar::Int(value)) = event.expect("a point") {
///         sum += value;
///     }
/// }
/// assert_eq!(sum, 3);
/// # Ok::<(), typelang_runtime::reflect::Malformed>(())
/// ```
#[derive(Clone, Debug)]
pub struct Events<'s, 'b> {
    walker: Walker<'s>,
    bytes: &'b [u8],
    at: usize,
    heard: Heard<'s, 'b>,
    is_ended: bool,
}

/// The events of one step that were not returned yet: those of fields that are absent, and what follows them.
#[derive(Clone, Debug, Default)]
struct Heard<'s, 'b> {
    events: Vec<Event<'s, 'b>>,
    taken: usize,
}

impl<'s, 'b> Events<'s, 'b> {
    /// Creates the iterator; the parameters are those of [`walk`](crate::reflect::walk).
    #[must_use]
    #[inline]
    pub fn new(schemas: &'s [Schema], root: Root<'s>, bytes: &'b [u8], options: &Options) -> Self {
        let walker = Walker::new(schemas, root, options);
        Self { walker, bytes, at: 0, heard: Heard::default(), is_ended: false }
    }

    /// Takes one step, and returns whether there may be another.
    #[inline]
    fn step(&mut self) -> Result<bool, Fault> {
        let Self { walker, bytes, at, heard, .. } = self;
        let mut feed = Feed::new(walker, bytes, Input::Last, heard).from(*at);
        let stepped = feed.step();
        *at = feed.used();
        match stepped {
            Ok(is_open) => Ok(is_open),
            Err(Halt::Fault(fault)) => Err(fault),
            // The last piece never needs more input, and the listener never stops.
            Err(Halt::More(_) | Halt::Stopped) => Ok(false),
        }
    }
}

impl<'s, 'b> Iterator for Events<'s, 'b> {
    type Item = Result<Event<'s, 'b>, Fault>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(event) = self.heard.take() {
                return Some(Ok(event));
            }
            if self.is_ended {
                return None;
            }
            match self.step() {
                Ok(is_open) => self.is_ended = !is_open,
                Err(fault) => {
                    self.is_ended = true;
                    return Some(Err(fault));
                }
            }
        }
    }
}

impl<'s, 'b> Heard<'s, 'b> {
    #[inline]
    fn take(&mut self) -> Option<Event<'s, 'b>> {
        let event = self.events.get(self.taken).copied();
        self.taken += 1;
        if event.is_none() {
            self.events.clear();
            self.taken = 0;
        }
        event
    }
}

impl<'s, 'b> Listener<'s, 'b> for Heard<'s, 'b> {
    #[inline]
    fn hear(&mut self, _: Piece<'b>, event: Event<'s, 'b>) -> Result<(), Stopped> {
        self.events.push(event);
        Ok(())
    }
}
