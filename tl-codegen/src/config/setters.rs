//! The setters of a generation as a whole.

use std::path::PathBuf;

use typelang_parser::{Dialect, Sources, report::MaxReports};

use crate::{
    print::Format,
    request::{
        call::Call,
        settings::{Serde, Settings, Text, TextType},
    },
};

/// The settings of a generation.
///
/// ```no_run
/// fn main() -> Result<(), typelang_codegen::Error> {
///     typelang_codegen::Config::new().compile(&["schema/api.tl"])?;
///     Ok(())
/// }
/// ```
///
/// In the crate itself, `typelang_runtime::include_tl!();` brings in what that wrote.
#[derive(Clone, Debug, Default)]
pub struct Config {
    pub(super) settings: Settings,
    pub(super) out_dir: Option<PathBuf>,
    pub(super) rerun: Option<bool>,
    pub(super) command: Option<String>,
    /// Where the schemas of [`Settings::further`] come from, in the same order.
    pub(super) inputs: Vec<Input>,
}

/// Where the schema of a further module comes from.
#[derive(Clone, Debug)]
pub(super) enum Input {
    Paths(Vec<PathBuf>),
    Sources(Sources),
}

impl Config {
    /// The defaults: into `OUT_DIR/tl`, formatted.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes into this folder instead of `OUT_DIR/tl`. It should hold nothing but generated files.
    pub fn out_dir(&mut self, dir: impl Into<PathBuf>) -> &mut Self {
        self.out_dir = Some(dir.into());
        self
    }

    /// Calls the root file something else than `lib.rs`, such as `mod.rs`. It stays in the folder, and `types.rs`,
    /// `enums.rs`, `functions.rs` and `serde_impls.rs` are taken.
    #[track_caller]
    pub fn root_file(&mut self, name: impl Into<String>) -> &mut Self {
        let name = name.into();
        self.settings.called(Call::of_one("root_file", &name));
        self.settings.root_file = Some(name);
        self
    }

    /// Whether the output is laid out for people; `false` is several times as fast.
    pub fn format(&mut self, format: bool) -> &mut Self {
        self.settings.format = if format { Format::Pretty } else { Format::Compact };
        self
    }

    /// Whether [`Config::compile`] tells cargo which files it read. By default it does when it runs in a build script.
    pub fn emit_rerun_if_changed(&mut self, emit: bool) -> &mut Self {
        self.rerun = Some(emit);
        self
    }

    /// Reads the schema as this dialect instead of guessing.
    pub fn dialect(&mut self, dialect: Dialect) -> &mut Self {
        self.settings.dialect = Some(dialect);
        self
    }

    /// Bounds how many faults of a schema a report shows, and how many warnings cargo gets: 100 of either by default. Those
    /// beyond are counted.
    pub fn max_reports(&mut self, most: MaxReports) -> &mut Self {
        self.settings.max_reports = most;
        self
    }

    /// Whether the code carries its compiled schema, as it does by default: `Debug` speaks the schema's names, costs the
    /// compiler next to nothing, and errors name the path to the field at fault. The runtime needs its feature `reflect` for
    /// that. `false` derives `Debug` and leaves paths out.
    pub fn reflect(&mut self, reflect: bool) -> &mut Self {
        self.settings.no_reflection = !reflect;
        self
    }

    /// Implements serde's `Serialize` and `Deserialize`, in TL-JSON for JSON and formats like it, and by the value's bytes in
    /// formats for machines; [`Serde::Never`] by default.
    ///
    /// The impls are calls of the runtime, in a module of their own; a layer of Telegram's takes the compiler about a second more.
    /// A type that borrows
    /// text implements `Serialize` alone. Types of the runtime's and of yours that stand in for generated ones are on their own.
    ///
    /// ```no_run
    /// use typelang_codegen::{Config, Serde};
    ///
    /// // For a build script; what is committed may have `Serde::Feature("serde".to_owned())`.
    /// Config::new().serde(Serde::Always).compile(&["schema/api.tl"])?;
    /// # Ok::<(), typelang_codegen::Error>(())
    /// ```
    #[track_caller]
    pub fn serde(&mut self, serde: Serde) -> &mut Self {
        self.settings.called(Call::of_choice("serde"));
        self.settings.serde = serde;
        self
    }

    /// Lets methods be decoded, as servers do, only with this feature of the crate that the code is in; always by default.
    ///
    /// A client decodes no method, and the compiler checks the code for it all the same: a sixteenth of a layer's. Where
    /// serde's traits are behind a feature, that one has to ask for this one.
    #[track_caller]
    pub fn server_feature(&mut self, feature: impl Into<String>) -> &mut Self {
        let feature = feature.into();
        self.settings.called(Call::of_one("server_feature", &feature));
        self.settings.server_feature = Some(feature);
        self
    }

    /// Bounds the bytes of memory that an enum may take: 32 by default, 16 at least. A larger payload is behind a `Box`.
    ///
    /// A higher limit saves allocations and makes every value of an enum larger. The generated code asserts it.
    #[track_caller]
    pub fn enum_limit(&mut self, bytes: u32) -> &mut Self {
        self.settings.called(Call::of_one("enum_limit", bytes));
        self.settings.enum_limit = Some(bytes);
        self
    }

    /// Bounds the bytes that a file should have: 250,000 by default, which an estimate may miss by some.
    ///
    /// What a namespace has beyond that is divided into private modules by the letters that its items begin with, and
    /// re-exported: paths stay the same, and so does the file of an item when others are added.
    pub fn file_limit(&mut self, bytes: u32) -> &mut Self {
        self.settings.file_limit = Some(bytes);
        self
    }

    /// Chooses how text is held; [`Text::Owned`] by default.
    pub fn text(&mut self, text: Text) -> &mut Self {
        self.settings.text.hold(text);
        self
    }

    /// Holds the values of `string` in this type, whatever [`Config::text`] says: `string_type("::compact_str::CompactString")`.
    ///
    /// It must implement the runtime's `Encode` and `Decode`. The runtime does that for `compact_str::CompactString` with its
    /// feature `compact_str`.
    #[track_caller]
    pub fn string_type(&mut self, path: impl Into<String>) -> &mut Self {
        let path = path.into();
        self.settings.called(Call::of_one("string_type", &path));
        self.settings.text.string = TextType::Extern(path);
        self
    }

    /// Holds the values of `bytes` in this type, whatever [`Config::text`] says: `bytes_type("::bytes::Bytes")`.
    ///
    /// It must implement the runtime's `Encode` and `Decode`. The runtime does that for `bytes::Bytes` with its feature
    /// `bytes`; decoded with `Decode::from_shared`, they are cut from the caller's buffer and not copied.
    #[track_caller]
    pub fn bytes_type(&mut self, path: impl Into<String>) -> &mut Self {
        let path = path.into();
        self.settings.called(Call::of_one("bytes_type", &path));
        self.settings.text.bytes = TextType::Extern(path);
        self
    }

    /// The command that [`Config::check`] names when files are out of date.
    pub fn mending_command(&mut self, command: impl Into<String>) -> &mut Self {
        self.command = Some(command.into());
        self
    }
}
