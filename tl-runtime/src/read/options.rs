//! What a decoder accepts, and its limits.

/// Limits and strictness of a [`Reader`](crate::Reader).
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
    /// Whether values of other layers are marked: see `read::of_layer`.
    pub(crate) marked: bool,
}

/// What to do with bytes that have a meaning but that no encoder writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Accept them, as Telegram's own clients do.
    #[default]
    Lenient,
    /// Refuse lengths in a longer form than needed, padding that is not zero, flag bits without a field, and numbers
    /// without effect, such as the number of columns of a matrix without rows.
    Strict,
}

/// What to do with bytes after the value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trailing {
    /// Refuse them.
    #[default]
    Refuse,
    /// Leave them unread.
    Allow,
}

impl Options {
    /// Lenient; depth 128; memory 16 × the input and 1 MiB; trailing bytes refused; `gzip_packed` unpacks to at most 16
    /// MiB.
    pub const DEFAULT: Self = Self {
        depth: 128,
        elements: None,
        memory: None,
        strictness: Strictness::Lenient,
        trailing: Trailing::Refuse,
        inflated: 16 * 1024 * 1024,
        inflation_ratio: 256,
        marked: false,
    };

    /// The number of elements without bytes, and of unpacked bytes, that any input may claim in addition to what its
    /// length allows.
    const SLACK: usize = 64 * 1024;

    /// The bytes of memory that any input may claim in addition to what its length allows.
    ///
    /// The shortest `message` has 36 bytes and takes 600 in memory; the shortest `user` has 20 bytes and takes 440.
    /// Both exceed a factor of 16. Honest input may contain lists of thousands of them, so a constant admits those, and
    /// the factor limits larger input.
    const MEMORY_SLACK: usize = 1024 * 1024;

    /// More bytes than a walk takes for a level of nesting.
    #[cfg(feature = "bumpalo")]
    const WALK_PER_LEVEL: usize = 256;

    /// The most that is kept for a walk, whatever the depth may be.
    #[cfg(feature = "bumpalo")]
    const MOST_FOR_WALK: usize = Self::MEMORY_SLACK / 4;

    /// Limits how deep values of recursive types may nest. The default is 128.
    ///
    /// The default suits a thread with a stack of 2 MiB and a build without optimization.
    #[must_use]
    pub const fn depth(mut self, limit: u32) -> Self {
        self.depth = limit;
        self
    }

    /// Limits the number of elements in all vectors together.
    ///
    /// The default is the length of the input and 65,536. Elements that take bytes never reach it, because each takes
    /// at least four; the limit is for counts of elements that take none. Elements of arrays count too, and so does
    /// each value of a constructor whose fields may take no bytes at all. A walk by a compiled schema counts in the
    /// same way.
    #[must_use]
    pub const fn elements(mut self, limit: usize) -> Self {
        self.elements = Some(limit);
        self
    }

    /// Limits the bytes of memory that vectors and boxes may take together.
    ///
    /// A vector is counted when its length is read: the size of one element for each element. A box counts the size of
    /// its content. Data cut from the input is not counted, because it never takes more than the input does: text, byte
    /// strings, objects and the bytes of opaque values. The default is 15 × the input and 1 MiB, so the whole value
    /// holds at most 16 × the input and 1 MiB. The constant admits lists of values that are short on the wire and large
    /// in memory, such as 10,000 messages of 36 bytes. An arena takes no more than this from the system for a value,
    /// with what it keeps in reserve; by default it leaves 256 bytes for each level of depth to the walk that finds the
    /// path of a fault. A walk by a compiled schema stores nothing and has no such
    /// limit.
    #[must_use]
    pub const fn memory(mut self, limit: usize) -> Self {
        self.memory = Some(limit);
        self
    }

    /// Sets whether to refuse what no encoder writes.
    #[must_use]
    pub const fn strictness(mut self, strictness: Strictness) -> Self {
        self.strictness = strictness;
        self
    }

    /// Sets what to do with bytes after the value.
    #[must_use]
    pub const fn trailing(mut self, trailing: Trailing) -> Self {
        self.trailing = trailing;
        self
    }

    /// Limits the bytes to which one `gzip_packed` may unpack. The default is 16 MiB.
    #[must_use]
    pub const fn inflated(mut self, limit: usize) -> Self {
        self.inflated = limit;
        self
    }

    /// Limits the ratio of unpacked to packed bytes, beyond 64 KiB that are always allowed. The default is 256.
    ///
    /// The format reaches 1,032. Real responses hardly exceed 50.
    #[must_use]
    pub const fn inflation_ratio(mut self, limit: usize) -> Self {
        self.inflation_ratio = limit;
        self
    }

    /// Reads values of other layers where they are marked.
    #[cfg(feature = "reflect")]
    #[must_use]
    pub(crate) const fn marked(mut self, marked: bool) -> Self {
        self.marked = marked;
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

    /// The bytes that an arena may take from the system. By default they leave room for the walk to the path of a
    /// fault, because the arena keeps its memory meanwhile.
    #[cfg(feature = "bumpalo")]
    pub(crate) const fn arena_limit(&self, input_len: usize) -> usize {
        let limit = self.memory_limit(input_len);
        if self.memory.is_some() {
            return limit;
        }
        let walk = Self::WALK_PER_LEVEL.saturating_mul(self.depth as usize);
        limit - if walk < Self::MOST_FOR_WALK { walk } else { Self::MOST_FOR_WALK }
    }
}

#[cfg(feature = "serde")]
impl Options {
    /// The memory that remains of 16 × `text_len` characters and a constant while `held` bytes are in use.
    pub(crate) const fn beside(text_len: usize, held: usize) -> usize {
        text_len.saturating_mul(16).saturating_sub(held).saturating_add(Self::SLACK)
    }
}

#[cfg(feature = "gzip")]
impl Options {
    /// The number of bytes to which `packed` bytes may unpack.
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
