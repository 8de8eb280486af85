//! The calls of `Config`'s setters, and mistakes in them.

use core::{fmt, panic::Location};
use std::sync::Arc;

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

/// A place in a settings file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FilePlace {
    pub(crate) file: Arc<str>,
    pub(crate) line: u32,
    pub(crate) column: u32,
}

impl fmt::Display for FilePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// A call of a setter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    place: &'static Location<'static>,
    /// The place in a settings file, if the call is for one.
    in_file: Option<FilePlace>,
    setter: &'static str,
    subject: String,
    shown: Shown,
}

impl Call {
    /// Creates the call of `setter` with one argument, at the place of the setter's caller.
    #[track_caller]
    pub(crate) fn of_one(setter: &'static str, argument: impl fmt::Display) -> Self {
        let (place, subject) = (Location::caller(), argument.to_string());
        Self { place, in_file: None, setter, subject, shown: Shown::All }
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

    /// Creates the call for a key of a settings file.
    #[cfg(feature = "settings-file")]
    #[track_caller]
    pub(crate) fn of_key(key: &'static str, value: impl fmt::Display, place: &FilePlace) -> Self {
        Self { in_file: Some(place.clone()), ..Self::of_one(key, value) }
    }

    /// Returns the name of the setter.
    pub(crate) fn setter(&self) -> &'static str {
        self.setter
    }

    /// Sets the place in a settings file, unless the call has one.
    #[cfg(feature = "settings-file")]
    pub(crate) fn set_place(&mut self, place: &FilePlace) {
        self.in_file.get_or_insert_with(|| place.clone());
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

    /// Returns the key by which mistakes are sorted.
    pub(crate) fn order(&self) -> (&str, u32, u32, Option<&FilePlace>) {
        let place = self.call.place;
        (place.file(), place.line(), place.column(), self.call.in_file.as_ref())
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
        let Self { call: Call { place, in_file, setter, subject, shown }, message } = self;
        if let Some(place) = in_file {
            let key = setter.replace('_', "-");
            let blank = if subject.is_empty() { "" } else { " " };
            return write!(f, "{place}: {key}{blank}{subject}: {message}");
        }
        let is_number = subject.parse::<u64>().is_ok();
        match shown {
            Shown::All if is_number => write!(f, "{place}: {setter}({subject}): {message}"),
            Shown::All => write!(f, "{place}: {setter}({subject:?}): {message}"),
            Shown::First => write!(f, "{place}: {setter}({subject:?}, …): {message}"),
            Shown::None => write!(f, "{place}: {setter}(…): {message}"),
        }
    }
}
