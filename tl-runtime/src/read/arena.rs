//! Values whose parts lie in an arena.

use crate::read::{error::ErrorKind, options::Options, reader::Reader};
use alloc::boxed::Box;
use bumpalo::Bump;
use core::{alloc::Layout, mem::MaybeUninit, ptr::NonNull, slice};

impl<'de> Reader<'de> {
    /// Reads `bytes` with `options`; slices of values and references to values lie in `arena`.
    ///
    /// [`Decode::from_bytes_in`](crate::Decode::from_bytes_in) also limits the memory that the arena takes from the
    /// system. This reader does not. If the arena has a limit of its own and reaches it, the reader may raise or remove
    /// that limit, because a reference must refer to something.
    #[must_use]
    #[inline]
    pub fn in_arena(bytes: &'de [u8], options: &Options, arena: &'de Bump) -> Self {
        let mut reader = Self::with_options(bytes, options);
        reader.arena = Some(arena);
        reader
    }

    /// Reads `count` elements, which the limits allow, into the arena, and stops at a fault.
    #[expect(unsafe_code, reason = "bumpalo's own loop costs three times as much to compile")]
    #[inline]
    pub(crate) fn arena_elements<T: Copy>(
        &mut self,
        count: usize,
        mut read: impl FnMut(&mut Self) -> T,
    ) -> &'de [T] {
        let Ok(layout) = Layout::array::<T>(count) else { return self.no_room() };
        let Some(memory) = self.slice_memory(count, layout) else { return &[] };
        // SAFETY: the memory has room for `count` elements and their alignment, nothing else refers to it, the arena
        // keeps it for `'de`, and what it holds need not be a `T`.
        let places: &'de mut [MaybeUninit<T>] =
            unsafe { slice::from_raw_parts_mut(memory.cast().as_ptr(), count) };
        let mut len = 0;
        for place in &mut *places {
            let item = read(self);
            if self.failed() {
                break;
            }
            place.write(item);
            len += 1;
        }
        // SAFETY: the first `len` places have been written.
        unsafe { places[..len].assume_init_ref() }
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
    #[expect(unsafe_code, reason = "bumpalo's own code costs five times as much to compile")]
    #[expect(clippy::inline_always, reason = "a function for each type costs more to compile")]
    #[inline(always)]
    pub(crate) fn arena_place<T: Copy>(&mut self) -> &'de mut MaybeUninit<T> {
        let mut memory = if align_of::<T>() <= align_of::<u64>() {
            self.words(size_of::<T>())
        } else {
            self.memory(Layout::new::<T>())
        }
        .cast();
        // SAFETY: the memory has at least the size and alignment of `T`, nothing else refers to it, the arena keeps it
        // for `'de`, and what it holds need not be a `T`.
        unsafe { memory.as_mut() }
    }

    /// Memory in the arena for a value of `size` bytes, in whole words. Their alignment is a constant, so the compiler
    /// removes bumpalo's comparison of alignments.
    // Neither this nor the next is inlined: each type that a crate reads into an arena would have a copy.
    #[inline(never)]
    fn words(&mut self, size: usize) -> NonNull<u8> {
        self.charge(size);
        let words = Layout::from_size_align(size, align_of::<u64>());
        self.value_memory(words.expect("no type is that large").pad_to_align())
    }

    /// Memory in the arena for a value.
    #[inline(never)]
    fn memory(&mut self, layout: Layout) -> NonNull<u8> {
        self.charge(layout.size());
        self.value_memory(layout)
    }

    #[inline]
    fn value_memory(&mut self, layout: Layout) -> NonNull<u8> {
        match self.arena.map(|arena| arena.try_alloc_layout(layout)) {
            Some(Ok(memory)) => memory,
            _ => self.last_memory(layout),
        }
    }

    /// Memory in the arena for `count` elements. None if there are no elements, or after a fault: no arena, or no
    /// memory.
    #[inline(never)]
    fn slice_memory(&mut self, count: usize, layout: Layout) -> Option<NonNull<u8>> {
        let memory = self.arena_for(count)?.try_alloc_layout(layout);
        if memory.is_err() {
            self.fail(ErrorKind::MemoryLimit, "a smaller value");
        }
        memory.ok()
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
    /// The input ends here, so only the few values follow that a decoder falls back to. Without an arena they lie in
    /// one that is leaked; entry points that take none do not compile for such types, so only a reader made by hand
    /// comes here.
    #[cold]
    #[inline(never)]
    fn last_memory(&mut self, layout: Layout) -> NonNull<u8> {
        let Some(arena) = self.arena else {
            self.no_arena();
            let arena: &Bump = Box::leak(Box::default());
            self.arena = Some(arena);
            return arena.alloc_layout(layout);
        };
        self.fail(ErrorKind::MemoryLimit, "a smaller value");
        // Without a limit the arena would double what it has.
        let least = layout.size().max(Limited::LEAST);
        arena.set_allocation_limit(Some(arena.allocated_bytes().saturating_add(4 * least)));
        arena.try_alloc_layout(layout).unwrap_or_else(|_| {
            arena.set_allocation_limit(None);
            arena.alloc_layout(layout)
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
