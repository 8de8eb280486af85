//! From settings to wishes: what the user wrote is read as the Rust that it has to be, and all that is wrong is in one report.

use super::{Config, Serde, Text};
use crate::{
    Error,
    plan::{
        Module, Name, SERDE_MODULE, TextType, TextTypes, Wishes, module_name, selectors::Attribute,
    },
};

/// What an enum takes whose payloads are all boxed.
const LEAST_ENUM_LIMIT: u32 = 16;

impl Config {
    /// The settings, read and found to be Rust.
    pub(super) fn wishes(&self) -> Result<Wishes, Error> {
        let (mut wishes, mut faults) = (Wishes::default(), Vec::new());
        wishes.kept_bits.clone_from(&self.kept_bits);
        wishes.selection = self.selection.clone();
        if !self.reflect && !self.selection.opaque.is_empty() {
            faults.push("opaque: the end of an opaque value is found by the compiled schema; leave `reflect(false)` out".to_owned());
        }
        if !is_free_file(&self.root_file) {
            let name = &self.root_file;
            faults.push(format!("root_file(\"{name}\"): write a file name in `.rs` that is not taken, such as `mod.rs`"));
        }
        for (selector, text) in &self.attributes {
            let parse = syn::Attribute::parse_outer;
            if let Err(error) = syn::parse::Parser::parse_str(parse, text) {
                let wanted = "an attribute such as `#[non_exhaustive]`";
                faults.push(not_rust("type_attribute", text, wanted, &error));
            }
            wishes.attributes.push(Attribute { selector: selector.clone(), text: text.clone() });
        }
        for (tl_type, path) in &self.externs {
            if let Err(error) = syn::parse_str::<syn::Path>(path) {
                faults.push(not_rust("extern_path", path, "a path such as `::my::Peer`", &error));
            }
            wishes.externs.insert(tl_type.clone(), path.clone());
        }
        wishes.no_reflection = !self.reflect;
        wishes.enum_limit = self.enum_limit;
        wishes.serde.clone_from(&self.serde);
        if self.serde != Serde::Never && !self.reflect {
            faults.push("serde: the traits read the schema that the code carries, which `reflect(false)` leaves out".to_owned());
        }
        if let Some(bytes @ ..LEAST_ENUM_LIMIT) = self.enum_limit {
            faults.push(format!("enum_limit({bytes}): a box and its tag take {LEAST_ENUM_LIMIT} bytes; write that or more"));
        }
        wishes.text = self.text_types(&mut faults);
        for name in self.selection.opaque.iter().filter(|name| wishes.externs.contains_key(*name)) {
            faults.push(format!("opaque(\"{name}\"): `extern_path` has a type of yours for it; leave one of the two out"));
        }
        for (text, _) in &self.modules {
            let is_taken = |name: &Name| {
                name.as_str() == SERDE_MODULE
                    || wishes.modules.iter().any(|module| module.name == *name)
            };
            let Some(name) = module_name(text).filter(|name| !is_taken(name)) else {
                faults.push(format!("module(\"{text}\"): write a name in snake_case that is not taken, such as `mtproto`"));
                continue;
            };
            let doc = format!("The schema `{}`.", name.as_str());
            wishes.modules.push(Module { name, doc });
        }
        if faults.is_empty() {
            Ok(wishes)
        } else {
            Err(Error::Config { message: faults.join("\n") })
        }
    }

    fn text_types(&self, faults: &mut Vec<String>) -> TextTypes {
        let mut text_type = |call, path: &Option<String>| {
            let Some(path) = path else {
                return match self.text {
                    Text::Owned => TextType::Owned,
                    Text::Borrowed => TextType::Borrowed,
                };
            };
            if let Err(error) = syn::parse_str::<syn::Path>(path) {
                faults.push(not_rust(call, path, "a path such as `::bytes::Bytes`", &error));
            }
            TextType::Extern(path.clone())
        };
        let string = text_type("string_type", &self.string_type);
        TextTypes { string, bytes: text_type("bytes_type", &self.bytes_type) }
    }
}

fn not_rust(call: &str, text: &str, want: &str, error: &syn::Error) -> String {
    format!("{call}: `{text}` is not {want}: {error}")
}

/// Whether this is the name of a file in the folder that no other generated file has.
fn is_free_file(name: &str) -> bool {
    let stem = name.strip_suffix(".rs").unwrap_or_default();
    !stem.is_empty()
        && !stem.contains(['/', '\\'])
        && !["types", "enums", "functions", SERDE_MODULE].contains(&stem)
}

#[cfg(test)]
mod tests {
    use crate::{Config, Sources};

    #[test]
    fn all_mistaken_settings_are_in_one_report() {
        let mut config = Config::new();
        config
            .root_file("types.rs")
            .type_attribute(".", "derive")
            .extern_path("A", "")
            .enum_limit(8)
            .string_type("::")
            .module("Upper", &["b.tl"]);
        config.module_sources("twice", Sources::new()).module_sources("twice", Sources::new());
        let report = config.wishes().unwrap_err().to_string();
        let starts: Vec<&str> = report.lines().filter_map(|line| line.split(": ").next()).collect();
        let want = [
            "root_file(\"types.rs\")",
            "type_attribute",
            "extern_path",
            "enum_limit(8)",
            "string_type",
            "module(\"Upper\")",
            "module(\"twice\")",
        ];
        assert_eq!(starts, want, "{report}");
    }
}
