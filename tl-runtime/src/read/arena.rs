//! Values whose parts lie in an arena.

use crate::read::{error::ErrorKind, options::Options, reader::Reader};
use alloc::boxed::Box;
use bumpalo::Bump;
use core::mem::MaybeUninit;

impl<'de> Reader<'de> {
    /// Reads `bytes` with `options`; slices of values and references to values lie in `arena`.
    ///
    /// [`Decode::from_bytes_in`](crate::Decode::from_bytes_in) also limits the memory that the arena takes from the
    /// system.
    #[must_use]
    #[inline]
    pub fn in_arena(bytes: &'de [u8], options: &Options, arena: &'de Bump) -> Self {
        let mut reader = Self::with_options(bytes, options);
        reader.arena = Some(arena);
        reader
    }

    /// Reads `count` elements, which the limits allow, into the arena. After a fault, copies fill the rest.
    #[inline]
    pub(crate) fn arena_elements<T: Copy>(
        &mut self,
        count: usize,
        mut read: impl FnMut(&mut Self) -> T,
    ) -> &'de [T] {
        let Some(arena) = self.arena_for(count) else { return &[] };
        let mut last = None;
        let element = |_| {
            if let Some(last) = last {
                return last;
            }
            let item = read(self);
            if self.failed() {
                last = Some(item);
            }
            item
        };
        match arena.try_alloc_slice_fill_with(count, element) {
            Ok(items) => items,
            Err(_) => self.no_room(),
        }
    }

    /// Copies items that were read into the arena; the limits allow them.
    #[inline]
    pub(crate) fn arena_items<T>(&mut self, items: impl ExactSizeIterator<Item = T>) -> &'de [T] {
        let Some(arena) = self.arena_for(items.len()) else { return &[] };
        match arena.try_alloc_slice_fill_iter(items) {
            Ok(items) => items,
            Err(_) => self.no_room(),
        }
    }

    /// Memory in the arena for the next value, which the caller writes.
    #[inline]
    pub(crate) fn arena_place<T: Copy>(&mut self) -> &'de mut MaybeUninit<T> {
        self.charge(size_of::<T>());
        match self.arena.map(|arena| arena.try_alloc_with(MaybeUninit::uninit)) {
            Some(Ok(place)) => place,
            _ => self.last_place(),
        }
    }

    /// The arena, if there is something to put into it.
    #[inline]
    fn arena_for(&mut self, count: usize) -> Option<&'de Bump> {
        if count == 0 {
            return None;
        }
        if self.arena.is_none() {
            self.no_arena();
        }
        self.arena
    }

    #[cold]
    #[inline(never)]
    fn no_room<T>(&mut self) -> &'de [T] {
        self.fail(ErrorKind::MemoryLimit, "a smaller value");
        &[]
    }

    #[cold]
    #[inline(never)]
    fn no_arena(&mut self) {
        self.fail(ErrorKind::NoArena, "an arena");
    }

    /// Memory for a value although the arena has none, because a reference must refer to something.
    ///
    /// The input ends here, so only the few values follow that a decoder falls back to. Without an arena they are leaked;
    /// entry points that take none do not compile for such types, so only a reader made by hand comes here.
    #[cold]
    #[inline(never)]
    fn last_place<T>(&mut self) -> &'de mut MaybeUninit<T> {
        let Some(arena) = self.arena else {
            self.no_arena();
            return Box::leak(Box::new_uninit());
        };
        self.fail(ErrorKind::MemoryLimit, "a smaller value");
        // Without a limit the arena would double what it has.
        let least = size_of::<T>().max(Limited::LEAST);
        arena.set_allocation_limit(Some(arena.allocated_bytes().saturating_add(4 * least)));
        arena.try_alloc_with(MaybeUninit::uninit).unwrap_or_else(|_| {
            arena.set_allocation_limit(None);
            arena.alloc_with(MaybeUninit::uninit)
        })
    }
}

/// Limits the memory that an arena takes from the system while this exists.
pub(crate) struct Limited<'a> {
    arena: &'a Bump,
    /// The user's own limit.
    before: Option<usize>,
}

impl<'a> Limited<'a> {
    /// The smallest number of bytes that an arena takes at once.
    const LEAST: usize = 512;

    /// Lets `arena` take `more` bytes.
    pub(crate) fn new(arena: &'a Bump, more: usize) -> Self {
        let (before, taken) = (arena.allocation_limit(), arena.allocated_bytes());
        let limit = taken.saturating_add(more.max(Self::LEAST));
        // The arena ignores a limit that it has already passed, as it has where a reference needed a place.
        let limit = before.map_or(limit, |before| before.clamp(taken, limit));
        arena.set_allocation_limit(Some(limit));
        Self { arena, before }
    }
}

impl Drop for Limited<'_> {
    fn drop(&mut self) {
        self.arena.set_allocation_limit(self.before);
    }
}
