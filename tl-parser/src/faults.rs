//! Where faults go: warnings get the severity that the user wants, and comments allow some.

pub(crate) mod allow;
pub(crate) mod options;
pub(crate) mod sink;
