//! What is known of a method beyond the schema.

/// What is known of a method beyond the schema.
///
/// One constant for all of it: the compiler pays for each constant of each type.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MethodFacts {
    /// The errors, each a code and a name.
    pub errors: &'static [(i32, &'static str)],
    /// The bits of [`Callers`](crate::Callers); 0 if they are not known.
    pub callers: u8,
    /// The first layer; 0 if it is not known.
    pub since: u32,
}

impl MethodFacts {
    /// Nothing is known.
    pub const NONE: Self = Self { errors: &[], callers: 0, since: 0 };

    /// The first layer, if it is known.
    #[must_use]
    pub const fn first_layer(self) -> Option<u32> {
        if self.since == 0 { None } else { Some(self.since) }
    }
}
