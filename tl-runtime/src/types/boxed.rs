//! Values behind a pointer.

use crate::{
    read::reader::Reader,
    traits::decode::{Decode, DecodeBare},
    types::beside_drop::BesideDrop,
};
use alloc::{boxed::Box, vec::Vec};
use core::mem::{ManuallyDrop, MaybeUninit};

impl<'de> Reader<'de> {
    /// Reads a combinator's fields into a box: the payload of a variant whose id was read.
    #[inline]
    pub fn boxed<T: DecodeBare<'de>>(&mut self) -> Box<T> {
        Vec::<T>::boxed(self)
    }

    /// Reads into a box with `read`.
    #[inline(never)]
    pub fn boxed_with<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Box<T> {
        let place = self.place();
        let value = read(self);
        Box::write(ManuallyDrop::into_inner(place), value)
    }

    /// Reads a value in its natural form into a box.
    #[inline(never)]
    pub fn boxed_value<T: Decode<'de>>(&mut self) -> Box<T> {
        let place = self.place();
        let value = T::decode(self);
        Box::write(ManuallyDrop::into_inner(place), value)
    }

    /// Puts a value that was read into a box.
    #[doc(hidden)]
    #[inline]
    pub fn record<T>(&mut self, value: T) -> Box<T> {
        self.charge(size_of::<T>());
        Box::new(value)
    }

    /// Memory for the next value.
    ///
    /// It is allocated first, so that the compiler can build the value in place instead of moving it, which saves a
    /// twelfth of the time of decoding messages. Our readers do not panic. If a user's reader does, this memory is
    /// leaked, which is safe; code that frees it would be two functions for each type.
    #[inline]
    pub(super) fn place<T>(&mut self) -> ManuallyDrop<Box<MaybeUninit<T>>> {
        self.charge_box(size_of::<T>());
        ManuallyDrop::new(Box::new_uninit())
    }

    /// [`Reader::charge`] as a call: a client has hundreds of types of boxes.
    #[inline(never)]
    fn charge_box(&mut self, size: usize) {
        self.charge(size);
    }
}
