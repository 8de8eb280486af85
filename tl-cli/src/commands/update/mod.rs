//! `tl update`: a project moved to a newer layer.

pub mod command;
mod package;
mod settings;
mod version;
