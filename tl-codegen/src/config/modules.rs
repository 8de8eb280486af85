//! Which names modules and the root file can have.

use super::{Config, Set};
use crate::{
    call::Mistake,
    plan::model::{
        file::Module, names::further_module as module_name, rust::Name,
        serde::MODULE as SERDE_MODULE,
    },
};

/// What cargo and rustc take for the root of a crate, in whatever folder.
const CRATE_ROOTS: [&str; 2] = ["lib", "main"];

impl Config {
    /// Notes that the root file cannot be called so.
    pub(super) fn expect_root_file(&self, mistakes: &mut Vec<Mistake>) {
        if let Some(Set { call, value }) = &self.root_file
            && !is_free_file(value)
        {
            mistakes.push(
                call.mistake("write a file name in `.rs` that is not taken, such as `mod.rs`"),
            );
        }
    }

    /// The modules of further schemas.
    pub(super) fn further(&self, modules: &mut Vec<Module>, mistakes: &mut Vec<Mistake>) {
        for Set { call, value: (text, _) } in &self.modules {
            let name = match self.module_name(text) {
                Ok(name) => name,
                Err(message) => {
                    mistakes.push(call.mistake(message));
                    continue;
                }
            };
            if modules.iter().any(|module| module.name == name) {
                let message = "there is such a module; give all its files at once, or another name";
                mistakes.push(call.mistake(message));
                continue;
            }
            let doc = format!("The schema `{}`.", name.as_str());
            modules.push(Module { name, doc, feature: None });
        }
        for Set { call, value: (name, feature) } in &self.module_features {
            match modules.iter_mut().find(|module| module.name.as_str() == name) {
                Some(Module { feature: Some(_), .. }) => {
                    mistakes.push(call.mistake("the module has a feature; leave one of them out"));
                }
                Some(module) => module.feature = Some(feature.clone()),
                // Where `module` was called with a name that cannot be, that is told of it.
                None if self.modules.iter().any(|set| set.value.0 == *name) => {}
                None => mistakes.push(call.mistake(
                    "no schema is generated into a module of this name; ask for one with `module`",
                )),
            }
        }
    }

    /// The name of a module, or why it cannot have that name.
    fn module_name(&self, text: &str) -> Result<Name, String> {
        if !text.is_ascii() {
            return Err("write a name in ASCII, such as `mtproto`: rustc finds no file for a module of another name".to_owned());
        }
        let root = self.root_file.as_ref().map_or("lib.rs", |root| root.value.as_str());
        let stem = root.strip_suffix(".rs").unwrap_or_default();
        if CRATE_ROOTS.contains(&text) || text.eq_ignore_ascii_case(stem) {
            return Err(format!(
                "rustc takes `{text}.rs` for a root; write another name, such as `mtproto`"
            ));
        }
        let name = module_name(text).filter(|name| name.as_str() != SERDE_MODULE);
        name.ok_or_else(|| {
            "write a name in snake_case that is not taken, such as `mtproto`".to_owned()
        })
    }
}

/// Whether this is the name of a file in the folder that no other generated file has, on disks that take `A` for `a` too.
fn is_free_file(name: &str) -> bool {
    let stem = name.strip_suffix(".rs").unwrap_or_default();
    let is_taken = |taken: &str| stem.eq_ignore_ascii_case(taken);
    !stem.is_empty()
        && !stem.contains(['/', '\\'])
        && !stem.contains(char::is_control)
        && !["types", "enums", "functions", SERDE_MODULE].into_iter().any(is_taken)
}

#[cfg(test)]
mod tests {
    use crate::{Config, Sources};

    fn messages(config: &Config) -> Vec<String> {
        config.wishes().mistakes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn modules_have_names_that_rustc_finds() {
        let told = |root: Option<&str>, name: &str| {
            let mut config = Config::new();
            if let Some(root) = root {
                config.root_file(root);
            }
            config.module_sources(name, Sources::new());
            messages(&config).into_iter().map(|told| told.split_once("): ").unwrap().1.to_owned())
        };
        let one = |name: &str| told(None, name).collect::<Vec<_>>().join("\n");
        for name in ["é", "модуль", "ａ", "a\u{301}"] {
            assert!(one(name).starts_with("write a name in ASCII, such as `mtproto`: "), "{name}");
        }
        for name in ["lib", "main"] {
            let want = format!(
                "rustc takes `{name}.rs` for a root; write another name, such as `mtproto`"
            );
            assert_eq!(one(name), want);
            assert_eq!(told(Some("mod.rs"), name).collect::<Vec<_>>(), [want]);
        }
        assert_eq!(told(Some("api.rs"), "api").count(), 1);
        assert_eq!(told(Some("API.rs"), "api").count(), 1);
        let taken = [
            "",
            "_",
            "mod",
            "self",
            "super",
            "crate",
            "type",
            "async",
            "r#type",
            "a b",
            "a/b",
            "..",
            "A",
            "types",
            "enums",
            "functions",
            "serde_impls",
            "tl",
            "u8",
            "a\n",
            "1a",
        ];
        for name in taken {
            let want = "write a name in snake_case that is not taken, such as `mtproto`";
            assert_eq!(one(name), want, "{name}");
        }
        for name in ["api", "library", "main_2", "core", "serde", "test", "macro_rules"] {
            assert_eq!(one(name), "", "{name}");
        }
    }

    #[test]
    fn root_files_have_names_that_are_free_on_any_disk() {
        for name in ["Types.rs", "ENUMS.rs", "functions.rs", "a/b.rs", "a", ".rs", "a\u{1b}.rs"] {
            assert_eq!(messages(Config::new().root_file(name)).len(), 1, "{name}");
        }
        for name in ["lib.rs", "mod.rs", "my-api.rs", "type.rs"] {
            assert!(messages(Config::new().root_file(name)).is_empty(), "{name}");
        }
    }
}
