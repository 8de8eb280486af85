//! Why nothing was generated.

use core::fmt;
use std::{fmt::Write as _, io, path::PathBuf};

use typelang_parser::printable;

use crate::{faults::Faults, output::Drift, request::call::Mistake};

/// Why nothing was generated, or why a check failed.
///
/// `Debug` prints the same report as `Display`, so that `?` in a build script's `main` and `.unwrap()` read well.
#[non_exhaustive]
pub enum Error {
    /// A file could not be read or written.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The schema has faults; the report shows each with its place and its remedy.
    Schema {
        /// The faults, which are written as a report.
        report: Faults,
    },
    /// The configuration asks for something that cannot be.
    Config {
        /// What, and what to do instead.
        message: String,
    },
    /// Calls of [`Config`](crate::Config)'s setters ask for something that cannot be; the report has a line for each.
    Settings {
        /// The calls, by their places.
        mistakes: Vec<Mistake>,
    },
    /// The files on disk are not what the schema generates.
    Drift {
        /// How they differ.
        drift: Vec<Drift>,
        /// The command that mends it, where [`Config::mending_command`](crate::Config::mending_command) named one.
        command: Option<String>,
    },
}

impl Error {
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Reports quote names, paths and the schema, and cargo shows them on a terminal.
        f.write_str(&printable(&self.text()?))
    }
}

impl Error {
    fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        let f = &mut text;
        match self {
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Schema { report } => write!(f, "the schema has faults\n\n{report:#}"),
            Self::Config { message } => f.write_str(message),
            Self::Settings { mistakes } => {
                let lines: Vec<String> = mistakes.iter().map(Mistake::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
            Self::Drift { drift, command } => {
                writeln!(f, "the generated files are not what the schema generates:")?;
                for one in drift {
                    let (path, what) = match one {
                        Drift::Changed(path) => (path, "differs"),
                        Drift::Missing(path) => (path, "is missing"),
                        Drift::Stale(path) => (path, "is left over"),
                    };
                    writeln!(f, "  {} {what}", path.display())?;
                }
                match command {
                    Some(command) => write!(f, "to mend this, run: {command}"),
                    None => f.write_str("to mend this, generate again and commit what that wrote"),
                }
            }
        }?;
        Ok(text)
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
            Self::Schema { .. }
            | Self::Config { .. }
            | Self::Settings { .. }
            | Self::Drift { .. } => None,
        }
    }
}
