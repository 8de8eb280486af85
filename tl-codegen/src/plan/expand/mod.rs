//! The first pass: the schema without types that take types.

pub(crate) mod expanded;
pub(crate) mod instance_name;
pub(crate) mod numbers;
pub(crate) mod params;
pub(crate) mod records;
pub(crate) mod results;
pub(crate) mod rows;
pub(crate) mod specialize;
pub(crate) mod tl_line;
pub(crate) mod unify;
