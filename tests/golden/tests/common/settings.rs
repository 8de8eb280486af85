//! Applies the settings of a golden to a `Config`.

use typelang_codegen::{Config, Dialect, Memory, Serde, Text};

use super::{
    folder,
    head::{Head, Setting},
};

/// Reads the settings at the head of a schema.
pub(crate) fn config(schema: &str) -> Result<Config, String> {
    let mut config = Config::new();
    config.root_file("mod.rs");
    for setting in &Head::read(schema)?.settings {
        set(&mut config, setting)?;
    }
    Ok(config)
}

/// Applies one setting.
fn set(config: &mut Config, &Setting { name, value }: &Setting<'_>) -> Result<(), String> {
    match (name, value) {
        ("serde", "always") => config.serde(Serde::Always),
        ("text", "borrowed") => config.text(Text::Borrowed),
        ("memory", "arena") => config.memory(Memory::Arena),
        ("dialect", "telegram") => config.dialect(Dialect::Telegram),
        ("dialect", "tdlib") => config.dialect(Dialect::Tdlib),
        ("dialect", "ton") => config.dialect(Dialect::Ton),
        ("dialect", "vk") => config.dialect(Dialect::Vk),
        ("file_limit", bytes) => {
            config.file_limit(bytes.parse().map_err(|_| format!("`{bytes}` is not a number"))?)
        }
        ("string_type", path) => config.string_type(path),
        ("bytes_type", path) => config.bytes_type(path),
        ("docs", file) => config.docs(folder(file)),
        ("facts", path) => config.facts(folder(path)),
        ("docs_url", pattern) => config.docs_url(pattern),
        ("keep_flag_bits", selector) => config.keep_flag_bits(selector),
        ("boxed", selector) => config.boxed(selector),
        ("only", root) => config.only([root]),
        ("opaque", ty) => config.opaque([ty]),
        ("unknown", ty) => config.unknown([ty]),
        ("server_feature", feature) => config.server_feature(feature),
        ("conversions_feature", feature) => config.conversions_feature(feature),
        ("method_traits_feature", feature) => config.method_traits_feature(feature),
        _ => return set_of(config, name, value),
    };
    Ok(())
}

/// Applies one setting that has a selector.
fn set_of(config: &mut Config, name: &str, value: &str) -> Result<(), String> {
    let unknown = || format!("unknown setting `{name}` with `{value}`; add it to `settings.rs`");
    let (selector, value) = value.split_once('=').ok_or_else(unknown)?;
    match name {
        "extern_path" => config.extern_path(selector, value),
        "rename" => config.rename(selector, value),
        "derive" => config.derive(selector, value),
        "type_attribute" => config.type_attribute(selector, value),
        "field_attribute" => config.field_attribute(selector, value),
        _ => return Err(unknown()),
    };
    Ok(())
}
