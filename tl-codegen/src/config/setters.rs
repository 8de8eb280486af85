//! Setters for the whole generation.

use std::path::PathBuf;

use typelang_parser::{Dialect, Sources, report::MaxReports};

use crate::{
    plan::model::memory::Memory,
    print::Format,
    request::{
        call::Call,
        item_request::spelled_path,
        settings::{Serde, Settings, Text, TextType},
    },
};

/// The settings of code generation.
///
/// ```no_run
/// fn main() -> Result<(), typelang_codegen::Error> {
///     typelang_codegen::Config::new().compile(&["schema/api.tl"])?;
///     Ok(())
/// }
/// ```
///
/// In the crate itself, `typelang_runtime::include_tl!();` includes the generated code.
#[derive(Clone, Debug, Default)]
pub struct Config {
    pub(crate) settings: Settings,
    pub(super) out_dir: Option<PathBuf>,
    pub(super) rerun: Option<bool>,
    pub(super) command: Option<String>,
    /// The sources of the schemas in [`Settings::further`], in the same order.
    pub(super) inputs: Vec<Input>,
    /// The settings file, if there is one.
    pub(crate) settings_file: Option<PathBuf>,
    /// The files that a settings file names, and where.
    pub(crate) named_files: Vec<(PathBuf, Call)>,
}

/// The source of a further schema.
#[derive(Clone, Debug)]
pub(super) enum Input {
    Paths(Vec<PathBuf>),
    Sources(Sources),
}

impl Config {
    /// Creates the default settings: output in `OUT_DIR/tl`, formatted with the feature `format`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes into this folder instead of `OUT_DIR/tl`. It should contain only generated files.
    pub fn out_dir(&mut self, dir: impl Into<PathBuf>) -> &mut Self {
        self.out_dir = Some(dir.into());
        self
    }

    /// Names the root file, such as `mod.rs`, instead of `lib.rs`. It stays in the output folder; the names
    /// `types.rs`, `enums.rs`, `functions.rs` and `serde_impls.rs` are taken.
    #[track_caller]
    pub fn root_file(&mut self, name: impl Into<String>) -> &mut Self {
        let name = name.into();
        self.settings.called(Call::of_one("root_file", &name));
        self.settings.root_file = Some(name);
        self
    }

    /// Whether to break long lines and put blank lines between items; `false` is a little faster.
    ///
    /// Formatting needs this crate's feature `format`, with which it is the default.
    #[track_caller]
    pub fn format(&mut self, format: bool) -> &mut Self {
        self.settings.called(Call::of_one("format", format));
        self.settings.format = if format { Format::Pretty } else { Format::Compact };
        self
    }

    /// Whether [`Config::compile`] tells cargo which files it read. By default it does in a build script.
    pub fn emit_rerun_if_changed(&mut self, emit: bool) -> &mut Self {
        self.rerun = Some(emit);
        self
    }

    /// Reads the schema as this dialect instead of guessing the dialect.
    pub fn dialect(&mut self, dialect: Dialect) -> &mut Self {
        self.settings.dialect = Some(dialect);
        self
    }

    /// Limits how many faults of a schema are reported, and how many warnings are passed to cargo: 100 each
    /// by default. The rest are counted.
    pub fn max_reports(&mut self, most: MaxReports) -> &mut Self {
        self.settings.max_reports = most;
        self
    }

    /// Whether the code carries its compiled schema, as it does by default. Then `Debug` uses the schema's
    /// names and needs almost no compile time, and errors contain the path to the faulty field. This needs
    /// the runtime's feature `reflect`. With `false`, `Debug` is derived and paths are left out.
    pub fn reflect(&mut self, reflect: bool) -> &mut Self {
        self.settings.no_reflection = !reflect;
        self
    }

    /// Implements serde's `Serialize` and `Deserialize`: as TL-JSON in JSON and other human-readable formats,
    /// and as the value's bytes in binary formats. [`Serde::Never`] is the default.
    ///
    /// The impls are macro calls in a separate module; for a layer of Telegram's they add about a second of
    /// compile time. A type that borrows text implements only `Serialize`. Types of the runtime and your own
    /// types that replace generated ones need impls of their own.
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

    /// Makes decoding of methods, which servers need, available only with this feature of the crate that
    /// contains the code. By default it is always available.
    ///
    /// Clients never decode methods, yet the code for it takes a sixteenth of a layer's compile time. If
    /// serde's traits have a feature, that feature must enable this one.
    #[track_caller]
    pub fn server_feature(&mut self, feature: impl Into<String>) -> &mut Self {
        let feature = feature.into();
        self.settings.called(Call::of_one("server_feature", &feature));
        self.settings.server_feature = Some(feature);
        self
    }

    /// Compiles conversions from an enum to the fields of a constructor, `TryFrom` and `as_…`, only with this
    /// feature of the crate that contains the code. By default they are always compiled.
    ///
    /// They take a tenth of a layer's compile time, and a program can match the enum instead. `From` and `is_…` have no
    /// feature. The feature should be a default one, so that programs choose to go without.
    #[track_caller]
    pub fn conversions_feature(&mut self, feature: impl Into<String>) -> &mut Self {
        let feature = feature.into();
        self.settings.called(Call::of_one("conversions_feature", &feature));
        self.settings.conversions_feature = Some(feature);
        self
    }

    /// Implements `Debug`, `Clone`, `PartialEq` and `Eq` for methods only with this feature of the crate that contains
    /// the code; with [`Memory::Arena`], `Copy` too. By default they are always implemented.
    ///
    /// They take a tenth of a layer's compile time, and most programs build a method, send it and drop it. `Copy`,
    /// `Ord` and `PartialOrd` from [`Config::derive`] have the feature too, because they need these traits. For another
    /// derive macro that needs them, set `#[cfg_attr(feature = "…", derive(…))]` by [`Config::type_attribute`]. The
    /// feature should be a default one, so that programs choose to go without.
    #[track_caller]
    pub fn method_traits_feature(&mut self, feature: impl Into<String>) -> &mut Self {
        let feature = feature.into();
        self.settings.called(Call::of_one("method_traits_feature", &feature));
        self.settings.method_traits_feature = Some(feature);
        self
    }

    /// Limits the memory of an enum in bytes: 32 by default, 24 with [`Memory::Arena`], at least 16. A larger
    /// payload is put behind a `Box`.
    ///
    /// A higher limit saves allocations but makes every value of an enum larger. The generated code asserts
    /// the limit.
    #[track_caller]
    pub fn enum_limit(&mut self, bytes: u32) -> &mut Self {
        self.settings.called(Call::of_one("enum_limit", bytes));
        self.settings.enum_limit = Some(bytes);
        self
    }

    /// Limits the size of a file in bytes: 250,000 by default. Sizes are estimated, so files may exceed it
    /// somewhat.
    ///
    /// A larger namespace is divided into private modules by the first letters of its items, and re-exported:
    /// paths stay the same, and an item stays in its file when others are added.
    pub fn file_limit(&mut self, bytes: u32) -> &mut Self {
        self.settings.file_limit = Some(bytes);
        self
    }

    /// Chooses the Rust types of text; [`Text::Owned`] by default.
    pub fn text(&mut self, text: Text) -> &mut Self {
        self.settings.text.hold(text);
        self
    }

    /// Chooses where vectors, and values behind a pointer, lie; [`Memory::Heap`] by default.
    ///
    /// [`Memory::Arena`] makes all types `Copy`: text is borrowed as with [`Text::Borrowed`], a vector is
    /// `&[T]`, and a box is `&T`. Your own types from [`Config::extern_path`] must be `Copy` too.
    pub fn memory(&mut self, memory: Memory) -> &mut Self {
        self.settings.memory = memory;
        self
    }

    /// Uses this type for the values of `string`, regardless of [`Config::text`]:
    /// `string_type("::compact_str::CompactString")`.
    ///
    /// It must implement the runtime's `Encode` and `Decode`. The runtime implements them for
    /// `compact_str::CompactString` with its feature `compact_str`.
    #[track_caller]
    pub fn string_type(&mut self, path: impl Into<String>) -> &mut Self {
        let path = path.into();
        self.settings.called(Call::of_one("string_type", &path));
        self.settings.text.string = TextType::Extern(spelled_path(path));
        self
    }

    /// Uses this type for the values of `bytes`, regardless of [`Config::text`]:
    /// `bytes_type("::bytes::Bytes")`.
    ///
    /// It must implement the runtime's `Encode` and `Decode`. The runtime implements them for `bytes::Bytes`
    /// with its feature `bytes`; decoded with `Decode::from_shared`, they are slices of the caller's buffer,
    /// not copies.
    #[track_caller]
    pub fn bytes_type(&mut self, path: impl Into<String>) -> &mut Self {
        let path = path.into();
        self.settings.called(Call::of_one("bytes_type", &path));
        self.settings.text.bytes = TextType::Extern(spelled_path(path));
        self
    }

    /// Sets the command that [`Config::check`] suggests if files are out of date.
    pub fn mending_command(&mut self, command: impl Into<String>) -> &mut Self {
        self.command = Some(command.into());
        self
    }
}
