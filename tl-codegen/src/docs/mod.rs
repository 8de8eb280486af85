//! Docs that are not in the schema.

pub(crate) mod docs_file;
pub(crate) mod method;
