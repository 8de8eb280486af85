//! The Rust examples of the reference's pages, each with the bytes that its page shows. `build.rs` writes
//! them.

/// An example that was compiled.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The method.
    pub name: &'static str,
    /// The bytes that the page shows.
    pub hex: &'static str,
    /// The bytes of the example.
    pub bytes: fn() -> Vec<u8>,
}

include!(concat!(env!("OUT_DIR"), "/examples.rs"));
