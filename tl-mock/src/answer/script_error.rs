//! Why a script cannot be read.

use std::fmt;

/// Why a script cannot be read: all lines that are at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptError {
    lines: Vec<BadLine>,
}

/// A line of a script that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BadLine {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, and what to write instead.
    pub problem: String,
}

impl ScriptError {
    pub(super) const fn new(lines: Vec<BadLine>) -> Self {
        Self { lines }
    }

    /// The lines at fault, in their order; at least one.
    #[must_use]
    pub fn lines(&self) -> &[BadLine] {
        &self.lines
    }
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.lines.iter().map(BadLine::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

impl std::error::Error for ScriptError {}
