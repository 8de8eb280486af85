//! What a decoder accepts, and what it may spend.

/// Limits and manners of a [`Reader`](crate::Reader).
///
/// ```
/// use typelang_runtime::{Decode, ErrorKind, Options, Strictness};
///
/// let options = Options::DEFAULT.depth(16).strictness(Strictness::Strict);
/// let padded_with_a_one = [1, b'a', 0, 1];
/// assert_eq!(String::from_bytes(&padded_with_a_one)?, "a");
/// let error = String::from_bytes_with(&padded_with_a_one, &options).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::NonZeroPadding);
/// # Ok::<(), typelang_runtime::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    pub(crate) depth: u32,
    pub(crate) elements: Option<usize>,
    pub(crate) memory: Option<usize>,
    pub(crate) strictness: Strictness,
    pub(crate) trailing: Trailing,
    pub(crate) inflated: usize,
    pub(crate) inflation_ratio: usize,
}

/// What to do with bytes that mean a value but are not what an encoder writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Accept them, as Telegram's own clients do.
    #[default]
    Lenient,
    /// Refuse lengths in a longer form than needed, padding that is not zero, flag bits without a field, and numbers on which
    /// nothing depends, such as the columns of a matrix without rows.
    Strict,
}

/// What to do with bytes after the value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trailing {
    /// They are an error.
    #[default]
    Refuse,
    /// They are left alone.
    Allow,
}

impl Options {
    /// Lenient; depth 128; memory 16 × the input and 1 MiB; trailing bytes refused; `gzip_packed` unpacks to 16 MiB at
    /// most.
    pub const DEFAULT: Self = Self {
        depth: 128,
        elements: None,
        memory: None,
        strictness: Strictness::Lenient,
        trailing: Trailing::Refuse,
        inflated: 16 * 1024 * 1024,
        inflation_ratio: 256,
    };

    /// Elements without bytes, and unpacked bytes, that any input may claim beside what its length allows.
    const SLACK: usize = 64 * 1024;

    /// Bytes of memory that any input may claim beside what its length allows.
    ///
    /// A least `message` of 36 bytes takes 600 in memory, a least `user` of 20 bytes 440: more than 16 times as much. Lists
    /// of thousands are honest, so a constant admits them, and the factor bounds what larger input may claim.
    const MEMORY_SLACK: usize = 1024 * 1024;

    /// Bounds how deep values of types that contain themselves may nest; 128 by default.
    ///
    /// The default is chosen for a thread with a stack of 2 MiB and a build without optimisation.
    #[must_use]
    pub const fn depth(mut self, limit: u32) -> Self {
        self.depth = limit;
        self
    }

    /// Bounds the number of elements in all vectors together.
    ///
    /// By default it is the input's length and 65,536: elements that take bytes never meet it, since each takes four
    /// at least; it stops counts of elements that take none. Elements of arrays count too, and so does each value of a
    /// constructor whose fields may take no bytes at all. A walk by a compiled schema counts the same.
    #[must_use]
    pub const fn elements(mut self, limit: usize) -> Self {
        self.elements = Some(limit);
        self
    }

    /// Bounds the bytes of memory that vectors and boxes may take together.
    ///
    /// A vector counts when its length is read, with the size of an element for each; a box counts with the size of what
    /// it holds. What is cut from the input is not counted, as it never takes more than the input does: text, byte
    /// strings, objects, and the bytes of opaque values. The default is 15 × the input and 1 MiB, so that the whole value holds no
    /// more than 16 × the input and 1 MiB. The constant admits lists of values that are short on the wire and large in
    /// memory: 10,000 messages of 36 bytes. A walk by a compiled schema keeps nothing and has no such limit.
    #[must_use]
    pub const fn memory(mut self, limit: usize) -> Self {
        self.memory = Some(limit);
        self
    }

    /// Chooses between accepting and refusing what an encoder would not write.
    #[must_use]
    pub const fn strictness(mut self, strictness: Strictness) -> Self {
        self.strictness = strictness;
        self
    }

    /// Chooses what happens to bytes after the value.
    #[must_use]
    pub const fn trailing(mut self, trailing: Trailing) -> Self {
        self.trailing = trailing;
        self
    }

    /// Bounds the bytes that one `gzip_packed` may unpack to; 16 MiB by default.
    #[must_use]
    pub const fn inflated(mut self, limit: usize) -> Self {
        self.inflated = limit;
        self
    }

    /// Bounds how many times its own length, and 64 KiB, a `gzip_packed` may unpack to; 256 by default.
    ///
    /// The format itself goes to 1,032 times; what a server means to say hardly to 50.
    #[must_use]
    pub const fn inflation_ratio(mut self, limit: usize) -> Self {
        self.inflation_ratio = limit;
        self
    }

    pub(crate) const fn element_limit(&self, input_len: usize) -> usize {
        match self.elements {
            Some(limit) => limit,
            None => input_len.saturating_add(Self::SLACK),
        }
    }

    pub(crate) const fn memory_limit(&self, input_len: usize) -> usize {
        match self.memory {
            Some(limit) => limit,
            None => input_len.saturating_mul(15).saturating_add(Self::MEMORY_SLACK),
        }
    }
}

#[cfg(feature = "serde")]
impl Options {
    /// What 16 times `text_len` characters leave of memory when so many bytes are held, and a constant.
    pub(crate) const fn beside(text_len: usize, held: usize) -> usize {
        text_len.saturating_mul(16).saturating_sub(held).saturating_add(Self::SLACK)
    }
}

#[cfg(feature = "gzip")]
impl Options {
    /// How many bytes `packed` bytes may unpack to.
    pub(crate) fn inflation_limit(&self, packed: usize) -> usize {
        let by_ratio = packed.saturating_mul(self.inflation_ratio).saturating_add(Self::SLACK);
        by_ratio.min(self.inflated)
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::DEFAULT
    }
}
