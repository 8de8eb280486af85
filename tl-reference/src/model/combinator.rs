//! The page of a method or constructor.

use serde::Serialize;

use super::{
    callers::Caller,
    first_layer::FirstLayer,
    link::{Item, Link, Page},
    param::Param,
};
use crate::example::Wire;

/// Whether a page describes a method or a constructor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A method.
    Method,
    /// A constructor.
    Constructor,
}

/// A method or constructor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CombinatorPage {
    /// Which of the two.
    pub kind: Kind,
    /// The TL name.
    pub name: String,
    /// The namespace; empty when there is none.
    pub namespace: String,
    /// The page of the namespace.
    pub namespace_page: Page,
    /// The id as eight hex digits.
    pub id: String,
    /// The id as it is on the wire, its bytes in hex.
    pub wire_id: String,
    /// The address of the page.
    pub page: Page,
    /// The layer that a mark in the schema states, or the schema's.
    pub layer: Option<u32>,
    /// The first layer that has it, if that is known.
    pub since: Option<FirstLayer>,
    /// The description; empty when there is none.
    pub docs: String,
    /// The declaration, in lines.
    pub tl: Vec<Vec<Link>>,
    /// The parameters or fields.
    pub params: Vec<Param>,
    /// The type that it makes or returns.
    pub result: Vec<Link>,
    /// The constructors of that type.
    pub result_constructors: Vec<Item>,
    /// The calls that a parameter of such a type takes.
    pub carries: Option<Carried>,
    /// The callers; empty for constructors, and if none is known.
    pub callers: Vec<Caller>,
    /// The errors that it returns.
    pub errors: Vec<ErrorRow>,
    /// Methods that return the type of a constructor.
    pub returned_by: Vec<Item>,
    /// An example.
    pub example: Option<Example>,
}

/// A parameter that is a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Carried {
    /// The parameter.
    pub param: String,
    /// The variable for the type that the call returns; empty when the call is of any type.
    pub variable: String,
    /// The number of methods that it takes.
    pub methods: usize,
    /// The wrappers among them.
    pub wrappers: Vec<Link>,
}

/// An error that a method returns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ErrorRow {
    /// The code.
    pub code: i32,
    /// The name, with its page.
    pub link: Link,
    /// The meaning; empty if it is unknown.
    pub meaning: String,
    /// Which sources say so; empty for a docs file.
    pub sources: String,
}

/// An example in several languages; a text is empty where a language does not have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Example {
    /// Rust with typelang.
    pub rust: String,
    /// The call as JSON, or the value of a constructor.
    pub json: String,
    /// The line for the command `tl`.
    pub command: String,
    /// Telethon.
    pub telethon: String,
    /// `MadelineProto`.
    pub madeline: String,
    /// The bytes.
    pub wire: Option<Wire>,
}
