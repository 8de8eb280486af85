//! All settings of one generation.

use std::{collections::BTreeMap, path::PathBuf};

use typelang_parser::{Dialect, docs_file::DocsFile, report::MaxReports};

use super::{
    call::{Call, Mistake},
    item_request::Request,
};
use crate::{
    facts::known::Facts,
    plan::model::{file::Module, memory::Memory},
    print::Format,
};

/// The size in bytes of an enum whose payloads are all boxed.
pub(crate) const LEAST_ENUM_LIMIT: u32 = 16;

/// The user's settings: [`Config`](crate::Config) fills them in, and planning reads them.
///
/// Each setting is a field here, a setter, and a flag of `tl generate`. Settings that can be invalid are
/// checked in `mistakes.rs`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// The last call of each setter whose value can be invalid, by the setter's name.
    pub(crate) calls: BTreeMap<&'static str, Call>,
    /// The dialect, if the user sets it.
    pub(crate) dialect: Option<Dialect>,
    /// The most faults that are reported.
    pub(crate) max_reports: MaxReports,
    /// The layout of the output.
    pub(crate) format: Format,
    /// The name of the root file, if the user sets it.
    pub(crate) root_file: Option<String>,
    /// The limit of a file's estimated size in bytes, if the user sets it.
    pub(crate) file_limit: Option<u32>,
    /// The limit of an enum's size in bytes, if the user sets it.
    pub(crate) enum_limit: Option<u32>,
    /// The Rust types of text.
    pub(crate) text: TextTypes,
    /// Where vectors and boxes lie.
    pub(crate) memory: Memory,
    /// Whether the code omits its schema.
    pub(crate) no_reflection: bool,
    /// When serde's traits are implemented.
    pub(crate) serde: Serde,
    /// The feature that enables decoding of methods, if it is optional.
    pub(crate) server_feature: Option<String>,
    /// The feature that enables conversions from enums to structs, if they are optional.
    pub(crate) conversions_feature: Option<String>,
    /// The feature that enables the traits of methods that all items have, if they are optional.
    pub(crate) method_traits_feature: Option<String>,
    /// The requests for single items and fields.
    pub(crate) requests: Vec<Request>,
    /// The opaque types, each with the call that sets it.
    pub(crate) opaque: Vec<(String, Call)>,
    /// The calls that ask for docs files, each with the file.
    pub(crate) docs: Vec<(Given, Call)>,
    /// The calls that ask for tables of facts, each with the folder or the table.
    pub(crate) facts: Vec<(Given, Call)>,
    /// The pattern of links to a reference.
    pub(crate) docs_url: Option<String>,
    /// The modules of further schemas, each with the call that sets it.
    pub(crate) further: Vec<(String, Call)>,
    /// The features of modules, each with the module's name and the call that sets it.
    pub(crate) module_features: Vec<(String, String, Call)>,
    /// The values derived from the settings for one schema.
    pub(crate) read: Read,
}

/// The values derived from settings for one schema.
#[derive(Clone, Debug, Default)]
pub(crate) struct Read {
    /// Mistakes that do not depend on the schema; the others are found with it.
    pub(crate) mistakes: Vec<Mistake>,
    /// TL type names, and the paths that replace them.
    pub(crate) externs: BTreeMap<String, String>,
    /// The part of the schema that is generated.
    pub(crate) selection: Selection,
    /// The docs files.
    pub(crate) docs: Vec<DocsFile>,
    /// Facts from docs files and tables that the schema does not hold.
    pub(crate) facts: Facts,
    /// Further modules that the root declares.
    pub(crate) modules: Vec<Module>,
}

/// What docs or facts are read from.
#[derive(Clone, Debug)]
pub(crate) enum Given {
    /// A file or a folder.
    Path(PathBuf),
    /// A file's name and its text, in memory.
    Text(String, String),
}

/// What a user wants of a schema.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// The selectors of items to generate with their dependencies; empty for everything.
    pub(crate) only: Vec<String>,
    /// The types whose values are kept as bytes.
    pub(crate) opaque: Vec<String>,
}

/// The Rust types that hold text: the values of `string` and of `bytes`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Text {
    /// Owned values: `String` and `Vec<u8>`.
    #[default]
    Owned,
    /// Slices of the input: `&str` and `&[u8]`. Types that contain text have a lifetime, and methods
    /// implement the runtime's `BorrowingFunction` instead of `Function`.
    Borrowed,
}

/// The Rust types of `string` and `bytes`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextTypes {
    /// `string`
    pub(crate) string: TextType,
    /// `bytes`
    pub(crate) bytes: TextType,
}

/// One of these types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum TextType {
    /// An owned value.
    #[default]
    Owned,
    /// A slice of the input.
    Borrowed,
    /// The user's own type, by its path.
    Extern(String),
}

/// When generated types implement serde's traits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Serde {
    /// Never.
    #[default]
    Never,
    /// Always; this needs the runtime's feature `serde`.
    Always,
    /// With this feature of the crate that contains the code; it should enable the runtime's feature `serde`.
    Feature(String),
}

impl Settings {
    /// Records the call of a setter; the last call counts.
    pub(crate) fn called(&mut self, call: Call) {
        self.calls.insert(call.setter(), call);
    }

    /// Gives the calls that have none this place in a settings file.
    #[cfg(feature = "settings-file")]
    pub(crate) fn place_calls(&mut self, place: &super::call::FilePlace) {
        let given = self.docs.iter_mut().chain(&mut self.facts).map(|(_, call)| call);
        let named = self.opaque.iter_mut().chain(&mut self.further).map(|(_, call)| call);
        let features = self.module_features.iter_mut().map(|(.., call)| call);
        let requests = self.requests.iter_mut().map(|request| &mut request.call);
        let all = self.calls.values_mut().chain(given).chain(named).chain(features);
        all.chain(requests).for_each(|call| call.set_place(place));
    }

    /// Returns the limit of an enum's size, if the user sets a valid one.
    pub(crate) fn enum_limit(&self) -> Option<u32> {
        self.enum_limit.filter(|limit| *limit >= LEAST_ENUM_LIMIT)
    }

    /// Returns the name of the root file.
    pub(crate) fn root_file(&self) -> &str {
        self.root_file.as_deref().unwrap_or("lib.rs")
    }
}

impl TextTypes {
    /// Uses this form of text, except for types that the user has replaced.
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
