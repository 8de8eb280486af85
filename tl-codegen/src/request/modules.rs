//! Decides which names modules and the root file can have.

use super::{call::Mistake, settings::Settings};
use crate::plan::model::{
    file::Module,
    memory::Memory,
    names::{SERDE_MODULE, further_module},
    rust::Name,
};

/// File names that cargo and rustc take for the root of a crate, in any folder.
const CRATE_ROOTS: [&str; 2] = ["lib", "main"];

/// Returns the mistake in the name of the root file.
pub(super) fn root_file_mistake(settings: &Settings) -> Option<Mistake> {
    let name = settings.root_file.as_ref().filter(|name| !is_free_file(name));
    let call = name.and_then(|_| settings.calls.get("root_file"))?;
    Some(call.mistake("write a file name in `.rs` that is not taken, such as `mod.rs`"))
}

/// Returns the modules of further schemas, and the mistakes in them.
pub(super) fn modules(settings: &Settings) -> (Vec<Module>, Vec<Mistake>) {
    let (mut modules, mut mistakes): (Vec<Module>, _) = (Vec::new(), Vec::new());
    for (text, call) in &settings.further {
        let name = match name_of_module(settings, text) {
            Ok(name) => name,
            Err(message) => {
                mistakes.push(call.mistake(message));
                continue;
            }
        };
        if modules.iter().any(|module| module.name == name) {
            let message = "there already is a module with this name; pass all its files in one call, or choose another name";
            mistakes.push(call.mistake(message));
            continue;
        }
        let doc = format!("The schema `{}`.", name.as_str());
        modules.push(Module {
            name,
            doc,
            feature: None,
            memory: Memory::Heap,
            debug_feature: None,
        });
    }
    features(settings, &mut modules, &mut mistakes);
    (modules, mistakes)
}

/// Assigns features to modules.
fn features(settings: &Settings, modules: &mut [Module], mistakes: &mut Vec<Mistake>) {
    for (name, feature, call) in &settings.module_features {
        match modules.iter_mut().find(|module| module.name.as_str() == name) {
            Some(Module { feature: Some(_), .. }) => {
                mistakes.push(
                    call.mistake("the module already has a feature; remove one of the two calls"),
                );
            }
            Some(module) => module.feature = Some(feature.clone()),
            // If `module` was called with an invalid name, that call is reported.
            None if settings.further.iter().any(|(known, _)| known == name) => {}
            None => mistakes
                .push(call.mistake("there is no module with this name; add it with `module`")),
        }
    }
}

/// Returns the name of a module, or why the name is invalid.
fn name_of_module(settings: &Settings, text: &str) -> Result<Name, String> {
    if !text.is_ascii() {
        return Err("write a name in ASCII, such as `mtproto`: rustc finds no file for a module of another name".to_owned());
    }
    let stem = settings.root_file().strip_suffix(".rs").unwrap_or_default();
    if CRATE_ROOTS.contains(&text) || text.eq_ignore_ascii_case(stem) {
        return Err(format!(
            "rustc takes `{text}.rs` for the root of a crate; choose another name, such as `mtproto`"
        ));
    }
    let name = further_module(text).filter(|name| name.as_str() != SERDE_MODULE);
    name.ok_or_else(|| "write a name in snake_case that is not taken, such as `mtproto`".to_owned())
}

/// Returns whether a file name is not taken by another generated file, even if the file system ignores case.
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
        config.settings().read.mistakes.iter().map(ToString::to_string).collect()
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
                "rustc takes `{name}.rs` for the root of a crate; choose another name, such as `mtproto`"
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
