//! Finds mistakes in settings that do not depend on the schema.

use super::{
    call::{Call, Mistake},
    item_request::{Action, Request, path_mistake},
    modules::{modules, root_file_mistake},
    settings::{LEAST_ENUM_LIMIT, Serde, Settings, TextType},
};
use crate::{plan::model::memory::Memory, print::Format};

/// Returns the mistakes in all settings.
pub(super) fn mistakes(settings: &Settings) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    mistakes.extend(root_file_mistake(settings));
    requests(settings, &mut mistakes);
    format(settings, &mut mistakes);
    enum_limit(settings, &mut mistakes);
    docs_url(settings, &mut mistakes);
    serde(settings, &mut mistakes);
    feature_names(settings, &mut mistakes);
    text_types(settings, &mut mistakes);
    memory(settings, &mut mistakes);
    opaque(settings, &mut mistakes);
    mistakes.extend(modules(settings).1);
    mistakes
}

fn requests(settings: &Settings, mistakes: &mut Vec<Mistake>) {
    for (index, request) in settings.requests.iter().enumerate() {
        if is_renamed(&settings.requests[..index], request) {
            let message = "it already has a new name; remove one of the two calls";
            mistakes.push(request.call.mistake(message));
        }
        mistakes.extend(request.mistake.as_ref().map(|mistake| request.call.mistake(mistake)));
        if settings.no_reflection && request.action == Action::Unknown {
            let message =
                "values of other layers are found by the compiled schema; remove `reflect(false)`";
            mistakes.push(request.call.mistake(message));
        }
        mistakes.extend(module_mistake(settings, &request.call, &request.selector));
    }
}

/// Returns whether an earlier request renames the same item.
fn is_renamed(earlier: &[Request], request: &Request) -> bool {
    let renames = |it: &Request| matches!(it.action, Action::Rename(_));
    let is_same = |it: &Request| renames(it) && it.selector == request.selector;
    renames(request) && earlier.iter().any(is_same)
}

/// Returns the mistake if a selector names a module that does not exist.
fn module_mistake(settings: &Settings, call: &Call, selector: &str) -> Option<Mistake> {
    let (module, _) = selector.split_once("::")?;
    let is_unknown = settings.further.iter().all(|(name, _)| name != module);
    is_unknown.then(|| call.mistake(format!("there is no module `{module}`; add it with `module`")))
}

/// Refuses a layout that is not compiled in.
fn format(settings: &Settings, mistakes: &mut Vec<Mistake>) {
    if settings.format == Format::Pretty && !cfg!(feature = "format") {
        let message = "add `features = [\"format\"]` to the dependency on typelang-codegen";
        mistakes.extend(settings.calls.get("format").map(|call| call.mistake(message)));
    }
}

fn enum_limit(settings: &Settings, mistakes: &mut Vec<Mistake>) {
    let least = LEAST_ENUM_LIMIT;
    if settings.enum_limit != settings.enum_limit() {
        let message = format!("a box and its tag take {least} bytes; write at least {least}");
        mistakes.extend(settings.calls.get("enum_limit").map(|call| call.mistake(message)));
    }
}

/// Refuses patterns that are not URLs, or that lead all items to one page.
fn docs_url(settings: &Settings, mistakes: &mut Vec<Mistake>) {
    let Some(pattern) = &settings.docs_url else { return };
    let is_url = |char: char| char.is_ascii_graphic() && !"<>[]()\"`\\".contains(char);
    if !pattern.contains("{name}") || !pattern.chars().all(is_url) {
        let message = "write an address with `{name}` in it, such as `https://example.org/{name}`";
        mistakes.extend(settings.calls.get("docs_url").map(|call| call.mistake(message)));
    }
}

/// Checks the settings for serde's traits.
fn serde(settings: &Settings, mistakes: &mut Vec<Mistake>) {
    let mut add = |setter: &str, message: &str| {
        mistakes.extend(settings.calls.get(setter).map(|call| call.mistake(message)));
    };
    if settings.serde != Serde::Never && settings.no_reflection {
        add(
            "serde",
            "serde's traits need the schema that the code carries; remove `reflect(false)`",
        );
    }
    if settings.server_feature.is_some() && settings.serde == Serde::Always {
        add(
            "server_feature",
            "serde's traits decode methods: put them behind a feature that enables this one",
        );
    }
}

/// Refuses names that cargo does not accept for a feature.
fn feature_names(settings: &Settings, mistakes: &mut Vec<Mistake>) {
    let of_setter = |setter| settings.calls.get(setter).into_iter();
    let serde = of_setter("serde").filter_map(|call| match &settings.serde {
        Serde::Feature(name) => Some((call, name)),
        _ => None,
    });
    let single = [
        ("server_feature", &settings.server_feature),
        ("conversions_feature", &settings.conversions_feature),
        ("method_traits_feature", &settings.method_traits_feature),
    ];
    let single = single.into_iter().flat_map(|(setter, name)| of_setter(setter).zip(name));
    let modules = settings.module_features.iter().map(|(_, feature, call)| (call, feature));
    for (call, name) in serde.chain(single).chain(modules) {
        let is_part = |char: char| char.is_alphanumeric() || "_-+.".contains(char);
        let is_first = |char: char| char.is_alphanumeric() || char == '_';
        if !(name.starts_with(is_first) && name.chars().all(is_part)) {
            mistakes.push(
                call.mistake("write a feature's name: a letter, then letters, digits, `-` and `_`"),
            );
        }
    }
}

fn text_types(settings: &Settings, mistakes: &mut Vec<Mistake>) {
    let types = [("string_type", &settings.text.string), ("bytes_type", &settings.text.bytes)];
    for (setter, ty) in types {
        let TextType::Extern(path) = ty else { continue };
        let mistake = path_mistake(path, "a path such as `::bytes::Bytes`");
        let call = settings.calls.get(setter);
        mistakes.extend(mistake.and_then(|mistake| Some(call?.mistake(mistake))));
    }
}

/// Refuses what cannot lie in an arena.
fn memory(settings: &Settings, mistakes: &mut Vec<Mistake>) {
    if settings.memory != Memory::Arena {
        return;
    }
    let types = [("string_type", &settings.text.string), ("bytes_type", &settings.text.bytes)];
    for (setter, ty) in types {
        if let (TextType::Extern(_), Some(call)) = (ty, settings.calls.get(setter)) {
            let message = "values in an arena hold text as `&str` and `&[u8]`; remove it, or `memory(Memory::Arena)`";
            mistakes.push(call.mistake(message));
        }
    }
}

/// Checks the opaque types.
fn opaque(settings: &Settings, mistakes: &mut Vec<Mistake>) {
    for (ty, call) in &settings.opaque {
        mistakes.extend(module_mistake(settings, call, ty));
        let is_extern = |it: &Request| matches!(it.action, Action::Extern(_)) && it.selector == *ty;
        if settings.requests.iter().any(is_extern) {
            let message =
                "`extern_path` already replaces it by your own type; remove one of the two";
            mistakes.push(call.mistake(message));
        }
        if settings.no_reflection {
            let message = "opaque values need the compiled schema, which says where they end; remove `reflect(false)`";
            mistakes.push(call.mistake(message));
        }
    }
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
                .conversions_feature(wrong)
                .method_traits_feature(wrong)
                .module("m", &["m.tl"])
                .module_feature("m", wrong);
            let mistakes = config.settings().read.mistakes;
            let setters: Vec<&str> = mistakes.iter().map(crate::Mistake::setter).collect();
            let want = [
                "serde",
                "server_feature",
                "conversions_feature",
                "method_traits_feature",
                "module_feature",
            ];
            assert_eq!(setters, want, "{wrong}");
        }
        let mut config = Config::new();
        config.conversions_feature("into").method_traits_feature("_traits");
        config.server_feature("server-2").serde(Serde::Feature("_json".to_owned()));
        assert!(config.settings().read.mistakes.is_empty());
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
            .docs_url("https://example.org")
            .string_type("::")
            .module("Upper", &["b.tl"])
            .module_feature("lower", "lower")
            .module_feature("Upper", "upper")
            .module("once", &["c.tl"])
            .module_feature("once", "a")
            .module_feature("once", "b");
        config.module_sources("twice", Sources::new()).module_sources("twice", Sources::new());
        let mistakes = config.settings().read.mistakes;
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
            ("docs_url", "https://example.org"),
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
