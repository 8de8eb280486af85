//! The settings for generating a schema.

use std::fmt;

use typelang_codegen::{Config, Memory, Named, NamedKind, Serde, Text};

use super::{chance::Chance, schema::Schema};

/// Settings that the seed chooses.
#[derive(Clone, Debug)]
pub(crate) struct Settings(Vec<Setting>);

/// One call of a setter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    Unformatted,
    Borrowed,
    Arena,
    CompactString,
    Bytes,
    NoReflect,
    Serde,
    SerdeFeature,
    ServerFeature,
    ConversionsFeature,
    MethodTraitsFeature,
    Hash,
    NonExhaustive,
    KeepFlagBits,
    EnumLimit(u32),
    FileLimit(u32),
    Only(String),
    Opaque(String),
    /// A place for values of other layers.
    Unknown(String),
    /// The same schema once more, in the module [`INNER`].
    Module,
    /// Another name for a combinator, a type or a field.
    Rename(String, &'static str),
    /// A field behind a `Box`.
    Boxed(String),
    /// The type in the module [`INNER`] instead of the root's.
    Extern(String),
}

/// The name of the inner module.
pub(crate) const INNER: &str = "inner";

/// The name in paths for the module of the case, which is not known when code is generated.
pub(crate) const PLACE: &str = "place_of_case";

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
        let simple: Vec<&String> = types.into_iter().filter(|one| !one.contains(' ')).collect();
        let result = |chance: &mut Chance| any(chance, &simple);
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
        all.extend(of_items(seed, schema, &simple));
        all.extend(of_layers(seed, &simple));
        all.extend(of_parts(seed));
        // With a chance of its own, so that seeds keep their other settings.
        if Chance::new(seed ^ 0xa2e4_a000).happens(20) {
            all.push(Setting::Arena);
        }
        Self(all).sensible(schema)
    }

    /// Removes settings that contradict others, which would be refused.
    fn sensible(mut self, schema: &Schema) -> Self {
        let has_number = schema.declarations.iter().any(|one| one.fields.concat().contains(":#"));
        let has = |one| self.has(&one);
        let (no_reflect, serde, server) =
            (has(Setting::NoReflect), has(Setting::Serde), has(Setting::ServerFeature));
        let arena = has(Setting::Arena);
        let (borrowed, module) = (has(Setting::Borrowed) || arena, has(Setting::Module));
        self.0.retain(|one| match one {
            Setting::Serde => !no_reflect && !server,
            Setting::SerdeFeature => !no_reflect && (!serde || server),
            Setting::Opaque(name) => !no_reflect && !name.is_empty(),
            Setting::KeepFlagBits => has_number,
            // Text is borrowed.
            Setting::CompactString | Setting::Bytes => !arena,
            Setting::Rename(name, _) | Setting::Boxed(name) => !name.is_empty(),
            Setting::Unknown(_) => !no_reflect,
            // The other type does not borrow for the lifetime of this one.
            Setting::Extern(name) => !name.is_empty() && !borrowed && !module,
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

    /// Returns whether some types are those of the inner module.
    pub(crate) fn has_extern(&self) -> bool {
        self.0.iter().any(|one| matches!(one, Setting::Extern(_)))
    }

    /// Returns the type with a place for values of other layers.
    pub(crate) fn unknown(&self) -> Option<&str> {
        self.0.iter().find_map(|one| match one {
            Setting::Unknown(ty) => Some(ty.as_str()),
            _ => None,
        })
    }

    /// Removes the settings for items, which the schema may no longer have.
    pub(crate) fn without_selectors(&self) -> Self {
        let stays = |one: &&Setting| {
            !matches!(
                one,
                Setting::Only(_)
                    | Setting::Opaque(_)
                    | Setting::Unknown(_)
                    | Setting::Rename(..)
                    | Setting::Boxed(_)
                    | Setting::Extern(_)
            )
        };
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
                Setting::Arena => config.memory(Memory::Arena),
                Setting::CompactString => config.string_type("::compact_str::CompactString"),
                Setting::Bytes => config.bytes_type("::bytes::Bytes"),
                Setting::NoReflect => config.reflect(false),
                Setting::Serde => config.serde(Serde::Always),
                Setting::SerdeFeature => config.serde(Serde::Feature("serde".to_owned())),
                Setting::ServerFeature => config.server_feature("server"),
                Setting::ConversionsFeature => config.conversions_feature("conversions"),
                Setting::MethodTraitsFeature => config.method_traits_feature("method-traits"),
                Setting::Hash => config.derive(".", "Hash"),
                Setting::NonExhaustive => config.type_attribute(".", "#[non_exhaustive]"),
                Setting::KeepFlagBits => {
                    // The walker has one schema for both modules.
                    if self.has(&Setting::Module) || self.has_extern() {
                        config.keep_flag_bits(format!("{INNER}::."));
                    }
                    config.keep_flag_bits(".")
                }
                Setting::EnumLimit(bytes) => config.enum_limit(*bytes),
                Setting::FileLimit(bytes) => config.file_limit(*bytes),
                Setting::Only(name) => config.only([name]),
                Setting::Opaque(name) => config.opaque([name]),
                Setting::Unknown(name) => config.unknown([name]),
                Setting::Module => config.module_sources(INNER, schema.sources()),
                Setting::Rename(item, name) => config.rename(item, *name),
                Setting::Boxed(field) => config.boxed(field),
                Setting::Extern(ty) => {
                    config.module_sources(INNER, schema.sources());
                    config.extern_path(ty, inner_path(schema, ty))
                }
            };
        }
        config
    }
}

/// Chooses settings for single items. They have chances of their own, so that seeds keep their other settings.
fn of_items(seed: u64, schema: &Schema, types: &[&String]) -> Vec<Setting> {
    let chance = &mut Chance::new(seed ^ 0x17e3_5e77);
    let (mut names, mut fields, mut holders) = (Vec::new(), Vec::new(), Vec::new());
    for one in &schema.declarations {
        let name = one.name.split('#').next().unwrap_or_default();
        names.push(name.to_owned());
        for (field, ty) in one.fields.iter().filter_map(|field| field.split_once(':')) {
            let ty = ty.rsplit('?').next().unwrap_or_default();
            fields.push(format!("{name}.{field}"));
            holders.extend(types.iter().any(|one| *one == ty).then(|| format!("{name}.{field}")));
        }
    }
    let renamed = if chance.happens(50) { &names } else { &fields };
    let renamed = any(chance, renamed);
    let word = *chance.of(&["Renamed", "renamed", "r#type", "Self_"]);
    let choices = [
        (25, Setting::Rename(renamed, word)),
        (20, Setting::Boxed(any(chance, &holders))),
        (15, Setting::Extern(any(chance, types))),
    ];
    choices
        .into_iter()
        .filter_map(|(percent, one)| chance.happens(percent).then_some(one))
        .collect()
}

/// Chooses parts of the code that have a feature; again with chances of their own.
fn of_parts(seed: u64) -> Vec<Setting> {
    let chance = &mut Chance::new(seed ^ 0x0ff0_9a27);
    let choices = [Setting::ConversionsFeature, Setting::MethodTraitsFeature];
    choices.into_iter().filter(|_| chance.happens(25)).collect()
}

/// Chooses an enum that has a place for values of other layers; again with chances of its own.
fn of_layers(seed: u64, types: &[&String]) -> Option<Setting> {
    let chance = &mut Chance::new(seed ^ 0x1a7e_2517);
    let is_enum = |ty: &&&String| types.iter().filter(|other| other == ty).count() > 1;
    let enums: Vec<&String> = types.iter().filter(is_enum).copied().collect();
    let one = any(chance, &enums);
    (chance.happens(40) && !one.is_empty()).then_some(Setting::Unknown(one))
}

/// Picks one; returns an empty text if there is none.
fn any(chance: &mut Chance, all: &[impl AsRef<str>]) -> String {
    if all.is_empty() { String::new() } else { chance.of(all).as_ref().to_owned() }
}

/// Returns the path of a type in the inner module.
fn inner_path(schema: &Schema, ty: &str) -> String {
    let names = Config::new().dialect(schema.dialect).names(&schema.sources());
    let is_it = |one: &&Named| one.kind == NamedKind::Type && one.tl == ty;
    let path = names.ok().and_then(|names| Some(names.iter().find(is_it)?.rust.clone()));
    format!("crate::{PLACE}::{INNER}::{}", path.unwrap_or_default())
}

impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}
