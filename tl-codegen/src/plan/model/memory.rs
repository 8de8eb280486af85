//! Where the parts of a value lie.

/// Where vectors, and values behind a pointer, lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Memory {
    /// Each is an allocation of its own: `Vec<T>` and `Box<T>`.
    #[default]
    Heap,
    /// All are in one arena: `&[T]` and `&T`, with text as `&str` and `&[u8]`. All types are `Copy`, and values
    /// that hold such parts are read with the runtime's `Decode::from_bytes_in`, which needs its feature
    /// `bumpalo`.
    Arena,
}

/// Whether reading an item needs an arena.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedsArena {
    /// None of its parts lies in one.
    Never,
    /// A part of it may.
    Always,
    /// One of its type parameters may.
    WithParams,
}
