//! Values of other layers in an arena.

use crate::{
    layers::{known::Layers, prefix::Prefix, unread::Unread},
    read::{
        arena::Limited,
        error::{Error, ErrorKind},
    },
    reflect::walk::root::Root,
    traits::{decode::Decode, function::BorrowingFunction},
};
use alloc::vec::Vec;
use bumpalo::Bump;

impl Layers {
    /// Reads a value into `arena`, with its text: a copy of `bytes`, or of the translated value.
    ///
    /// Values of other layers are [`UnknownRef`](crate::UnknownRef) where their type has a place for them. The limit
    /// for what the arena takes is that of [`Decode::copied_in`]. A value that is translated is read twice, and both
    /// readings count, so that a large one may reach the limit sooner; [`Options::memory`](crate::Options::memory)
    /// raises it.
    ///
    /// # Errors
    /// The same as [`Layers::read`].
    pub fn copied_in<'de, T: Decode<'de>>(
        &self,
        bytes: &[u8],
        arena: &'de Bump,
    ) -> Result<T, Unread> {
        self.copied_as(bytes, Root::Any, arena)
    }

    /// Reads the reply to a call into `arena`; see [`Layers::copied_in`].
    ///
    /// # Errors
    /// The same as [`Layers::read`].
    pub fn copied_response_in<'de, F: BorrowingFunction>(
        &self,
        call: &F,
        reply: &[u8],
        arena: &'de Bump,
    ) -> Result<F::Response<'de>, Unread> {
        _ = call;
        self.copied_as(reply, self.response_root(F::ID), arena)
    }

    fn copied_as<'de, T: Decode<'de>>(
        &self,
        bytes: &[u8],
        root: Root<'_>,
        arena: &'de Bump,
    ) -> Result<T, Unread> {
        let most = self.options.arena_limit(bytes.len()).saturating_add(bytes.len());
        let _limited = Limited::new(arena, most);
        match T::copied_in_with(bytes, arena, &self.options) {
            Ok(value) => Ok(value),
            Err(error) if is_memory(&error) => Err(self.other_type(error)),
            Err(error) => self.translated_in(bytes, root, error, arena),
        }
    }

    /// Reads a value that the current layer alone does not have.
    #[cold]
    #[inline(never)]
    fn translated_in<'de, T: Decode<'de>>(
        &self,
        bytes: &[u8],
        root: Root<'_>,
        error: Error,
        arena: &'de Bump,
    ) -> Result<T, Unread> {
        let marked = self.to_current(bytes, root, true, &error)?;
        let options = self.options.marked(marked.kept > 0);
        let again = match T::copied_in_with(&marked.value.bytes, arena, &options) {
            Ok(value) => return Ok(value),
            Err(again) => again,
        };
        if marked.kept == 0 || is_memory(&again) {
            return Err(self.unread_again(error, again));
        }
        // A part that the type keeps as bytes cannot keep marks.
        let plain = self.to_current(bytes, root, false, &error)?;
        T::copied_in_with(&plain.value.bytes, arena, &self.options)
            .map_err(|again| self.unread_again(error, again))
    }

    /// The error of a value that was translated and is refused: the arena has no room, or it is of another type.
    fn unread_again(&self, error: Error, again: Error) -> Unread {
        self.other_type(if is_memory(&again) { again } else { error })
    }
}

fn is_memory(error: &Error) -> bool {
    error.kind() == ErrorKind::MemoryLimit
}

impl Prefix {
    /// Reads the items as values of `T` into `arena`, with their text. The limit of [`Decode::copied_in`] holds for
    /// each item.
    ///
    /// # Errors
    /// If an item is not a `T`.
    pub fn copied_in<'de, T: Decode<'de>>(&self, arena: &'de Bump) -> Result<Vec<T>, Error> {
        let item = |(bytes, is_marked): &(Vec<u8>, bool)| {
            T::copied_in_with(bytes, arena, &self.options.marked(*is_marked))
        };
        self.items.iter().map(item).collect()
    }
}
