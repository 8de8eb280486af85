//! What the user asks for.

use std::collections::BTreeMap;

use typelang_parser::report::MaxReports;

use crate::plan::methods::Methods;
use crate::plan::model::{file::Module, serde::Serde, text::TextTypes};
use crate::plan::requests::Request;
use crate::{
    call::{Call, Mistake},
    docs_file::DocsFile,
    select::selection::Selection,
};

/// What the user asks for beyond the schema.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wishes {
    /// What is asked for of single items and fields.
    pub(crate) requests: Vec<Request>,
    /// What is wrong with the settings as they stand; all else is found out with the schema at hand.
    pub(crate) mistakes: Vec<Mistake>,
    /// TL type names, and the paths that stand for them.
    pub(crate) externs: BTreeMap<String, String>,
    /// Whether the code is to do without its schema.
    pub(crate) no_reflection: bool,
    /// How many faults are reported.
    pub(crate) max_reports: MaxReports,
    /// The most bytes that a file may have by estimate, when the user says so.
    pub(crate) file_limit: Option<u32>,
    /// The most bytes that an enum may take, when the user says so.
    pub(crate) enum_limit: Option<u32>,
    /// The calls that make types opaque, each with the type.
    pub(crate) opaque: Vec<(String, Call)>,
    /// Which part of the schema is generated.
    pub(crate) selection: Selection,
    /// How text is held.
    pub(crate) text: TextTypes,
    /// What docs files say.
    pub(crate) docs: Vec<DocsFile>,
    /// What of it is about methods alone.
    pub(crate) methods: Methods,
    /// When serde's traits are implemented.
    pub(crate) serde: Serde,
    /// The feature with which methods can be decoded, if they cannot always.
    pub(crate) server_feature: Option<String>,
    /// Further modules that the root declares.
    pub(crate) modules: Vec<Module>,
}
