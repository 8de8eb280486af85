//! Who answered a call.

/// Who answered a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnsweredBy {
    /// A fault that was asked for.
    Fault,
    /// A handler in Rust.
    Handler,
    /// A line of a script.
    Script,
    /// A line of the preset for logging in.
    Preset,
    /// A random value.
    Random,
    /// Nobody: the client got an error.
    #[default]
    Nobody,
}

impl AnsweredBy {
    /// The name in records: `script`, `random`, ….
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Handler => "handler",
            Self::Script => "script",
            Self::Preset => "preset",
            Self::Random => "random",
            Self::Nobody => "nobody",
        }
    }
}
