//! A setting for single items and fields: a selector and an action.

use super::call::Call;
use crate::{
    plan::model::{names::is_identifier, reserved::SCHEMA, rust::Name},
    print::MARK,
    rust_text,
};

/// A request of the user's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    /// The call that makes it.
    pub(crate) call: Call,
    /// The prefix of selectors for this schema, such as `mtproto::`; empty for the root's.
    pub(crate) prefix: String,
    /// The selector.
    pub(crate) selector: String,
    /// The action.
    pub(crate) action: Action,
    /// Why its text is not valid Rust.
    pub(crate) mistake: Option<String>,
}

impl Request {
    /// Returns whether it asks for the flag bits of all combinators of the root's schema.
    pub(crate) fn keeps_all_bits(&self) -> bool {
        self.action == Action::KeepBits && self.selector == "." && self.prefix.is_empty()
    }
}

/// The action on selected items and fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// `#[…]` on structs and enums.
    ItemAttribute(String),
    /// `#[…]` on fields and variants.
    FieldAttribute(String),
    /// Traits to derive, as written.
    Derive(Vec<String>),
    /// Another name.
    Rename(Name),
    /// A `Box` around a field.
    Box,
    /// The user's own type, by its path, instead of a generated one.
    Extern(String),
    /// Keeps the bits of flag words on which no field depends.
    KeepBits,
    /// A variant for values of other layers.
    Unknown,
    /// Generates the items and their dependencies.
    Only,
}

/// An action, and why its text is not valid Rust.
type Parsed = (Action, Option<String>);

impl Request {
    /// Creates a request whose selector may be for any schema.
    pub(crate) fn new(call: Call, selector: String, (action, mistake): Parsed) -> Self {
        Self { call, prefix: String::new(), selector, action, mistake }
    }
}

impl Action {
    /// Adds an attribute to items.
    pub(crate) fn item_attribute(text: String) -> Parsed {
        let (text, mistake) = attribute(text);
        (Self::ItemAttribute(text), mistake)
    }

    /// Adds an attribute to fields and variants.
    pub(crate) fn field_attribute(text: String) -> Parsed {
        let (text, mistake) = attribute(text);
        (Self::FieldAttribute(text), mistake)
    }

    /// Derives traits, separated by commas.
    pub(crate) fn derive(text: &str) -> Parsed {
        match paths(text) {
            Ok(paths) => (Self::Derive(paths), None),
            Err(mistake) => (Self::Derive(Vec::new()), Some(mistake)),
        }
    }

    /// Renames an item.
    pub(crate) fn rename(text: &str) -> Parsed {
        let name = text.trim();
        let mistake = if is_identifier(name) {
            if name == SCHEMA {
                Some(format!("generated modules call their schema `{SCHEMA}`; choose another"))
            } else {
                let is_mark = name.starts_with(MARK);
                is_mark.then(|| format!("the generator marks places by `{MARK}`; choose another"))
            }
        } else {
            Some(format!("`{text}` is not an identifier such as `SendText`"))
        };
        (Self::Rename(Name::new(name)), mistake)
    }

    /// Uses the user's own type.
    pub(crate) fn replace(path: String) -> Parsed {
        let mistake = path_mistake(&path, "a path such as `::my::Peer`");
        (Self::Extern(spelled_path(path)), mistake)
    }
}

/// Spells an attribute, and returns what is wrong with it, if anything is.
fn attribute(text: String) -> (String, Option<String>) {
    match rust_text::attributes(&text) {
        Ok(spelled) => (spelled, None),
        Err(fault) => {
            let mistake = not_rust(&text, "an attribute such as `#[non_exhaustive]`", &fault);
            (text, Some(mistake))
        }
    }
}

/// Parses paths separated by commas.
fn paths(text: &str) -> Result<Vec<String>, String> {
    let wanted = "paths of traits such as `Hash, PartialOrd`";
    let paths = rust_text::paths(text).map_err(|fault| not_rust(text, wanted, &fault))?;
    if paths.is_empty() { Err(format!("write {wanted}")) } else { Ok(paths) }
}

/// Spells a path. One that is wrong remains as it is, for the report.
pub(crate) fn spelled_path(text: String) -> String {
    rust_text::path(&text).unwrap_or(text)
}

/// Returns what is wrong with a path, if anything is.
pub(super) fn path_mistake(text: &str, wanted: &str) -> Option<String> {
    rust_text::path(text).err().map(|fault| not_rust(text, wanted, &fault))
}

fn not_rust(text: &str, wanted: &str, fault: &str) -> String {
    format!("`{text}` is not {wanted}: {fault}")
}
