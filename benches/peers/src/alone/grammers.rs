//! grammers' types alone.

mod sample;

use grammers_tl_types::{Deserializable, Serializable, enums::messages::Messages};

fn main() {
    sample::print(
        |wire| Messages::from_bytes(wire).unwrap(),
        |value: &Messages, out| value.serialize(out),
    );
}
