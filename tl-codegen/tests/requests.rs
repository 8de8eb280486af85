//! Applies the settings that the guide shows to Telegram's schema.

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

fn ask_for_a_module(config: &mut Config) {
    config
        .module("mtproto", &["schema/telegram/mtproto.tl"])
        .derive("mtproto::.", "Hash")
        .only(["messages.sendMessage", "mtproto::ping"]);
}

#[test]
fn the_settings_of_the_guide_take_effect() {
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

#[test]
fn the_settings_of_the_guide_for_a_module_take_effect() {
    // As in a build script, whose paths are relative to the package.
    std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).unwrap();
    let mut sources = Sources::new();
    sources.add("api.tl", fs::read_to_string("schema/telegram/api.tl").unwrap());
    let mut config = Config::new();
    ask_for_a_module(&mut config);
    let files = config.format(false).generate(&sources).unwrap().files;
    let structs = |path: &str| files[path].matches("pub struct").count();
    assert_eq!((structs("mtproto/functions.rs"), structs("functions/messages.rs")), (1, 1));
    assert!(files["mtproto/functions.rs"].contains("tl::Hash for Ping"));
}

#[test]
fn settings_that_are_no_rust_are_left_to_rustc() {
    let mut sources = Sources::new();
    sources.add("a.tl", "b = B;\na x:B = A;\nc x:int = C;\n");
    // The formatter lays out a type with arguments, and fails.
    for path in ["::my::match", "::my::match<u8>"] {
        let mut config = Config::new();
        config.extern_path("B", path);
        let files = config.generate(&sources).unwrap().files;
        let types = &files["types.rs"];
        assert!(types.contains(&format!("\n    pub x: {path},\n")), "{types}");
        assert!(types.contains("pub struct C {"), "{types}");
    }
}

#[test]
fn a_name_that_the_generator_uses_is_refused() {
    let mut sources = Sources::new();
    sources.add("a.tl", "a x:int = A;\n");
    for name in ["__cut", "__cut_", "Schema"] {
        let report = Config::new().rename("a.x", name).generate(&sources).unwrap_err().to_string();
        assert!(report.contains("choose another"), "{report}");
    }
}
