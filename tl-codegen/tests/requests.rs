//! The requests that the README shows, made of Telegram's schema.

#![allow(clippy::unwrap_used, reason = "tests fail so")]

use std::fs;

use typelang_codegen::{Config, Sources};

fn ask(config: &mut Config) {
    config
        .rename("messages.sendMessage", "SendText") // a struct, an enum, a variant or a field
        .derive(".", "Hash")
        .type_attribute(".", "#[non_exhaustive]")
        .field_attribute("user.first_name", "#[doc(alias = \"name\")]")
        .boxed("user.photo")
        .extern_path("Peer", "::my::Peer");
}

#[test]
fn what_the_readme_asks_for_can_be_had() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../schema/telegram/api.tl");
    let mut sources = Sources::new();
    sources.add("api.tl", fs::read_to_string(path).unwrap());
    let mut config = Config::new();
    ask(&mut config);
    let names = config.plan(&sources).unwrap().names;
    let rust = |tl: &str| names.iter().find(|name| name.tl == tl).unwrap().rust.as_str();
    assert_eq!(rust("messages.sendMessage"), "functions::messages::SendText");
    assert_eq!(rust("Peer"), "::my::Peer");
}
