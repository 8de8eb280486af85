//! What `Debug` of generated types shows.

pub(crate) mod printer;
