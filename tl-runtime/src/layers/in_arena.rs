//! Values of other layers in an arena.

use crate::{
    layers::{known::Layers, unread::Unread},
    reflect::walk::root::Root,
    traits::{decode::Decode, function::BorrowingFunction},
};
use bumpalo::Bump;

impl Layers {
    /// Reads a value into `arena`, with its text: a copy of `bytes`, or of the translated value.
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
        let error = match T::copied_in_with(bytes, arena, &self.options) {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        // Types in an arena have no place for values of other layers.
        let made = self.to_current(bytes, root, false, &error)?;
        T::copied_in_with(&made.value.bytes, arena, &self.options)
            .map_err(|_| self.other_type(error))
    }
}
