//! A struct is converted into an enum that does not hold it.

use typelang_ui::{enums::Peer, types::Reply};

fn main() {
    let peer: Peer = Reply::new(1).into();
    _ = peer;
}
