//! typelang's owned types alone.

mod sample;

use typelang_runtime::{Decode, Encode};
use typelang_telegram::enums::messages::Messages;

fn main() {
    sample::print(|wire| Messages::from_bytes(wire).unwrap(), |value, out| value.encode_into(out));
}
