//! The files to write, and their contents.

use std::sync::Arc;

use super::{
    item::{Enum, Opaque, Struct},
    memory::Memory,
    rust::{Name, Space},
    serde::{SerdeImpls, SerdeModule},
};

/// The output for one schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The files: the root first, then by path.
    pub files: Vec<File>,
    /// Every TL name, for `tl dump --stage plan`.
    pub names: Vec<Named>,
    /// The compiled schema that the code carries.
    pub schema: Option<Vec<u8>>,
}

/// A TL name and its Rust path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The kind of item that has the name.
    pub kind: NamedKind,
    /// The name in the schema; a field's follows its combinator's, and a variant's follows its type's.
    pub tl: String,
    /// The Rust path below the schema's root, or the user's own path; `-` for predefined types.
    pub rust: String,
    /// The id of a combinator.
    pub id: Option<u32>,
}

/// The kind of a named item, in the order of the words for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedKind {
    /// A constructor.
    Constructor,
    /// A field of a struct.
    Field,
    /// A method.
    Function,
    /// A type whose values are kept as bytes.
    Opaque,
    /// Any other type.
    Type,
    /// A variant of an enum.
    Variant,
}

impl NamedKind {
    /// Returns the word for it in `tl dump --stage plan`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Constructor => "constructor",
            Self::Field => "field",
            Self::Function => "function",
            Self::Opaque => "opaque",
            Self::Type => "type",
            Self::Variant => "variant",
        }
    }
}

impl core::fmt::Display for NamedKind {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.word())
    }
}

/// One file: a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path below the output folder, with `/`.
    pub path: String,
    /// The module whose items it has; `None` for the root and for files that concern all modules.
    pub module: Option<(Space, Arc<[Name]>)>,
    /// The number of modules between it and the schema's root; 0 for the root.
    pub depth: usize,
    /// The modules declared in it.
    pub modules: Vec<Module>,
    /// The private modules that hold its items if they are too many for one file.
    pub parts: Vec<Name>,
    /// The module-wide names that its items use.
    pub imports: Imports,
    /// Its items, by name.
    pub items: Vec<Item>,
}

/// `pub mod messages;`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The module's name.
    pub name: Name,
    /// Its doc line.
    pub doc: String,
    /// The feature of the crate that enables it, if it has one.
    pub feature: Option<String>,
    /// Where the values of its items lie, if the module is one of the three.
    pub memory: Memory,
    /// The feature of the crate without which its items have no `Debug`, if it has one.
    pub debug_feature: Option<String>,
}

/// The names that a file imports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each name is imported or not")]
pub struct Imports {
    /// `use ::typelang_runtime::tl;`
    pub runtime: bool,
    /// `types` of the schema's root.
    pub types: bool,
    /// `enums` of the schema's root.
    pub enums: bool,
    /// `functions` of the schema's root.
    pub functions: bool,
    /// `Schema` of the schema's root.
    pub schema: bool,
}

/// One item of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A constructor or a function.
    Struct(Box<Struct>),
    /// A type with several constructors.
    Enum(Box<Enum>),
    /// A type whose values are kept as bytes.
    Opaque(Opaque),
    /// The root's tables, such as `LAYER`.
    Table(Table),
    /// The declaration of the module for serde.
    SerdeModule(SerdeModule),
    /// The contents of that module.
    SerdeImpls(SerdeImpls),
}

/// Facts about a method beyond the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodFacts {
    /// Its TL name.
    pub name: String,
    /// The callers that may call it, one bit each; 0 if this is not known.
    pub callers: u8,
    /// Its first layer.
    pub since: Option<u32>,
    /// Its errors: code and name, with `X` for a number in the name.
    pub errors: Vec<(i32, String)>,
}

/// The root's constants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The schema's layer.
    pub layer: Option<u32>,
    /// All ids with their TL names, by id.
    pub names: Vec<(u32, String)>,
    /// The facts about methods, by name.
    pub facts: Vec<MethodFacts>,
    /// Whether the compiled schema is written beside it.
    pub reflects: bool,
    /// What the compiled form does not say of the schema.
    pub embedding: Embedding,
    /// The combinators whose flag words keep bits on which no field depends, unless all do, by name.
    pub kept: Vec<String>,
    /// The TL names of types whose enums have a variant for values of other layers.
    pub unknown: Vec<String>,
}

/// How generated code embeds its schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embedding {
    /// As it is.
    Plain,
    /// With bits of flag words on which no field depends as data.
    KeepingFreeBits,
    /// As TDLib's, whose JSON has another form.
    Tdlib,
}
