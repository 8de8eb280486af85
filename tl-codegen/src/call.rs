//! The calls of `Config`'s setters, and what is wrong with them.

use core::{fmt, panic::Location};

/// A call of a setter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    place: &'static Location<'static>,
    setter: &'static str,
    subject: String,
    has_more: bool,
}

impl Call {
    /// The call of `setter` with this one argument, where the setter's caller is.
    #[track_caller]
    pub(crate) fn of_one(setter: &'static str, argument: impl fmt::Display) -> Self {
        let (place, subject) = (Location::caller(), argument.to_string());
        Self { place, setter, subject, has_more: false }
    }

    /// The call of `setter` with arguments of which `subject` is the first.
    #[track_caller]
    pub(crate) fn of_several(setter: &'static str, subject: &str) -> Self {
        Self { has_more: true, ..Self::of_one(setter, subject) }
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
        let Self { call: Call { place, setter, subject, has_more }, message } = self;
        let more = if *has_more { ", …" } else { "" };
        if subject.parse::<u64>().is_ok() {
            write!(f, "{place}: {setter}({subject}{more}): {message}")
        } else {
            write!(f, "{place}: {setter}({subject:?}{more}): {message}")
        }
    }
}
