//! The calls of `Config`'s setters, and mistakes in them.

use core::{fmt, panic::Location};

/// The arguments that a report shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// The only argument.
    All,
    /// The first of several arguments.
    First,
    /// None; the argument is not text.
    None,
}

/// A call of a setter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    place: &'static Location<'static>,
    setter: &'static str,
    subject: String,
    shown: Shown,
}

impl Call {
    /// Creates the call of `setter` with one argument, at the place of the setter's caller.
    #[track_caller]
    pub(crate) fn of_one(setter: &'static str, argument: impl fmt::Display) -> Self {
        let (place, subject) = (Location::caller(), argument.to_string());
        Self { place, setter, subject, shown: Shown::All }
    }

    /// Creates the call of `setter` with several arguments, `subject` first.
    #[track_caller]
    pub(crate) fn of_several(setter: &'static str, subject: &str) -> Self {
        Self { shown: Shown::First, ..Self::of_one(setter, subject) }
    }

    /// Creates the call of `setter` with an argument that is not text.
    #[track_caller]
    pub(crate) fn of_choice(setter: &'static str) -> Self {
        Self { shown: Shown::None, ..Self::of_one(setter, "") }
    }

    /// Returns the name of the setter.
    pub(crate) fn setter(&self) -> &'static str {
        self.setter
    }

    /// Creates a mistake in this call.
    pub(crate) fn mistake(&self, message: impl Into<String>) -> Mistake {
        Mistake { call: self.clone(), message: message.into() }
    }
}

/// An invalid call of one of [`Config`](crate::Config)'s setters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    call: Call,
    message: String,
}

impl Mistake {
    /// Returns the place of the call in the calling program, such as a build script.
    #[must_use]
    pub fn place(&self) -> &'static Location<'static> {
        self.call.place
    }

    /// Returns the name of the setter.
    #[must_use]
    pub fn setter(&self) -> &'static str {
        self.call.setter
    }

    /// Returns its first argument.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.call.subject
    }

    /// Returns what is wrong, and what to do instead.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { call: Call { place, setter, subject, shown }, message } = self;
        let is_number = subject.parse::<u64>().is_ok();
        match shown {
            Shown::All if is_number => write!(f, "{place}: {setter}({subject}): {message}"),
            Shown::All => write!(f, "{place}: {setter}({subject:?}): {message}"),
            Shown::First => write!(f, "{place}: {setter}({subject:?}, …): {message}"),
            Shown::None => write!(f, "{place}: {setter}(…): {message}"),
        }
    }
}
