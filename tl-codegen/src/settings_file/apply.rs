//! Calls the setter of each key.

use std::path::{Path, PathBuf};

use typelang_parser::{Dialect, nearest};

use super::{from_file::FromFile, read::Entry};
use crate::{
    config::setters::Config,
    plan::model::memory::Memory,
    request::settings::{Serde, Text},
};

/// Finds a path of the file.
pub(super) type Resolve<'r> = dyn Fn(&Path) -> PathBuf + 'r;

const BUILT_IN: &str =
    "only the command has built-in schemas; name the files in `schemas` and `module`";

/// Calls the setter of an entry; the error says what is wrong with the value.
pub(super) fn apply(to: &mut FromFile, entry: &Entry, resolve: &Resolve<'_>) -> Result<(), String> {
    let value = entry.value().unwrap_or_default();
    let path = || resolve(Path::new(value));
    match entry.key() {
        "schemas" => {
            to.name_file("schemas", path(), &entry.place);
            to.schemas.push(path());
        }
        "out" => to.out = Some(path()),
        "root-file" => to.root_file = Some((value.to_owned(), entry.place.clone())),
        "crate" => to.is_crate = true,
        // The manifest that the command writes finds the runtime there, and `tl update` sets the version in the other.
        "runtime" | "manifest" => {}
        "secret" | "layer" => return Err(BUILT_IN.to_owned()),
        "docs" => {
            to.name_file("docs", path(), &entry.place);
            to.config.docs(path());
        }
        "facts" => _ = to.config.facts(path()),
        "module" => {
            let (name, file) = pair(value)?;
            let file = resolve(Path::new(file));
            to.name_file("module", file.clone(), &entry.place);
            to.add_module(name, file, &entry.place);
        }
        key if entry.value().is_none() => switch(&mut to.config, key),
        key => set(&mut to.config, key, value)?,
    }
    Ok(())
}

/// Sets what is `true`.
fn switch(config: &mut Config, key: &str) {
    match key {
        "no-format" => _ = config.format(false),
        "borrowed" => _ = config.text(Text::Borrowed),
        "arena" => _ = config.memory(Memory::Arena),
        "no-reflect" => _ = config.reflect(false),
        "serde" => _ = config.serde(Serde::Always),
        _ => {}
    }
}

/// Sets what has a value.
fn set(config: &mut Config, key: &str, value: &str) -> Result<(), String> {
    match key {
        "only" => _ = config.only([value]),
        "opaque" => _ = config.opaque([value]),
        "unknown" => _ = config.unknown([value]),
        "string-type" => _ = config.string_type(value),
        "bytes-type" => _ = config.bytes_type(value),
        "serde" => _ = config.serde(Serde::Feature(value.to_owned())),
        "server-feature" => _ = config.server_feature(value),
        "conversions-feature" => _ = config.conversions_feature(value),
        "method-traits-feature" => _ = config.method_traits_feature(value),
        "enum-limit" => _ = config.enum_limit(number(value)?),
        "file-limit" => _ = config.file_limit(number(value)?),
        "docs-url" => _ = config.docs_url(value),
        "boxed" => _ = config.boxed(value),
        "keep-flag-bits" => _ = config.keep_flag_bits(value),
        "dialect" => _ = config.dialect(dialect(value)?),
        _ => set_pair(config, key, pair(value)?),
    }
    Ok(())
}

fn set_pair(config: &mut Config, key: &str, (name, value): (&str, &str)) {
    match key {
        "module-feature" => _ = config.module_feature(name, value),
        "type-attribute" => _ = config.type_attribute(name, value),
        "field-attribute" => _ = config.field_attribute(name, value),
        "derive" => _ = config.derive(name, value),
        "rename" => _ = config.rename(name, value),
        "extern-path" => _ = config.extern_path(name, value),
        _ => {}
    }
}

fn pair(value: &str) -> Result<(&str, &str), String> {
    value.split_once('=').ok_or_else(|| "expected NAME=VALUE, or a table".to_owned())
}

fn number(value: &str) -> Result<u32, String> {
    value.parse().map_err(|_| format!("expected a number of bytes, found `{value}`"))
}

fn dialect(value: &str) -> Result<Dialect, String> {
    let all = [Dialect::Telegram, Dialect::Tdlib, Dialect::Ton, Dialect::Vk];
    all.into_iter().find(|dialect| dialect.to_string() == value).ok_or_else(|| {
        let names = all.map(|dialect| dialect.to_string());
        let near = nearest(value, names.iter().map(String::as_str));
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        format!("`{value}` is not one of {}{near}", names.join(", "))
    })
}
