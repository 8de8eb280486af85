//! The flags of `tl generate`.

use std::path::PathBuf;

use typelang_codegen::{Config, Memory, Serde, Text};
use typelang_parser::{Dialect, Sources};

use super::manifest::is_package_name;
use crate::shared::{
    dialect::dialect, embedded, item_settings::ItemSettings, layer::Layer, selection::Selection,
};

/// The arguments of `tl generate`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Generate {
    /// Schema files, or `-`; several are read as one schema [default: Telegram's API, built in, with MTProto as the
    /// module `mtproto`]
    #[arg(value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its field is documented")]
    pub layer: Layer,
    /// Write to this folder
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Write nothing; fail if a file differs from what would be written
    #[arg(long)]
    pub check: bool,
    /// Generate another schema as a module; may be repeated
    #[arg(long = "module", value_name = "NAME=FILE", value_parser = module, requires = "schemas")]
    pub modules: Vec<Module>,
    /// With the built-in schema: also generate secret chats, as the module `secret`
    #[arg(long, conflicts_with = "schemas")]
    pub secret: bool,
    /// Make the output folder a crate with this name: write the code to src, and a Cargo.toml if there is none
    #[arg(long = "crate", value_name = "NAME", value_parser = package_name)]
    pub package: Option<String>,
    /// With --crate: depend on typelang-runtime in this folder instead of the registry, where it is not published yet
    #[arg(long, value_name = "DIR", requires = "package")]
    pub runtime: Option<PathBuf>,
    /// Name of the root file [default: lib.rs with --crate, else mod.rs]
    #[arg(long, value_name = "NAME")]
    pub root_file: Option<String>,
    /// Skip formatting: a little faster, but with long lines and without blank ones
    #[arg(long)]
    pub no_format: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would take them for help of the whole command")]
    pub selection: Selection,
    /// Hold strings and bytes as slices of the input: `&str` and `&[u8]`
    #[arg(long)]
    pub borrowed: bool,
    /// Make all types `Copy`, with all parts of a value in one arena: `&[T]`, `&T`, `&str` and `&[u8]`
    #[arg(long, conflicts_with_all = ["string_type", "bytes_type"])]
    pub arena: bool,
    /// Hold strings in this type, such as `::compact_str::CompactString`
    #[arg(long, value_name = "PATH")]
    pub string_type: Option<String>,
    /// Hold bytes in this type, such as `::bytes::Bytes`
    #[arg(long, value_name = "PATH")]
    pub bytes_type: Option<String>,
    /// Leave out the compiled schema: `Debug` is derived, and errors have no path
    #[arg(long, conflicts_with = "opaque")]
    pub no_reflect: bool,
    /// Implement serde's traits, or with FEATURE, only with this feature of the crate around the code
    #[arg(long, value_name = "FEATURE", num_args = 0..=1, require_equals = true, value_parser = feature_name)]
    #[arg(conflicts_with = "no_reflect")]
    pub serde: Option<Option<String>>,
    /// Let methods be decoded, as servers do, only with this feature of the crate around the code
    #[arg(long, value_name = "FEATURE", value_parser = feature_name)]
    pub server_feature: Option<String>,
    /// Convert enums to structs, by `TryFrom` and `as_…`, only with this feature of the crate around the code
    #[arg(long, value_name = "FEATURE", value_parser = feature_name)]
    pub conversions_feature: Option<String>,
    /// Implement `Debug`, `Clone`, `PartialEq` and `Eq` for methods only with this feature of the crate around the code
    #[arg(long, value_name = "FEATURE", value_parser = feature_name)]
    pub method_traits_feature: Option<String>,
    /// Compile the module NAME only with this feature of the crate around the code; may be repeated
    #[arg(long = "module-feature", value_name = "NAME=FEATURE", value_parser = module_feature)]
    pub module_features: Vec<(String, String)>,
    /// Box payloads that make an enum larger than this [default: 32, or 24 with --arena]
    #[arg(long, value_name = "BYTES")]
    pub enum_limit: Option<u32>,
    /// Split files that are larger than this, by estimate [default: 250000]
    #[arg(long, value_name = "BYTES")]
    pub file_limit: Option<u32>,
    /// Take documentation from this file, in the format of docs/docs-file.md; may be repeated
    #[arg(long, value_name = "FILE")]
    pub docs: Vec<PathBuf>,
    /// Take facts from the tables errors.tsv, callers.tsv and since.tsv of a folder; may be repeated
    #[arg(long, value_name = "DIR")]
    pub facts: Vec<PathBuf>,
    /// Link docs to a reference, such as `https://example.org/{kind}/{name}.html`
    #[arg(long, value_name = "URL")]
    pub docs_url: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would take them for help of the whole command")]
    pub items: ItemSettings,
    /// Read all schemas in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

/// A schema that is generated into a module of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The module's name.
    pub name: String,
    /// The schema's file.
    pub file: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  tl generate --out telegram --crate telegram
      Telegram's API and MTProto as a crate
  tl generate --secret --module-feature secret=secret --out telegram --crate telegram
      the same with secret chats, behind the feature `secret`
  tl generate schema/my.tl --out src/my
      a module of your crate: `mod my;`
  tl generate --only messages.sendMessage --only 'auth.*' --opaque Update --out src/telegram
      a part of Telegram's API, with updates kept as bytes; `tl cost` helps to choose
  tl generate --layer 224 --out src/layer_224
      an older layer, to read what was stored then
  tl generate schema/my.tl --out src/my --check
      in CI: fail if the files do not match the schema

A file tl.toml in the current folder holds settings: each key is a flag without its dashes, and \
`schemas` are the arguments. `tl init SCHEMA` writes one. Flags replace the keys of the same name.

Current files are not touched. Generated files of an earlier run that are no longer generated are \
removed.";

impl Generate {
    /// The settings that these flags make; `command` mends a folder that is out of date.
    pub(super) fn config(&self, modules: &[(String, Sources)], command: &str) -> Config {
        let mut config = Config::new();
        let root_file = if self.package.is_some() { "lib.rs" } else { "mod.rs" };
        config.root_file(self.root_file.as_deref().unwrap_or(root_file));
        config.format(!self.no_format);
        config.mending_command(command);
        self.selection.apply(&mut config);
        if let Some(dialect) = self.dialect {
            config.dialect(dialect);
        }
        if self.borrowed {
            config.text(Text::Borrowed);
        }
        if self.arena {
            config.memory(Memory::Arena);
        }
        if let Some(path) = &self.string_type {
            config.string_type(path);
        }
        self.limits(&mut config);
        self.items.apply(&mut config);
        if self.schemas.is_empty() {
            embedded::add_facts(&mut config);
        }
        for path in &self.docs {
            config.docs(path);
        }
        for folder in &self.facts {
            config.facts(folder);
        }
        if let Some(pattern) = &self.docs_url {
            config.docs_url(pattern);
        }
        config.reflect(!self.no_reflect);
        config.serde(self.serde());
        self.features(&mut config);
        if let Some(path) = &self.bytes_type {
            config.bytes_type(path);
        }
        self.modules(modules, &mut config);
        config
    }

    fn limits(&self, config: &mut Config) {
        if let Some(bytes) = self.file_limit {
            config.file_limit(bytes);
        }
        if let Some(bytes) = self.enum_limit {
            config.enum_limit(bytes);
        }
    }

    fn features(&self, config: &mut Config) {
        if let Some(feature) = &self.server_feature {
            config.server_feature(feature);
        }
        if let Some(feature) = &self.conversions_feature {
            config.conversions_feature(feature);
        }
        if let Some(feature) = &self.method_traits_feature {
            config.method_traits_feature(feature);
        }
    }

    fn modules(&self, modules: &[(String, Sources)], config: &mut Config) {
        for (name, sources) in modules {
            config.module_sources(name, sources.clone());
        }
        for (name, feature) in &self.module_features {
            config.module_feature(name, feature);
        }
    }

    /// When serde's traits are implemented.
    pub(super) fn serde(&self) -> Serde {
        match &self.serde {
            None => Serde::Never,
            Some(None) => Serde::Always,
            Some(Some(feature)) => Serde::Feature(feature.clone()),
        }
    }

    /// Where the code goes: a crate's is in its `src`.
    pub(super) fn code_dir(&self) -> PathBuf {
        if self.package.is_some() { self.out.join("src") } else { self.out.clone() }
    }
}

/// Parses `NAME=FILE`.
fn module(text: &str) -> Result<Module, String> {
    let parts = text.split_once('=').filter(|(_, file)| !file.is_empty());
    let (name, file) = parts.ok_or("expected NAME=FILE, such as mtproto=mtproto.tl")?;
    Ok(Module { name: name.to_owned(), file: file.into() })
}

/// Parses `NAME=FEATURE`.
fn module_feature(text: &str) -> Result<(String, String), String> {
    let (name, feature) =
        text.split_once('=').ok_or("expected NAME=FEATURE, such as mtproto=mtproto")?;
    Ok((name.to_owned(), feature_name(feature)?))
}

/// Parses the name after `--serde=`.
fn feature_name(name: &str) -> Result<String, String> {
    let wish = "expected a feature: a letter, then letters, digits, `-` and `_`";
    if is_package_name(name) { Ok(name.to_owned()) } else { Err(wish.to_owned()) }
}

/// Parses the name after `--crate`.
fn package_name(name: &str) -> Result<String, String> {
    let wish = "expected a letter, then letters, digits, `-` and `_`";
    if is_package_name(name) { Ok(name.to_owned()) } else { Err(wish.to_owned()) }
}
