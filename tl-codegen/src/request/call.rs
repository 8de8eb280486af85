//! The calls of `Config`'s setters, and what is wrong with them.

use core::{fmt, panic::Location};

/// Which arguments a report shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// The only one.
    All,
    /// The first of several.
    First,
    /// None: it is no text.
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
    /// The call of `setter` with this one argument, where the setter's caller is.
    #[track_caller]
    pub(crate) fn of_one(setter: &'static str, argument: impl fmt::Display) -> Self {
        let (place, subject) = (Location::caller(), argument.to_string());
        Self { place, setter, subject, shown: Shown::All }
    }

    /// The call of `setter` with arguments of which `subject` is the first.
    #[track_caller]
    pub(crate) fn of_several(setter: &'static str, subject: &str) -> Self {
        Self { shown: Shown::First, ..Self::of_one(setter, subject) }
    }

    /// The call of `setter` with an argument that is no text.
    #[track_caller]
    pub(crate) fn of_choice(setter: &'static str) -> Self {
        Self { shown: Shown::None, ..Self::of_one(setter, "") }
    }

    /// The setter's name.
    pub(crate) fn setter(&self) -> &'static str {
        self.setter
    }

    /// What is wrong with it.
    pub(crate) fn mistake(&self, message: impl Into<String>) -> Mistake {
        Mistake { call: self.clone(), message: message.into() }
    }
}

/// A call of one of [`Config`](crate::Config)'s setters that asks for something that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    call: Call,
    message: String,
}

impl Mistake {
    /// Where the call stands in the program that made it, such as a build script.
    #[must_use]
    pub fn place(&self) -> &'static Location<'static> {
        self.call.place
    }

    /// The setter's name.
    #[must_use]
    pub fn setter(&self) -> &'static str {
        self.call.setter
    }

    /// Its first argument.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.call.subject
    }

    /// What is wrong, and what to do instead.
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
