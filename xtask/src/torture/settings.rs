//! The settings for generating a schema.

use std::fmt;

use typelang_codegen::{Config, Serde, Text};

use super::{chance::Chance, schema::Schema};

/// Settings that the seed chooses.
#[derive(Clone, Debug)]
pub(crate) struct Settings(Vec<Setting>);

/// One call of a setter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    Unformatted,
    Borrowed,
    CompactString,
    Bytes,
    NoReflect,
    Serde,
    SerdeFeature,
    ServerFeature,
    Hash,
    NonExhaustive,
    KeepFlagBits,
    EnumLimit(u32),
    FileLimit(u32),
    Only(String),
    Opaque(String),
    Module,
}

impl Settings {
    /// The settings that generate everything: serde's traits and derived traits.
    pub(crate) fn usual() -> Self {
        Self(vec![Setting::Serde, Setting::Hash])
    }

    /// Chooses settings that fit the schema, or seem to.
    pub(crate) fn of(seed: u64, schema: &Schema) -> Self {
        let chance = &mut Chance::new(seed ^ 0x5e77_1295);
        let mut all = Vec::new();
        let name = |chance: &mut Chance| {
            let one = chance.of(&schema.declarations);
            one.name.split('#').next().unwrap_or_default().to_owned()
        };
        // Neither predefined types nor types with parameters.
        let types: Vec<&String> = schema
            .declarations
            .iter()
            .filter(|one| !one.is_method)
            .map(|one| &one.result)
            .collect();
        let simple: Vec<&&String> = types.iter().filter(|one| !one.contains(' ')).collect();
        let result = |chance: &mut Chance| {
            if simple.is_empty() { String::new() } else { (**chance.of(&simple)).clone() }
        };
        let limit = 16 + chance.word() % 200;
        let bytes = 1_000 + chance.word() % 20_000;
        let choices = [
            (70, Setting::Unformatted),
            (25, Setting::Borrowed),
            (10, Setting::CompactString),
            (10, Setting::Bytes),
            (15, Setting::NoReflect),
            (35, Setting::Serde),
            (15, Setting::SerdeFeature),
            (25, Setting::ServerFeature),
            (25, Setting::Hash),
            (15, Setting::NonExhaustive),
            (20, Setting::KeepFlagBits),
            (20, Setting::EnumLimit(limit)),
            (15, Setting::FileLimit(bytes)),
            (10, Setting::Only(name(chance))),
            (10, Setting::Opaque(result(chance))),
            (6, Setting::Module),
        ];
        for (percent, setting) in choices {
            if chance.happens(percent) {
                all.push(setting);
            }
        }
        Self(all).sensible(schema)
    }

    /// Removes settings that contradict others, which would be refused.
    fn sensible(mut self, schema: &Schema) -> Self {
        let has_number = schema.declarations.iter().any(|one| one.fields.concat().contains(":#"));
        let has = |one| self.has(&one);
        let (no_reflect, serde, server) =
            (has(Setting::NoReflect), has(Setting::Serde), has(Setting::ServerFeature));
        self.0.retain(|one| match one {
            Setting::Serde => !no_reflect && !server,
            Setting::SerdeFeature => !no_reflect && (!serde || server),
            Setting::Opaque(name) => !no_reflect && !name.is_empty(),
            Setting::KeepFlagBits => has_number,
            _ => true,
        });
        self
    }

    pub(crate) fn has(&self, setting: &Setting) -> bool {
        self.0.contains(setting)
    }

    /// Returns whether some values are kept as bytes.
    pub(crate) fn has_opaque(&self) -> bool {
        self.0.iter().any(|one| matches!(one, Setting::Opaque(_)))
    }

    /// Removes the settings for items, which the schema may no longer have.
    pub(crate) fn without_selectors(&self) -> Self {
        let stays = |one: &&Setting| !matches!(one, Setting::Only(_) | Setting::Opaque(_));
        Self(self.0.iter().filter(stays).cloned().collect())
    }

    /// Removes one setting; returns `None` after the last one.
    pub(crate) fn without(&self, at: usize) -> Option<Self> {
        let mut rest = self.clone();
        (at < self.0.len()).then(|| {
            rest.0.remove(at);
            rest
        })
    }

    /// Returns the configuration for the schema.
    pub(crate) fn config(&self, schema: &Schema) -> Config {
        let mut config = Config::new();
        config.root_file("mod.rs").dialect(schema.dialect);
        for setting in &self.0 {
            match setting {
                Setting::Unformatted => config.format(false),
                Setting::Borrowed => config.text(Text::Borrowed),
                Setting::CompactString => config.string_type("::compact_str::CompactString"),
                Setting::Bytes => config.bytes_type("::bytes::Bytes"),
                Setting::NoReflect => config.reflect(false),
                Setting::Serde => config.serde(Serde::Always),
                Setting::SerdeFeature => config.serde(Serde::Feature("serde".to_owned())),
                Setting::ServerFeature => config.server_feature("server"),
                Setting::Hash => config.derive(".", "Hash"),
                Setting::NonExhaustive => config.type_attribute(".", "#[non_exhaustive]"),
                Setting::KeepFlagBits => config.keep_flag_bits("."),
                Setting::EnumLimit(bytes) => config.enum_limit(*bytes),
                Setting::FileLimit(bytes) => config.file_limit(*bytes),
                Setting::Only(name) => config.only([name]),
                Setting::Opaque(name) => config.opaque([name]),
                Setting::Module => config.module_sources("inner", schema.sources()),
            };
        }
        config
    }
}

impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}
