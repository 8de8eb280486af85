//! Values behind a pointer.

use crate::{Decode, DecodeBare, Reader};
use alloc::boxed::Box;

// A box is allocated before its value is read, so that the compiler may build the value there and need not move it:
// a twelfth of the time of decoding messages.
impl<'de> Reader<'de> {
    /// Reads a combinator's fields into a box: the payload of a variant, whose id was read.
    // Never inlined: in a build without optimisation every arm of a caller's `match` would have its own slot for the
    // value in one stack frame.
    #[inline(never)]
    pub fn boxed<T: DecodeBare<'de>>(&mut self) -> Box<T> {
        self.charge(size_of::<T>());
        Box::write(Box::new_uninit(), T::decode_bare(self))
    }

    /// Reads what `read` reads into a box.
    #[inline(never)]
    pub fn boxed_with<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Box<T> {
        self.charge(size_of::<T>());
        Box::write(Box::new_uninit(), read(self))
    }

    /// Reads a value in its natural form into a box.
    #[inline(never)]
    pub fn boxed_value<T: Decode<'de>>(&mut self) -> Box<T> {
        self.charge(size_of::<T>());
        Box::write(Box::new_uninit(), T::decode(self))
    }
}
