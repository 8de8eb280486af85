//! A setting for single items and fields: a selector, and what is to be done with what it is for.

use quote::ToTokens;
use syn::{Token, parse::Parser, punctuated::Punctuated};

use super::call::Call;
use crate::plan::model::{names::SCHEMA, rust::Name};

/// Something that the user asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    /// The call that asks for it.
    pub(crate) call: Call,
    /// What stands before names of this schema: `mtproto::`, or nothing.
    pub(crate) prefix: String,
    /// What it is for.
    pub(crate) selector: String,
    /// What is to be done with that.
    pub(crate) action: Action,
    /// Why its text is not the Rust that it has to be.
    pub(crate) mistake: Option<String>,
}

/// What is to be done with what a selector is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// `#[…]` on structs and enums.
    ItemAttribute(String),
    /// `#[…]` on fields and variants.
    FieldAttribute(String),
    /// Traits to derive, each as it is written.
    Derive(Vec<String>),
    /// Another name.
    Rename(Name),
    /// A `Box` around a field.
    Box,
    /// A type of the user's, by its path, in place of a generated one.
    Extern(String),
    /// The bits of flag words that tell of no field.
    KeepBits,
    /// To be generated, and what it needs with it.
    Only,
}

/// An action, and why the text that it was given is not the Rust that it has to be.
type Parsed = (Action, Option<String>);

impl Request {
    /// A request for what a selector of any schema selects.
    pub(crate) fn new(call: Call, selector: String, (action, mistake): Parsed) -> Self {
        Self { call, prefix: String::new(), selector, action, mistake }
    }
}

impl Action {
    /// An attribute of items.
    pub(crate) fn item_attribute(text: String) -> Parsed {
        let mistake = attribute(&text).err();
        (Self::ItemAttribute(text), mistake)
    }

    /// An attribute of fields and variants.
    pub(crate) fn field_attribute(text: String) -> Parsed {
        let mistake = attribute(&text).err();
        (Self::FieldAttribute(text), mistake)
    }

    /// Traits, with commas between them.
    pub(crate) fn derive(text: &str) -> Parsed {
        match paths(text) {
            Ok(paths) => (Self::Derive(paths), None),
            Err(mistake) => (Self::Derive(Vec::new()), Some(mistake)),
        }
    }

    /// Another name.
    pub(crate) fn rename(text: &str) -> Parsed {
        let name = text.trim();
        // An underscore is no identifier for `syn` either.
        let parsed = parsed::<syn::Ident>(text, "an identifier such as `SendText`");
        let is_taken = || {
            (name == SCHEMA)
                .then(|| format!("generated modules call their schema `{SCHEMA}`; choose another"))
        };
        (Self::Rename(Name(name.to_owned())), parsed.err().or_else(is_taken))
    }

    /// A type of the user's.
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

/// Reads text as Rust.
pub(super) fn parsed<T: syn::parse::Parse>(text: &str, wanted: &str) -> Result<T, String> {
    syn::parse_str(text).map_err(|error| not_rust(text, wanted, &error))
}

fn not_rust(text: &str, wanted: &str, error: &syn::Error) -> String {
    format!("`{text}` is not {wanted}: {error}")
}
