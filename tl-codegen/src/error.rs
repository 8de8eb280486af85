//! Errors of code generation.

use core::fmt;
use std::{fmt::Write as _, io, path::PathBuf};

use typelang_parser::printable;

use crate::{faults::Faults, output::Drift, request::call::Mistake};

/// Why code generation or a check failed.
///
/// `Debug` prints the same report as `Display`, so that `?` in a build script's `main` and `.unwrap()` print
/// it.
#[non_exhaustive]
pub enum Error {
    /// A file could not be read or written.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        source: io::Error,
    },
    /// Files of schemas could not be read.
    Unreadable {
        /// All such files, in the order in which they are named.
        files: Vec<Unreadable>,
    },
    /// The schema has faults; the report shows each with its place and how to fix it.
    Schema {
        /// The faults, displayed as a report.
        report: Faults,
    },
    /// The configuration is invalid.
    Config {
        /// What is wrong, and what to do instead.
        message: String,
    },
    /// Calls of [`Config`](crate::Config)'s setters are invalid; the report has one line for each.
    Settings {
        /// The mistakes, sorted by the places of their calls.
        mistakes: Vec<Mistake>,
    },
    /// The files on disk differ from those that the schema generates.
    Drift {
        /// The differences.
        drift: Vec<Drift>,
        /// The command that fixes them, if set by
        /// [`Config::mending_command`](crate::Config::mending_command).
        command: Option<String>,
    },
}

/// A file that could not be read.
#[derive(Debug)]
pub struct Unreadable {
    /// The file.
    pub path: PathBuf,
    /// The error of the system, and what to do.
    pub source: io::Error,
}

impl Error {
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Reports quote names, paths and the schema, and cargo prints them to a terminal.
        f.write_str(&printable(&self.text()?))
    }
}

impl Error {
    fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        let f = &mut text;
        match self {
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Unreadable { files } => {
                let lines: Vec<String> = files.iter().map(Unreadable::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
            Self::Schema { report } => write!(f, "the schema has faults\n\n{report:#}"),
            Self::Config { message } => f.write_str(message),
            Self::Settings { mistakes } => {
                let lines: Vec<String> = mistakes.iter().map(Mistake::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
            Self::Drift { drift, command } => {
                writeln!(f, "the generated files differ from what the schema generates:")?;
                for one in drift {
                    let (path, what) = match one {
                        Drift::Changed(path) => (path, "differs"),
                        Drift::Missing(path) => (path, "is missing"),
                        Drift::Stale(path) => (path, "is left over"),
                    };
                    writeln!(f, "  {} {what}", path.display())?;
                }
                match command {
                    Some(command) => write!(f, "to fix this, run: {command}"),
                    None => f.write_str("to fix this, generate again and commit the result"),
                }
            }
        }?;
        Ok(text)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.source)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Unreadable { files } => match &**files {
                [only] => Some(&only.source),
                _ => None,
            },
            Self::Schema { .. }
            | Self::Config { .. }
            | Self::Settings { .. }
            | Self::Drift { .. } => None,
        }
    }
}
