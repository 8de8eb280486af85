//! Values behind a pointer.

use crate::{
    read::reader::Reader,
    traits::decode::{Decode, DecodeBare},
};
use alloc::boxed::Box;
use core::mem::{ManuallyDrop, MaybeUninit};

impl<'de> Reader<'de> {
    /// Reads a combinator's fields into a box: the payload of a variant, whose id was read.
    // Never inlined: in a build without optimisation every arm of a caller's `match` would have its own slot for the
    // value in one stack frame.
    #[inline(never)]
    pub fn boxed<T: DecodeBare<'de>>(&mut self) -> Box<T> {
        let place = self.place();
        let value = T::decode_bare(self);
        Box::write(ManuallyDrop::into_inner(place), value)
    }

    /// Reads what `read` reads into a box.
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

    /// Puts what was read into a box.
    #[doc(hidden)]
    #[inline]
    pub fn record<T>(&mut self, value: T) -> Box<T> {
        self.charge(size_of::<T>());
        Box::new(value)
    }

    /// Room for a value that is read next.
    ///
    /// It is allocated before, so that the compiler may build the value there and need not move it: a twelfth of the time
    /// of decoding messages. Our readers do not panic. Where a user's does, this room is lost, which is safe: code that gives
    /// it back would be two functions for each type.
    #[inline]
    fn place<T>(&mut self) -> ManuallyDrop<Box<MaybeUninit<T>>> {
        self.charge(size_of::<T>());
        ManuallyDrop::new(Box::new_uninit())
    }
}
