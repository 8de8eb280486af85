//! From settings to wishes: what the user wrote is read as the Rust that it has to be, and all that is wrong is noted.

use quote::ToTokens;
use syn::{Token, parse::Parser, punctuated::Punctuated};

use super::{
    Config, Serde, Set, Text,
    requests::{Asked, Kind},
};
use crate::{
    call::{Call, Mistake},
    plan::{
        build::Wishes,
        model::{
            names::SCHEMA,
            rust::Name,
            text::{TextType, TextTypes},
        },
        requests::{Request, Wish},
    },
};

/// What an enum takes whose payloads are all boxed.
const LEAST_ENUM_LIMIT: u32 = 16;

impl Config {
    /// The settings for the root's schema, read as Rust, with the mistakes in all of them.
    pub(super) fn wishes(&self) -> Wishes {
        let (mut wishes, mut mistakes) = (Wishes::default(), Vec::new());
        self.expect_root_file(&mut mistakes);
        self.expect_requests(&mut mistakes);
        self.ask_for(None, &mut wishes);
        wishes.no_reflection = !self.reflect;
        wishes.max_reports = self.max_reports;
        wishes.file_limit = self.file_limit;
        match &self.enum_limit {
            Some(Set { call, value: ..LEAST_ENUM_LIMIT }) => {
                let least = LEAST_ENUM_LIMIT;
                mistakes.push(
                    call.mistake(format!(
                        "a box and its tag take {least} bytes; write that or more"
                    )),
                );
            }
            limit => wishes.enum_limit = limit.as_ref().map(|limit| limit.value),
        }
        if let Some(Set { call, value }) = &self.serde {
            wishes.serde.clone_from(value);
            if *value != Serde::Never && !self.reflect {
                mistakes.push(call.mistake("the traits read the schema that the code carries, which `reflect(false)` leaves out"));
            }
        }
        if let Some(Set { call, value }) = &self.server_feature {
            wishes.server_feature = Some(value.clone());
            if wishes.serde == Serde::Always {
                mistakes.push(call.mistake("serde's traits decode methods: ask for them by a feature too, one that needs this one"));
            }
        }
        self.expect_feature_names(&mut mistakes);
        wishes.text = self.text_types(&mut mistakes);
        self.expect_opaque(&mut mistakes);
        self.further(&mut wishes.modules, &mut mistakes);
        Wishes { mistakes, ..wishes }
    }

    /// The settings for the schema of a module: the root's but for requests, which are its own.
    pub(super) fn wishes_of_module(&self, name: &str, root: &Wishes) -> Wishes {
        let mut wishes = Wishes {
            no_reflection: root.no_reflection,
            max_reports: root.max_reports,
            file_limit: root.file_limit,
            enum_limit: root.enum_limit,
            text: root.text.clone(),
            serde: root.serde.clone(),
            server_feature: root.server_feature.clone(),
            ..Wishes::default()
        };
        self.ask_for(Some(name), &mut wishes);
        wishes
    }

    /// Adds the requests that are for the schema of `module`, or else for the root's.
    fn ask_for(&self, module: Option<&str>, wishes: &mut Wishes) {
        for asked in &self.requests {
            let Some(selector) = selector_in(module, &asked.selector) else { continue };
            let selector = selector.to_owned();
            match asked.kind {
                Kind::ExternPath => {
                    wishes.externs.insert(selector.clone(), asked.text.clone());
                }
                Kind::Only => wishes.selection.only.push(selector.clone()),
                _ => {}
            }
            // What is wrong with others has been noted.
            wishes.requests.extend(wish(asked).map(|wish| {
                let prefix = module.map(|module| format!("{module}::")).unwrap_or_default();
                Request { call: asked.call.clone(), prefix, selector, wish }
            }));
        }
        for Set { call, value } in &self.opaque {
            if let Some(ty) = selector_in(module, value) {
                wishes.selection.opaque.push(ty.to_owned());
                wishes.opaque.push((ty.to_owned(), call.clone()));
            }
        }
    }

    /// Notes what is wrong with requests for items and fields.
    fn expect_requests(&self, mistakes: &mut Vec<Mistake>) {
        for (index, asked) in self.requests.iter().enumerate() {
            if is_renamed(&self.requests[..index], asked) {
                let message = "it has a new name already; leave one of the two out";
                mistakes.push(asked.call.mistake(message));
            }
            mistakes.extend(wish(asked).err().map(|message| asked.call.mistake(message)));
            self.expect_module(&asked.call, &asked.selector, mistakes);
        }
    }

    /// Notes that a selector is for a module of no schema.
    fn expect_module(&self, call: &Call, selector: &str, mistakes: &mut Vec<Mistake>) {
        let Some((module, _)) = selector.split_once("::") else { return };
        if self.modules.iter().all(|set| set.value.0 != module) {
            mistakes.push(call.mistake(format!(
                "no schema is generated into a module `{module}`; ask for one with `module`"
            )));
        }
    }

    /// Refuses what cargo does not take as the name of a feature.
    fn expect_feature_names(&self, mistakes: &mut Vec<Mistake>) {
        let serde = self.serde.iter().filter_map(|set| match &set.value {
            Serde::Feature(name) => Some((&set.call, name)),
            _ => None,
        });
        let server = self.server_feature.iter().map(|set| (&set.call, &set.value));
        let modules = self.module_features.iter().map(|set| (&set.call, &set.value.1));
        for (call, name) in serde.chain(server).chain(modules) {
            let is_part = |char: char| char.is_alphanumeric() || "_-+.".contains(char);
            let is_first = |char: char| char.is_alphanumeric() || char == '_';
            if !(name.starts_with(is_first) && name.chars().all(is_part)) {
                mistakes.push(call.mistake(
                    "write a feature's name: a letter, then letters, digits, `-` and `_`",
                ));
            }
        }
    }

    /// Notes what is wrong with types that are to be opaque.
    fn expect_opaque(&self, mistakes: &mut Vec<Mistake>) {
        for Set { call, value } in &self.opaque {
            self.expect_module(call, value, mistakes);
            let is_it = |asked: &Asked| asked.kind == Kind::ExternPath && asked.selector == *value;
            if self.requests.iter().any(is_it) {
                let message = "`extern_path` has a type of yours for it; leave one of the two out";
                mistakes.push(call.mistake(message));
            }
            if !self.reflect {
                let message = "the end of an opaque value is found by the compiled schema; leave `reflect(false)` out";
                mistakes.push(call.mistake(message));
            }
        }
    }

    fn text_types(&self, mistakes: &mut Vec<Mistake>) -> TextTypes {
        let mut text_type = |set: &Option<Set<String>>| {
            let Some(Set { call, value: path }) = set else {
                return match self.text {
                    Text::Owned => TextType::Owned,
                    Text::Borrowed => TextType::Borrowed,
                };
            };
            if let Err(message) = parsed::<syn::Path>(path, "a path such as `::bytes::Bytes`") {
                mistakes.push(call.mistake(message));
            }
            TextType::Extern(path.clone())
        };
        let string = text_type(&self.string_type);
        TextTypes { string, bytes: text_type(&self.bytes_type) }
    }
}

/// What a selector selects in the schema of `module`, or else in the root's: `ping` of `mtproto::ping`.
fn selector_in<'s>(module: Option<&str>, selector: &'s str) -> Option<&'s str> {
    match (module, selector.split_once("::")) {
        (None, None) => Some(selector),
        (Some(module), Some((name, rest))) => (name == module).then_some(rest),
        _ => None,
    }
}

/// Whether an earlier request renames the same.
fn is_renamed(earlier: &[Asked], asked: &Asked) -> bool {
    let is_same = |it: &Asked| it.kind == Kind::Rename && it.selector == asked.selector;
    asked.kind == Kind::Rename && earlier.iter().any(is_same)
}

/// What is asked for; its text has to be Rust.
fn wish(Asked { kind, text, .. }: &Asked) -> Result<Wish, String> {
    let wish = match kind {
        Kind::TypeAttribute => Wish::ItemAttribute(attribute(text)?),
        Kind::FieldAttribute => Wish::FieldAttribute(attribute(text)?),
        Kind::Derive => Wish::Derive(paths(text)?),
        Kind::Rename => {
            // An underscore is no identifier for `syn` either.
            parsed::<syn::Ident>(text, "an identifier such as `SendText`")?;
            if text.trim() == SCHEMA {
                return Err(format!(
                    "generated modules call their schema `{SCHEMA}`; choose another"
                ));
            }
            Wish::Rename(Name(text.trim().to_owned()))
        }
        Kind::Boxed => Wish::Box,
        Kind::ExternPath => {
            parsed::<syn::Path>(text, "a path such as `::my::Peer`")?;
            Wish::Extern
        }
        Kind::KeepFlagBits => Wish::KeepBits,
        Kind::Only => Wish::Only,
    };
    Ok(wish)
}

fn attribute(text: &str) -> Result<String, String> {
    let wanted = "an attribute such as `#[non_exhaustive]`";
    match syn::Attribute::parse_outer.parse_str(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(not_rust(text, wanted, &error)),
    }
}

/// Paths with commas between them, each as it is written without blanks.
fn paths(text: &str) -> Result<Vec<String>, String> {
    let wanted = "paths of traits such as `Hash, PartialOrd`";
    let parse = Punctuated::<syn::Path, Token![,]>::parse_terminated;
    let paths = parse.parse_str(text).map_err(|error| not_rust(text, wanted, &error))?;
    if paths.is_empty() {
        return Err(format!("write {wanted}"));
    }
    Ok(paths.iter().map(|path| path.to_token_stream().to_string().replace(' ', "")).collect())
}

fn parsed<T: syn::parse::Parse>(text: &str, wanted: &str) -> Result<T, String> {
    syn::parse_str(text).map_err(|error| not_rust(text, wanted, &error))
}

fn not_rust(text: &str, wanted: &str, error: &syn::Error) -> String {
    format!("`{text}` is not {wanted}: {error}")
}

#[cfg(test)]
mod tests {
    use crate::{Config, Serde, Sources};

    #[test]
    fn features_have_names_that_cargo_takes() {
        for wrong in ["", "a b", "a\"b", "-a"] {
            let mut config = Config::new();
            config
                .serde(Serde::Feature(wrong.to_owned()))
                .server_feature(wrong)
                .module("m", &["m.tl"])
                .module_feature("m", wrong);
            let mistakes = config.wishes().mistakes;
            let setters: Vec<&str> = mistakes.iter().map(crate::Mistake::setter).collect();
            assert_eq!(setters, ["serde", "server_feature", "module_feature"], "{wrong}");
        }
        let mut config = Config::new();
        config.server_feature("server-2").serde(Serde::Feature("_json".to_owned()));
        assert!(config.wishes().mistakes.is_empty());
    }

    #[test]
    fn all_mistaken_settings_are_in_one_report_with_their_places() {
        let mut config = Config::new();
        let line = line!();
        config
            .root_file("types.rs")
            .type_attribute(".", "derive")
            .extern_path("A", "")
            .field_attribute("a.x", "#[")
            .derive("a", "Hash +")
            .rename("a", "two words")
            .enum_limit(0)
            .string_type("::")
            .module("Upper", &["b.tl"])
            .module_feature("lower", "lower")
            .module_feature("Upper", "upper")
            .module("once", &["c.tl"])
            .module_feature("once", "a")
            .module_feature("once", "b");
        config.module_sources("twice", Sources::new()).module_sources("twice", Sources::new());
        let mistakes = config.wishes().mistakes;
        let found: Vec<(&str, &str)> =
            mistakes.iter().map(|one| (one.setter(), one.subject())).collect();
        let want = [
            ("root_file", "types.rs"),
            ("type_attribute", "."),
            ("extern_path", "A"),
            ("field_attribute", "a.x"),
            ("derive", "a"),
            ("rename", "a"),
            ("enum_limit", "0"),
            ("string_type", "::"),
            ("module", "Upper"),
            ("module_sources", "twice"),
            ("module_feature", "lower"),
            ("module_feature", "once"),
        ];
        assert_eq!(found, want, "{mistakes:?}");
        assert!(mistakes.iter().all(|one| one.place().file() == file!()));
        assert_eq!(mistakes[1].place().line(), line + 3);
        let shown = mistakes[6].to_string();
        assert!(shown.contains(&format!(":{}:14: enum_limit(0): a box", line + 8)), "{shown}");
    }
}
