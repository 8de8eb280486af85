//! The output of generated types' `Debug`.

pub(crate) mod printer;
