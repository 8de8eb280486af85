//! All settings of a generation.

use std::{collections::BTreeMap, path::PathBuf};

use typelang_parser::{Dialect, docs_file::DocsFile, report::MaxReports};

use super::{
    call::{Call, Mistake},
    item_request::Request,
};
use crate::{facts::known::Facts, plan::model::file::Module, print::Format};

/// What an enum takes whose payloads are all boxed.
pub(crate) const LEAST_ENUM_LIMIT: u32 = 16;

/// What the user sets: [`Config`](crate::Config) fills it, and planning reads it.
///
/// A setting is a field here, a setter, and for `tl generate` a flag. One that can be wrong is checked in `mistakes.rs`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// The last call of each setter whose value can be wrong, by the setter's name.
    pub(crate) calls: BTreeMap<&'static str, Call>,
    /// How the schema is read, when the user says so.
    pub(crate) dialect: Option<Dialect>,
    /// How many faults are reported.
    pub(crate) max_reports: MaxReports,
    /// How the output is laid out.
    pub(crate) format: Format,
    /// What the root file is called, when the user says so.
    pub(crate) root_file: Option<String>,
    /// The most bytes that a file may have by estimate, when the user says so.
    pub(crate) file_limit: Option<u32>,
    /// The most bytes that an enum may take, when the user says so.
    pub(crate) enum_limit: Option<u32>,
    /// How text is held.
    pub(crate) text: TextTypes,
    /// Whether the code is to do without its schema.
    pub(crate) no_reflection: bool,
    /// When serde's traits are implemented.
    pub(crate) serde: Serde,
    /// The feature with which methods can be decoded, if they cannot always.
    pub(crate) server_feature: Option<String>,
    /// What is asked for of single items and fields.
    pub(crate) requests: Vec<Request>,
    /// The calls that make types opaque, each with the type.
    pub(crate) opaque: Vec<(String, Call)>,
    /// The calls that ask for docs files, each with the path.
    pub(crate) docs: Vec<(PathBuf, Call)>,
    /// The calls that ask for tables of facts, each with the folder.
    pub(crate) facts: Vec<(PathBuf, Call)>,
    /// The pattern of links to a reference.
    pub(crate) docs_url: Option<String>,
    /// The calls that ask for further schemas, each with the module's name.
    pub(crate) further: Vec<(String, Call)>,
    /// The calls that give a module a feature, each with the module's name and the feature.
    pub(crate) module_features: Vec<(String, String, Call)>,
    /// What the settings come to for the schema at hand.
    pub(crate) read: Read,
}

/// What settings come to for one schema.
#[derive(Clone, Debug, Default)]
pub(crate) struct Read {
    /// What is wrong with the settings as they stand; all else is found out with the schema at hand.
    pub(crate) mistakes: Vec<Mistake>,
    /// TL type names, and the paths that stand for them.
    pub(crate) externs: BTreeMap<String, String>,
    /// Which part of the schema is generated.
    pub(crate) selection: Selection,
    /// What docs files say.
    pub(crate) docs: Vec<DocsFile>,
    /// What docs files and tables say beyond what the schema holds.
    pub(crate) facts: Facts,
    /// Further modules that the root declares.
    pub(crate) modules: Vec<Module>,
}

/// What a user wants of a schema.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// Selectors of what is generated, with all that it needs; everything if there is none.
    pub(crate) only: Vec<String>,
    /// The types whose values are kept as bytes.
    pub(crate) opaque: Vec<String>,
}

/// How generated types hold text: the values of `string` and of `bytes`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Text {
    /// In memory of their own: `String` and `Vec<u8>`.
    #[default]
    Owned,
    /// Where it lies in the input: `&str` and `&[u8]`. Types that hold text have a lifetime, and methods implement
    /// the runtime's `BorrowingFunction` in place of `Function`.
    Borrowed,
}

/// How the values of `string` and `bytes` are held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextTypes {
    /// `string`
    pub(crate) string: TextType,
    /// `bytes`
    pub(crate) bytes: TextType,
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum TextType {
    /// In memory of its own.
    #[default]
    Owned,
    /// Where it lies in the input.
    Borrowed,
    /// In a type of the user's, by its path.
    Extern(String),
}

/// When generated types implement serde's traits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Serde {
    /// Never.
    #[default]
    Never,
    /// Always; the runtime needs its feature `serde`.
    Always,
    /// With this feature of the crate that the code is in, which should ask for the runtime's feature `serde`.
    Feature(String),
}

impl Settings {
    /// Notes the call that made a setting; of several the last one counts.
    pub(crate) fn called(&mut self, call: Call) {
        self.calls.insert(call.setter(), call);
    }

    /// The most bytes that an enum may take, when the user says so and it can be.
    pub(crate) fn enum_limit(&self) -> Option<u32> {
        self.enum_limit.filter(|limit| *limit >= LEAST_ENUM_LIMIT)
    }

    /// What the root file is called.
    pub(crate) fn root_file(&self) -> &str {
        self.root_file.as_deref().unwrap_or("lib.rs")
    }
}

impl TextTypes {
    /// Holds what has no type of the user's so.
    pub(crate) fn hold(&mut self, text: Text) {
        for ty in [&mut self.string, &mut self.bytes] {
            match (&*ty, text) {
                (TextType::Extern(_), _) => {}
                (_, Text::Owned) => *ty = TextType::Owned,
                (_, Text::Borrowed) => *ty = TextType::Borrowed,
            }
        }
    }
}
