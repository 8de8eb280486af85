//! A setting for single items and fields: a selector and an action.

use quote::ToTokens;
use syn::{Token, parse::Parser, punctuated::Punctuated};

use super::call::Call;
use crate::plan::model::{names::SCHEMA, rust::Name};

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
        let mistake = attribute(&text).err();
        (Self::ItemAttribute(text), mistake)
    }

    /// Adds an attribute to fields and variants.
    pub(crate) fn field_attribute(text: String) -> Parsed {
        let mistake = attribute(&text).err();
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
        // `syn` does not accept an underscore as an identifier either.
        let parsed = parsed::<syn::Ident>(text, "an identifier such as `SendText`");
        let is_taken = || {
            (name == SCHEMA)
                .then(|| format!("generated modules call their schema `{SCHEMA}`; choose another"))
        };
        (Self::Rename(Name(name.to_owned())), parsed.err().or_else(is_taken))
    }

    /// Uses the user's own type.
    pub(crate) fn replace(path: String) -> Parsed {
        let mistake = parsed::<syn::Path>(&path, "a path such as `::my::Peer`").err();
        (Self::Extern(path), mistake)
    }
}

fn attribute(text: &str) -> Result<(), String> {
    let wanted = "an attribute such as `#[non_exhaustive]`";
    match syn::Attribute::parse_outer.parse_str(text) {
        Ok(_) => Ok(()),
        Err(error) => Err(not_rust(text, wanted, &error)),
    }
}

/// Parses paths separated by commas; each is returned as written, without blanks.
fn paths(text: &str) -> Result<Vec<String>, String> {
    let wanted = "paths of traits such as `Hash, PartialOrd`";
    let parse = Punctuated::<syn::Path, Token![,]>::parse_terminated;
    let paths = parse.parse_str(text).map_err(|error| not_rust(text, wanted, &error))?;
    if paths.is_empty() {
        return Err(format!("write {wanted}"));
    }
    Ok(paths.iter().map(|path| path.to_token_stream().to_string().replace(' ', "")).collect())
}

/// Parses text as Rust.
pub(super) fn parsed<T: syn::parse::Parse>(text: &str, wanted: &str) -> Result<T, String> {
    syn::parse_str(text).map_err(|error| not_rust(text, wanted, &error))
}

fn not_rust(text: &str, wanted: &str, error: &syn::Error) -> String {
    format!("`{text}` is not {wanted}: {error}")
}
