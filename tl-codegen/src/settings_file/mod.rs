//! Settings in a file, `tl.toml`, which the command `tl` and build scripts read.
//!
//! A key is a flag of `tl generate` without its dashes, and `schemas` are the arguments. `manifest` alone is for `tl update`.

pub(crate) mod apply;
pub(crate) mod from_file;
pub(crate) mod keys;
pub(crate) mod read;
