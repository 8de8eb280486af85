//! The settings for single items and fields: flags for setters of `Config`.

use typelang_codegen::{Config, Mistake};

#[derive(Clone, Debug, Default, clap::Args)]
#[expect(missing_docs, reason = "clap would take them for help of the whole command")]
pub struct ItemSettings {
    /// Add an attribute to structs and enums: `messages=#[non_exhaustive]`. NAME is a TL name, a namespace, or `.` for
    /// all; for a module, prefix its name: `mtproto::.`
    #[arg(long, value_name = "NAME=ATTRIBUTE", value_parser = pair)]
    pub type_attribute: Vec<Pair>,
    /// Add an attribute to a field: `user.first_name=#[my::attribute]`. A NAME as above selects all fields in it
    #[arg(long, value_name = "FIELD=ATTRIBUTE", value_parser = pair)]
    pub field_attribute: Vec<Pair>,
    /// Derive more traits: `.=Hash,PartialOrd`
    #[arg(long, value_name = "NAME=TRAITS", value_parser = pair)]
    pub derive: Vec<Pair>,
    /// Rename a struct, an enum, a variant or a field: `messages.sendMessage=SendText`
    #[arg(long, value_name = "NAME=NEW", value_parser = pair)]
    pub rename: Vec<Pair>,
    /// Put a field behind a `Box`: `user.photo`
    #[arg(long, value_name = "FIELD")]
    pub boxed: Vec<String>,
    /// Use your own type for a TL type: `Peer=::my::Peer`
    #[arg(long, value_name = "TYPE=PATH", value_parser = pair)]
    pub extern_path: Vec<Pair>,
    /// Keep bits of flag words that no field uses, in the items that NAME selects. The dialects ton and vk always keep
    /// them
    #[arg(long, value_name = "NAME")]
    pub keep_flag_bits: Vec<String>,
    /// Give the enum of a type a variant `Unknown` for values of other layers, which the runtime's `Layers` keeps
    #[arg(long, value_name = "TYPE")]
    pub unknown: Vec<String>,
}

/// A selector and the value of its setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The TL name.
    pub selector: String,
    /// The text after `=`.
    pub text: String,
}

/// Parses `NAME=TEXT`.
pub(crate) fn pair(text: &str) -> Result<Pair, String> {
    let (selector, text) = text.split_once('=').ok_or("expected NAME=VALUE")?;
    Ok(Pair { selector: selector.to_owned(), text: text.to_owned() })
}

impl ItemSettings {
    /// Sets them all.
    pub(crate) fn apply(&self, config: &mut Config) {
        for Pair { selector, text } in &self.type_attribute {
            config.type_attribute(selector, text);
        }
        for Pair { selector, text } in &self.field_attribute {
            config.field_attribute(selector, text);
        }
        for Pair { selector, text } in &self.derive {
            config.derive(selector, text);
        }
        for Pair { selector, text } in &self.rename {
            config.rename(selector, text);
        }
        for field in &self.boxed {
            config.boxed(field);
        }
        for Pair { selector, text } in &self.extern_path {
            config.extern_path(selector, text);
        }
        for selector in &self.keep_flag_bits {
            config.keep_flag_bits(selector);
        }
        config.unknown(&self.unknown);
    }
}

/// Formats a mistake with the flag that caused it, because the line of the call is inside this program.
pub(crate) fn flag_of(mistake: &Mistake) -> String {
    let flag = mistake.setter().trim_end_matches("_sources").replace('_', "-");
    let subject = mistake.subject();
    let blank = if subject.is_empty() { "" } else { " " };
    format!("--{flag}{blank}{subject}: {}", mistake.message())
}
