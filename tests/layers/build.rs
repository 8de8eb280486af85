//! Generates the parts of three layers that the client needs.

use std::{env, path::Path};

use typelang_codegen::{Config, Error, Text};

/// The methods that the client calls.
const CALLS: [&str; 8] = [
    "invokeWithLayer",
    "initConnection",
    "help.getConfig",
    "users.getUsers",
    "contacts.resolveUsername",
    "messages.sendMessage",
    "messages.getHistory",
    "updates.getState",
];

/// The types that the client does not look into.
const OPAQUE: [&str; 4] = ["MessageAction", "MessageMedia", "PageBlock", "RichText"];

/// The types that have a place for values of other layers.
const UNKNOWN: [&str; 2] = ["Chat", "Update"];

fn main() -> Result<(), Error> {
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    for (layer, file) in [("224", "api-224.tl"), ("229", "api-229.tl"), ("230", "api.tl")] {
        let mut config = Config::new();
        config.only(CALLS).opaque(OPAQUE).unknown(UNKNOWN);
        config.out_dir(Path::new(&out).join(layer)).root_file("mod.rs");
        config.compile(&[Path::new("../../schema/telegram").join(file)])?;
    }
    // One response of an old layer, with the other kinds of text.
    let old = Path::new("../../schema/telegram/api-224.tl");
    let part = |kind: &str| {
        let mut config = Config::new();
        config.only(["contacts.resolveUsername"]).unknown(["Chat"]);
        config.out_dir(Path::new(&out).join(kind)).root_file("mod.rs");
        config
    };
    part("borrowed").text(Text::Borrowed).compile(&[old])?;
    part("shared").bytes_type("::bytes::Bytes").compile(&[old])?;
    Ok(())
}
