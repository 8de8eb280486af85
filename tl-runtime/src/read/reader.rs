//! The input, and its first fault.

use crate::{
    read::{
        error::{Error, ErrorKind},
        options::{Options, Strictness, Trailing},
    },
    wire::ids::{BOOL_FALSE, BOOL_TRUE},
};
use core::fmt;

/// Reads values from bytes.
///
/// The reader is *sticky*: no read returns a `Result`. The reader keeps the first fault, and from then on reads as if
/// at the end of the input: numbers are zero, text is empty, counts are zero. Decoders therefore need no check per
/// field, and [`Reader::finish`] returns the fault.
///
/// ```
/// use typelang_runtime::{ErrorKind, Reader};
///
/// let mut reader = Reader::new(&[7, 0, 0, 0, 9]);
/// assert_eq!(reader.int(), 7);
/// assert_eq!(reader.long(), 0); // five bytes would have to be there
/// let error = reader.finish().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::UnexpectedEnd { needed: 8, left: 1 });
/// assert_eq!(error.offset(), 4);
/// ```
#[derive(Clone)]
pub struct Reader<'de> {
    /// The remaining input. It is empty after a fault, so reads need no check for one.
    rest: &'de [u8],
    /// The length of the whole input; offsets are computed from it.
    len: usize,
    depth: u32,
    strict: bool,
    marked: bool,
    trailing: Trailing,
    elements: usize,
    memory: usize,
    fault: Option<Error>,
    /// The shared buffer that contains the input, if values may share it.
    #[cfg(feature = "bytes")]
    pub(crate) owner: Option<&'de bytes::Bytes>,
    /// The memory for slices and references, if values lie in an arena.
    #[cfg(feature = "bumpalo")]
    pub(crate) arena: Option<&'de bumpalo::Bump>,
}

impl<'de> Reader<'de> {
    /// Reads `bytes` with the default [`Options`].
    #[must_use]
    #[inline]
    pub const fn new(bytes: &'de [u8]) -> Self {
        Self::with_options(bytes, &Options::DEFAULT)
    }

    /// Reads `bytes` with `options`.
    #[must_use]
    #[inline]
    pub const fn with_options(bytes: &'de [u8], options: &Options) -> Self {
        Self {
            rest: bytes,
            len: bytes.len(),
            depth: options.depth,
            strict: matches!(options.strictness, Strictness::Strict),
            marked: options.marked,
            trailing: options.trailing,
            elements: options.element_limit(bytes.len()),
            memory: options.memory_limit(bytes.len()),
            fault: None,
            #[cfg(feature = "bytes")]
            owner: None,
            #[cfg(feature = "bumpalo")]
            arena: None,
        }
    }

    /// Ends reading.
    ///
    /// # Errors
    /// The first fault, or the remaining bytes if the options refuse them.
    #[inline]
    pub fn finish(mut self) -> Result<(), Error> {
        if !self.rest.is_empty() && matches!(self.trailing, Trailing::Refuse) {
            let count = self.rest.len();
            self.fail(ErrorKind::TrailingBytes { count }, "the end");
        }
        match self.fault {
            None => Ok(()),
            Some(error) => Err(error),
        }
    }

    /// The remaining bytes; none after a fault.
    #[must_use]
    #[inline]
    pub const fn rest(&self) -> &'de [u8] {
        self.rest
    }

    /// The number of bytes read; the whole length after a fault.
    #[must_use]
    #[inline]
    pub const fn offset(&self) -> usize {
        self.len - self.rest.len()
    }

    /// The first fault.
    #[must_use]
    #[inline]
    pub const fn error(&self) -> Option<&Error> {
        self.fault.as_ref()
    }

    /// Whether there was a fault.
    #[must_use]
    #[inline]
    pub const fn failed(&self) -> bool {
        self.fault.is_some()
    }

    /// Records a fault at the current offset, unless there is one already, and ends the input.
    #[cold]
    #[inline(never)]
    pub fn fail(&mut self, kind: ErrorKind, expected: &'static str) {
        self.fail_at(self.offset(), kind, expected);
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn fail_at(&mut self, offset: usize, kind: ErrorKind, expected: &'static str) {
        if self.fault.is_none() {
            self.fault = Some(Error::new(kind, offset, expected));
        }
        self.rest = &[];
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn fail_end(&mut self, needed: usize, expected: &'static str) {
        self.fail(ErrorKind::UnexpectedEnd { needed, left: self.rest.len() }, expected);
    }

    #[inline]
    pub(crate) const fn is_strict(&self) -> bool {
        self.strict
    }

    /// Whether values of other layers are marked.
    #[inline]
    pub(crate) const fn is_marked(&self) -> bool {
        self.marked
    }

    /// The options for a walk over a value that begins here: the remaining limits, with trailing bytes allowed.
    ///
    /// Memory is not limited, because a walk stores nothing.
    #[cfg(feature = "reflect")]
    pub(crate) const fn options_left(&self) -> Options {
        let strictness = if self.strict { Strictness::Strict } else { Strictness::Lenient };
        let options = Options::DEFAULT.strictness(strictness).trailing(Trailing::Allow);
        options.depth(self.depth).elements(self.elements)
    }

    /// Continues with `rest`, a tail of the remaining input.
    #[inline]
    pub(crate) const fn advance_to(&mut self, rest: &'de [u8]) {
        self.rest = rest;
    }

    /// Takes the next `N` bytes. If fewer remain, it calls `cut_short`, and they are zeros.
    #[inline]
    fn array<const N: usize>(&mut self, cut_short: impl FnOnce(&mut Self)) -> [u8; N] {
        if let Some((head, tail)) = self.rest.split_first_chunk::<N>() {
            self.rest = tail;
            *head
        } else {
            cut_short(self);
            [0; N]
        }
    }

    /// Takes the next `len` bytes, or none if fewer remain.
    #[inline]
    pub(crate) fn take(&mut self, len: usize, expected: &'static str) -> &'de [u8] {
        if let Some((head, tail)) = self.rest.split_at_checked(len) {
            self.rest = tail;
            head
        } else {
            self.fail_end(len, expected);
            &[]
        }
    }

    /// Reads exactly the next `len` bytes with `read`; bytes that it leaves are a fault.
    pub(crate) fn window<T>(&mut self, len: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let Some((window, beyond)) = self.rest.split_at_checked(len) else {
            self.fail_end(len, "Object");
            return read(self);
        };
        self.rest = window;
        self.len -= beyond.len();
        let value = read(self);
        let count = self.rest.len();
        if count > 0 {
            self.fail(ErrorKind::TrailingBytes { count }, "the end of the object");
        }
        self.len += beyond.len();
        // After a fault nothing remains.
        if !self.failed() {
            self.rest = beyond;
        }
        value
    }

    /// Reads an `int`.
    #[inline]
    pub fn int(&mut self) -> i32 {
        i32::from_le_bytes(self.array(Self::no_int))
    }

    /// Reads a `#`.
    #[inline]
    pub fn nat(&mut self) -> u32 {
        u32::from_le_bytes(self.array(Self::no_nat))
    }

    /// Reads a `long`.
    #[inline]
    pub fn long(&mut self) -> i64 {
        i64::from_le_bytes(self.array(Self::no_long))
    }

    /// Reads a `double`, bit for bit.
    #[inline]
    pub fn double(&mut self) -> f64 {
        f64::from_le_bytes(self.array(Self::no_double))
    }

    /// Reads a `float`, bit for bit.
    #[inline]
    pub fn float(&mut self) -> f32 {
        f32::from_le_bytes(self.array(Self::no_float))
    }

    /// Reads an `int128`: 16 bytes in wire order.
    #[inline]
    pub fn int128(&mut self) -> [u8; 16] {
        self.array(|reader| reader.fail_end(16, "int128"))
    }

    /// Reads an `int256`: 32 bytes in wire order.
    #[inline]
    pub fn int256(&mut self) -> [u8; 32] {
        self.array(|reader| reader.fail_end(32, "int256"))
    }

    /// Reads an `int512`: 64 bytes in wire order.
    #[inline]
    pub fn int512(&mut self) -> [u8; 64] {
        self.array(|reader| reader.fail_end(64, "int512"))
    }

    /// Reads a `Bool`, which is always boxed.
    #[inline]
    pub fn bool(&mut self) -> bool {
        match self.id() {
            BOOL_TRUE => true,
            BOOL_FALSE => false,
            id => {
                self.unknown_id(id, "Bool");
                false
            }
        }
    }

    /// Reads a flag word. `known` has the bits on which a field depends; strict options refuse others.
    #[inline]
    pub fn flags(&mut self, known: u32) -> u32 {
        let flags = self.nat();
        if self.strict && flags & !known != 0 {
            self.unknown_flags(flags & !known);
            return 0;
        }
        flags
    }

    #[cold]
    #[inline(never)]
    fn unknown_flags(&mut self, bits: u32) {
        self.fail_at(self.offset() - 4, ErrorKind::UnknownFlags { bits }, "#");
    }

    /// Reads an id.
    #[inline]
    pub fn id(&mut self) -> u32 {
        u32::from_le_bytes(self.array(Self::no_id))
    }

    #[inline]
    pub(crate) fn expect(&mut self, id: u32, name: &'static str) {
        match self.rest.split_first_chunk() {
            Some((head, tail)) if u32::from_le_bytes(*head) == id => self.rest = tail,
            _ => self.no_expected_id(id, name),
        }
    }

    #[cold]
    #[inline(never)]
    fn no_expected_id(&mut self, expected: u32, name: &'static str) {
        let Some(head) = self.rest.first_chunk() else { return self.fail_end(4, name) };
        let found = u32::from_le_bytes(*head);
        self.fail(ErrorKind::WrongId { found, expected }, name);
    }

    /// Records that the id just read belongs to no constructor of the type `name`.
    #[cold]
    #[inline(never)]
    pub fn unknown_id(&mut self, id: u32, name: &'static str) {
        let offset = self.offset().saturating_sub(4);
        self.fail_at(offset, ErrorKind::UnknownId { found: id }, name);
    }

    /// Checks the id just read against the last constructor of the type `name`; those before it have been tried.
    #[inline]
    pub fn last_id(&mut self, found: u32, last: u32, name: &'static str) {
        if found != last {
            self.unknown_id(found, name);
        }
    }

    /// Reads a value one level deeper.
    ///
    /// Decoders of recursive types read through it, so that input cannot exhaust the stack.
    #[inline]
    pub fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter();
        let value = read(self);
        self.leave();
        value
    }

    /// Goes one level deeper; [`Reader::leave`] returns.
    #[inline]
    pub fn enter(&mut self) {
        match self.depth.checked_sub(1) {
            Some(depth) => self.depth = depth,
            None => self.fail_depth(),
        }
    }

    #[cold]
    #[inline(never)]
    fn fail_depth(&mut self) {
        self.fail(ErrorKind::DepthLimit, "a less deeply nested value");
    }

    /// Returns from the level that [`Reader::enter`] entered.
    #[inline]
    pub fn leave(&mut self) {
        // After a refused `enter` the depth is one too high. That does not matter, because the input has ended.
        self.depth = self.depth.saturating_add(1);
    }

    /// Counts a value that may take no bytes as an element, because the length of the input does not limit their
    /// number.
    #[doc(hidden)]
    #[inline]
    pub fn sizeless(&mut self) {
        self.charge_elements(1);
    }

    /// Counts `bytes` of memory against the limit.
    #[inline]
    pub(crate) fn charge(&mut self, bytes: usize) {
        match self.memory.checked_sub(bytes) {
            Some(memory) => self.memory = memory,
            None => self.fail_memory(),
        }
    }

    #[cold]
    #[inline(never)]
    fn fail_memory(&mut self) {
        self.fail(ErrorKind::MemoryLimit, "a smaller value");
    }

    /// Counts `count` elements against the limit.
    #[inline]
    pub(crate) fn charge_elements(&mut self, count: usize) {
        match self.elements.checked_sub(count) {
            Some(elements) => self.elements = elements,
            None => self.fail(ErrorKind::ElementLimit, "fewer elements"),
        }
    }
}

/// Calls for numbers that are cut short. Each call site of a reader has one, so they take nothing but the reader.
macro_rules! cut_short {
    ($($name:ident: $len:literal, $expected:literal;)*) => {
        impl Reader<'_> {$(
            #[cold]
            #[inline(never)]
            fn $name(&mut self) {
                self.fail_end($len, $expected);
            }
        )*}
    };
}

cut_short! {
    no_int: 4, "int";
    no_nat: 4, "#";
    no_long: 8, "long";
    no_double: 8, "double";
    no_float: 4, "float";
    no_id: 4, "an id";
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { len, fault, .. } = self;
        f.debug_struct("Reader")
            .field("offset", &self.offset())
            .field("len", len)
            .field("fault", fault)
            .finish_non_exhaustive()
    }
}
