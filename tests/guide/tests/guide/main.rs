//! Checks the guide: its table, its links, its blocks, and the README's excerpt.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod blocks;
mod links;
mod mapping;
mod messages;
mod pages;
mod readme;
