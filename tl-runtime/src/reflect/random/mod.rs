//! Random values of any type, as bytes.

mod choice;
pub(crate) mod generator;
mod heights;
mod prng;
mod samples;
