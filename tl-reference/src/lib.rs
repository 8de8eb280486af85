#![doc = include_str!("../README.md")]

pub mod example;
pub mod facts;
mod file;
pub mod html;
pub mod markdown;
pub mod model;
mod prose;
pub mod terminal;

pub use self::file::File;
