//! Collects diagnostics, applies the levels of warnings, and honors comments that allow warnings.

pub(crate) mod allow;
pub(crate) mod options;
pub(crate) mod sink;
