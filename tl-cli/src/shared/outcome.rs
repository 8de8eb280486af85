//! How a subcommand ends.

use std::{fmt, io, path::PathBuf, process::ExitCode};

use typelang_codegen::Error;

use crate::shared::item_settings::flag_of;

/// What a subcommand that could do its work found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Done,
    /// A schema has faults, or files are out of date; that has been reported.
    Faults,
}

/// Why a subcommand could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// The command line is invalid.
    Usage(String),
    /// A schema in another form than TL has a fault.
    Schema(String),
    /// A file cannot be read or written.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What could not be done, and what the system said.
        source: io::Error,
    },
    /// The command's own output cannot be written.
    Output(io::Error),
}

/// The exit status of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 0
    Done,
    /// 1: faults in a schema, or drift.
    Faults,
    /// 2: wrong usage, or a file that cannot be read or written.
    Usage,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Faults => 1,
            Status::Usage => 2,
        })
    }
}

impl Failure {
    /// A file that cannot be `read`, or what else was to be done with it.
    pub(crate) fn io(done: &str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |error| {
            let remedy = remedy(done, error.kind());
            let source = io::Error::new(error.kind(), format!("cannot be {done}: {error}{remedy}"));
            Self::Io { path, source }
        }
    }

    /// What was made of all inputs, or all failures as one, a line each.
    pub(crate) fn or_all<T>(made: impl Iterator<Item = Result<T, Self>>) -> Result<Vec<T>, Self> {
        let (mut all, mut failures) = (Vec::new(), Vec::new());
        for one in made {
            match one {
                Ok(one) => all.push(one),
                Err(failure) => failures.push(failure),
            }
        }
        match failures.pop() {
            None => Ok(all),
            Some(only) if failures.is_empty() => Err(only),
            Some(last) => {
                failures.push(last);
                Err(Self::joined(&failures))
            }
        }
    }

    fn joined(failures: &[Self]) -> Self {
        let lines: Vec<String> = failures.iter().map(Self::to_string).collect();
        let are_schemas = failures.iter().all(|it| matches!(it, Self::Schema(_)));
        if are_schemas { Self::Schema(lines.join("\n")) } else { Self::Usage(lines.join("\n")) }
    }

    /// A file that cannot be written, for a reason that says so.
    pub(crate) fn write(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }
}

/// The remedy if a path names a folder instead of a file, or a file instead of a folder.
fn remedy(done: &str, kind: io::ErrorKind) -> &'static str {
    match (done, kind) {
        ("read" | "opened", io::ErrorKind::IsADirectory) => "; name a file in it",
        ("made" | "listed", io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory) => {
            "; name a folder"
        }
        _ => "",
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Io { path, source } => Self::Io { path, source },
            Error::Settings { mistakes } => {
                let lines: Vec<String> = mistakes.iter().map(flag_of).collect();
                Self::Usage(lines.join("\n"))
            }
            other => Self::Usage(other.to_string()),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) | Self::Schema(message) => f.write_str(message),
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Output(error) => write!(f, "cannot write the output: {error}"),
        }
    }
}
