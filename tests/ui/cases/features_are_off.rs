//! A client without the features for conversions and for traits of methods.

use typelang_ui::{enums::Peer, functions::GetConfig, types::PeerUser};

fn main() {
    let peer = Peer::Empty;
    _ = peer.as_user();
    _ = PeerUser::try_from(peer);
    let call = GetConfig;
    println!("{call:?}");
    _ = call.clone();
    _ = call == GetConfig;
}
