//! The walker over bytes.

use crate::{
    read::options::Options,
    reflect::{
        schema::table::Schema,
        walk::{
            env::Slots,
            event::Visitor,
            fault::Ended,
            feed::{Feed, Halt, Visit},
            frame::{Frame, Want},
            path::path,
            root::Root,
            traced::{Traced, Words},
        },
    },
};
use alloc::{string::String, vec::Vec};

/// Walks through all of `bytes`, read as `root`, and says how many there were.
///
/// Types of a root are those of its own schema; an id that may be of anything is looked up in all schemas, in their
/// order.
///
/// # Errors
/// The first fault of the bytes, bytes left over unless the options allow them, or what the visitor returned.
pub fn walk<'s, V: Visitor<'s>>(
    schemas: &'s [Schema],
    root: Root<'s>,
    bytes: &[u8],
    options: &Options,
    visitor: &mut V,
) -> Result<usize, Ended<V::Stop>> {
    match Walker::new(schemas, root, options).feed(bytes, Input::Last, visitor)? {
        // The last piece never needs more.
        Progress::Done { used } | Progress::More { used, .. } => Ok(used),
    }
}

/// A walk that is fed the input piece by piece.
#[derive(Clone, Debug)]
pub struct Walker<'s> {
    pub(crate) schemas: &'s [Schema],
    pub(crate) options: Options,
    /// What is open, the outermost first.
    pub(crate) frames: Vec<Frame<'s>>,
    pub(crate) slots: Slots<'s, Traced>,
    /// The numbers that strict options trace.
    pub(crate) words: Words,
    /// The value that comes next; none when the innermost frame has to say.
    pub(crate) want: Option<Want<'s>>,
    /// How many levels may still be opened.
    pub(crate) depth: u32,
    /// How many elements there were.
    pub(crate) elements: usize,
    /// Where the next piece begins.
    pub(crate) offset: u64,
    /// The `int` that was read last.
    pub(crate) last_int: i32,
    /// Where the innermost value of known length ends.
    pub(crate) bound: Option<u64>,
    /// What should have been where the walk failed.
    pub(crate) expected: &'s str,
}

/// Whether a piece is the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// More may follow.
    Piece,
    /// The input ends with it.
    Last,
}

/// How far a walk came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The value has ended.
    Done {
        /// How many bytes of the piece belong to the value.
        used: usize,
    },
    /// The piece ends before the value does.
    More {
        /// How many bytes of the piece were read; the next one has to begin with the others.
        used: usize,
        /// How many bytes have to follow those that were read, at least.
        needed: usize,
    },
}

impl<'s> Walker<'s> {
    /// Begins a walk; for the parameters see [`walk`].
    #[must_use]
    pub fn new(schemas: &'s [Schema], root: Root<'s>, options: &Options) -> Self {
        let slots = Slots::new();
        let want = match root {
            Root::Any => Want::Any,
            Root::Call => Want::Call,
            Root::Type(schema, ty) => Want::Type(ty, slots.outside(schema)),
            Root::Boxed(schema, combinator) => Want::Boxed(slots.outside(schema), combinator),
        };
        let (options, depth) = (*options, options.depth);
        let (frames, want) = (Vec::new(), Some(want));
        Self {
            schemas,
            options,
            frames,
            slots,
            words: Words::default(),
            want,
            depth,
            elements: 0,
            offset: 0,
            last_int: 0,
            bound: None,
            expected: "",
        }
    }

    /// Goes on with the next bytes of the input: those that the piece before left over, and more.
    ///
    /// # Errors
    /// See [`walk`]; the walk cannot go on then.
    pub fn feed<V: Visitor<'s>>(
        &mut self,
        bytes: &[u8],
        input: Input,
        visitor: &mut V,
    ) -> Result<Progress, Ended<V::Stop>> {
        let mut visit = Visit { visitor, stop: None };
        let mut feed = Feed::new(self, bytes, input, &mut visit);
        let ended = feed.run();
        let used = feed.used();
        self.offset += used as u64;
        match ended {
            Ok(()) => Ok(Progress::Done { used }),
            Err(Halt::More(needed)) => Ok(Progress::More { used, needed }),
            Err(Halt::Fault(fault)) => Err(Ended::Fault(fault)),
            Err(Halt::Stopped) => Err(Ended::Stop(visit.reason())),
        }
    }

    /// Counts offsets from here on, as when the value is one of many in a stream.
    #[must_use]
    pub const fn starting_at(mut self, offset: u64) -> Self {
        self.offset = offset;
        self
    }

    /// The way to where the walk is: `updates.users[3].photo`.
    #[must_use]
    pub fn path(&self) -> String {
        path(&self.frames)
    }
}
