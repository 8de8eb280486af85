//! A server without the feature `server`.

use typelang_runtime::{Decode, Router};
use typelang_ui::{functions::GetConfig, types::Config};

fn main() {
    _ = Router::<()>::new().on(|(), _: GetConfig| Ok(Config { dc: 0 }));
    _ = GetConfig::from_bytes(&[]);
}
