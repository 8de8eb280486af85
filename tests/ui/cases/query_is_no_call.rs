//! The query of a wrapper is not a method.

use typelang_runtime::Function;
use typelang_ui::{
    functions::{InitConnection, InvokeWithLayer},
    types::Config,
};

fn send<F: Function>(_: &F) {}

fn main() {
    let query = InitConnection::new(1, Config { dc: 0 });
    send(&InvokeWithLayer { layer: 1, query });
}
