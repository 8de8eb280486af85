//! `tl mock`: a server that clients connect to.

pub mod command;
mod scripts;
