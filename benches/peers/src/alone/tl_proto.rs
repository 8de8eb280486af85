//! tl-proto's owned types alone.

mod sample;
#[path = "../tlp.rs"]
mod tlp;

use tl_proto::TlWrite;
use tlp::owned::Messages;

fn main() {
    sample::print(
        |wire| tl_proto::deserialize::<Messages>(wire).unwrap(),
        |value, out| value.write_to(out),
    );
}
