//! A server of MTProto with typed handlers.
//!
//! [`server`] lists the methods that it answers by the types that its closures take; the other methods of the API are
//! not even compiled. `typelang-mock` does the rest: the exchange of keys, encryption, containers and compression. The
//! client in `main.rs` is `examples/client`.

mod config;
pub mod server;
