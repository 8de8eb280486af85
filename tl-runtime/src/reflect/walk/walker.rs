//! The walker.

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

/// Walks through all of `bytes`, read as `root`, and returns the number of bytes.
///
/// The types of a root belong to its schema. An id that may belong to any combinator is looked up in all schemas, in
/// their order.
///
/// # Errors
/// The first fault of the bytes, remaining bytes unless the options allow them, or the visitor's reason to stop.
pub fn walk<'s, V: Visitor<'s>>(
    schemas: &'s [Schema],
    root: Root<'s>,
    bytes: &[u8],
    options: &Options,
    visitor: &mut V,
) -> Result<usize, Ended<V::Stop>> {
    match Walker::new(schemas, root, options).feed(bytes, Input::Last, visitor)? {
        // The last piece never needs more input.
        Progress::Done { used } | Progress::More { used, .. } => Ok(used),
    }
}

/// A walk that receives the input piece by piece.
#[derive(Clone, Debug)]
pub struct Walker<'s> {
    pub(crate) schemas: &'s [Schema],
    pub(crate) options: Options,
    /// The open frames, outermost first.
    pub(crate) frames: Vec<Frame<'s>>,
    pub(crate) slots: Slots<'s, Traced>,
    /// The numbers that strict options trace.
    pub(crate) words: Words,
    /// The next value; none if the innermost frame determines it.
    pub(crate) want: Option<Want<'s>>,
    /// The number of levels that may still be opened.
    pub(crate) depth: u32,
    /// The number of elements so far.
    pub(crate) elements: usize,
    /// The offset of the next piece.
    pub(crate) offset: u64,
    /// The last `int` that was read.
    pub(crate) last_int: i32,
    /// The end of the innermost value of known length.
    pub(crate) bound: Option<u64>,
    /// What was expected where the walk failed.
    pub(crate) expected: &'s str,
    /// The schema in which an id is looked up first, if the schemas are layers of one schema. A value may then hold
    /// values of other layers.
    pub(crate) first: Option<usize>,
}

/// Whether a piece is the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// More pieces may follow.
    Piece,
    /// The input ends with this piece.
    Last,
}

/// The progress of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The value has ended.
    Done {
        /// The number of bytes of the piece that belong to the value.
        used: usize,
    },
    /// The piece ends before the value does.
    More {
        /// The number of bytes of the piece that were read; the next piece must begin with the remaining ones.
        used: usize,
        /// The minimum number of bytes that must follow those that were read.
        needed: usize,
    },
}

impl<'s> Walker<'s> {
    /// Creates a walk; the parameters are those of [`walk`].
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
            first: None,
        }
    }

    /// Walks over a value whose parts may be of any of the schemas, which are layers of one schema.
    #[cfg(feature = "layers")]
    #[must_use]
    pub(crate) const fn across_layers(mut self, first: usize) -> Self {
        self.first = Some(first);
        self
    }

    /// The schemas, in the order in which an id is looked up.
    pub(crate) fn in_order(&self) -> impl Iterator<Item = &'s Schema> + use<'s> {
        let (schemas, first) = (self.schemas, self.first.unwrap_or_default());
        // By index, because each adapter is more to compile for every loop.
        (0..schemas.len()).filter_map(move |place| match place {
            0 => schemas.get(first),
            _ if place <= first => schemas.get(place - 1),
            _ => schemas.get(place),
        })
    }

    /// Continues with the next bytes of the input: those that remained of the previous piece, and more.
    ///
    /// # Errors
    /// The same as [`walk`]. The walk cannot continue then.
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

    /// Counts offsets from here on, for a value that is one of many in a stream.
    #[must_use]
    pub const fn starting_at(mut self, offset: u64) -> Self {
        self.offset = offset;
        self
    }

    /// The current path: `updates.users[3].photo`.
    #[must_use]
    pub fn path(&self) -> String {
        path(&self.frames)
    }
}
