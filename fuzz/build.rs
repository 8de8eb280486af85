//! Generates what the targets read of layer 230, with all parts of a value in one arena.

use std::error::Error;

use typelang_codegen::{Config, Memory};

const API: &str = "../schema/telegram/api.tl";

fn main() -> Result<(), Box<dyn Error>> {
    let roots = [
        "JSONValue",
        "PageBlock",
        "RichText",
        "Update",
        "Updates",
        "messages.Messages",
        "messages.DialogFilters",
        "messages.sendMedia",
        "messages.getHistory",
        "contacts.getContactIDs",
        "initConnection",
        "invokeWithLayer",
        "invokeAfterMsgs",
        "help.getConfig",
    ];
    let mut config = Config::new();
    config.memory(Memory::Arena).unknown(["Update", "MessageMedia"]).only(roots);
    config.compile(&[API])?;
    Ok(())
}
