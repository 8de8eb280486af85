//! The last pass: the files, and what is listed beside them.

pub(crate) mod files;
pub(crate) mod names_list;
pub(crate) mod table;
