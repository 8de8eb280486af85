//! Where the schemas are, and how they are read.

#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use typelang_codegen::{Config, Dialect, Serde, Sources, Text};

/// A folder of this package.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The schemas by name, each with its text.
pub(crate) fn schemas() -> Vec<(String, String)> {
    let mut schemas: Vec<_> = fs::read_dir(folder("schemas"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    schemas.sort();
    schemas
}

/// A schema of one file.
pub(crate) fn sources(name: &str, text: &str) -> Sources {
    let mut sources = Sources::new();
    sources.add(format!("{name}.tl"), text);
    sources
}

/// The settings of the golden of this name.
pub(crate) fn config(name: &str) -> Config {
    let mut config = Config::new();
    config.root_file("mod.rs");
    match name {
        "borrowed" => config.text(Text::Borrowed).serde(Serde::Always),
        "reserved" => {
            config.serde(Serde::Always).derive(".", "Hash").derive("schemaTwo", "Default")
        }
        "empty" | "limits" | "serde" => config.serde(Serde::Always),
        "hashes" => config.derive(".", "Hash"),
        "other_text" => {
            config.string_type("::compact_str::CompactString").bytes_type("::bytes::Bytes")
        }
        "ton" => config.dialect(Dialect::Ton),
        "vk" => config.dialect(Dialect::Vk),
        "kept_bits" => config.keep_flag_bits("."),
        "docs_file" => config.docs(folder("docs/docs_file.txt")),
        "parts" => config.file_limit(6_000),
        "requests" => config
            .rename("messages.send", "SendText")
            .rename("Reply.replyNone", "Nothing")
            .rename("person.photo", "picture")
            .boxed("person.photo")
            .boxed("album.cover")
            .boxed("album.last")
            .derive(".", "Hash")
            .derive("messages", "PartialOrd")
            .field_attribute("reply.text", "#[doc(alias = \"caption\")]")
            .field_attribute("Reply.replyNone", "#[doc(alias = \"silence\")]")
            .type_attribute("person", "#[non_exhaustive]")
            .type_attribute("Reply", "#[non_exhaustive]"),
        "only" => config.only(["messages.send", "auth.*"]),
        "opaque" => config.opaque(["Update", "Media", "Point"]),
        "opaque_borrowed" => config.opaque(["Update"]).text(Text::Borrowed),
        _ => &mut config,
    };
    config
}
