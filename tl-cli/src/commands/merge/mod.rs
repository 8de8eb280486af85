//! `tl merge`: several schemas as one.

mod choice;
pub mod command;
mod declared;
mod kept;
