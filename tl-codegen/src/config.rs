//! What a build script says, and the calls that do it.

mod cargo;
mod docs;
mod input;
mod modules;
mod notes;
mod requests;
mod wishes;

use std::{
    env,
    path::{Path, PathBuf},
};

use typelang_parser::{Dialect, Sources, report::MaxReports};

use self::{
    cargo::{in_build_script, tell_cargo, warn},
    input::read_all,
    requests::Asked,
};
use crate::{
    Error, Output, Written,
    call::Call,
    generate::{Generated, cost_of, generate, plan_of, settings},
    plan::{
        build::Wishes,
        model::{file::Plan, serde::Serde},
    },
    print::Format,
    select::cost::Cost,
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
#[derive(Clone, Debug)]
pub struct Config {
    out_dir: Option<PathBuf>,
    root_file: Option<Set<String>>,
    format: Format,
    rerun: Option<bool>,
    dialect: Option<Dialect>,
    max_reports: MaxReports,
    requests: Vec<Asked>,
    opaque: Vec<Set<String>>,
    docs: Vec<Set<PathBuf>>,
    text: Text,
    reflect: bool,
    serde: Option<Set<Serde>>,
    server_feature: Option<Set<String>>,
    enum_limit: Option<Set<u32>>,
    file_limit: Option<u32>,
    string_type: Option<Set<String>>,
    bytes_type: Option<Set<String>>,
    modules: Vec<Set<(String, Input)>>,
    /// Modules, and the features with which they are compiled.
    module_features: Vec<Set<(String, String)>>,
    command: Option<String>,
}

/// A setting, and the call that made it.
#[derive(Clone, Debug)]
struct Set<T> {
    call: Call,
    value: T,
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

/// Where the schema of a further module comes from.
#[derive(Clone, Debug)]
enum Input {
    Paths(Vec<PathBuf>),
    Sources(Sources),
}

impl Input {
    /// The schema; `read` gets the paths of its files.
    fn read(&self, read: &mut Vec<PathBuf>) -> Result<Sources, Error> {
        match self {
            Self::Paths(paths) => read_all(paths, read),
            Self::Sources(sources) => Ok(sources.clone()),
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::new()
    }
}

impl Config {
    /// The defaults: into `OUT_DIR/tl`, formatted.
    #[must_use]
    pub fn new() -> Self {
        Self {
            out_dir: None,
            root_file: None,
            format: Format::Pretty,
            rerun: None,
            dialect: None,
            max_reports: MaxReports::default(),
            requests: Vec::new(),
            opaque: Vec::new(),
            docs: Vec::new(),
            text: Text::default(),
            reflect: true,
            serde: None,
            server_feature: None,
            enum_limit: None,
            file_limit: None,
            string_type: None,
            bytes_type: None,
            modules: Vec::new(),
            module_features: Vec::new(),
            command: None,
        }
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
        self.root_file = Some(set("root_file", name.into()));
        self
    }

    /// Whether the output is laid out for people; `false` is several times as fast.
    pub fn format(&mut self, format: bool) -> &mut Self {
        self.format = if format { Format::Pretty } else { Format::Compact };
        self
    }

    /// Whether [`Config::compile`] tells cargo which files it read. By default it does when it runs in a build script.
    pub fn emit_rerun_if_changed(&mut self, emit: bool) -> &mut Self {
        self.rerun = Some(emit);
        self
    }

    /// Reads the schema as this dialect instead of guessing.
    pub fn dialect(&mut self, dialect: Dialect) -> &mut Self {
        self.dialect = Some(dialect);
        self
    }

    /// Bounds how many faults of a schema a report shows, and how many warnings cargo gets: 100 of either by default. Those
    /// beyond are counted.
    pub fn max_reports(&mut self, most: MaxReports) -> &mut Self {
        self.max_reports = most;
        self
    }

    /// Whether the code carries its compiled schema, as it does by default: `Debug` speaks the schema's names, costs the
    /// compiler next to nothing, and errors name the path to the field at fault. The runtime needs its feature `reflect` for
    /// that. `false` derives `Debug` and leaves paths out.
    pub fn reflect(&mut self, reflect: bool) -> &mut Self {
        self.reflect = reflect;
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
        self.serde = Some(Set { call: Call::of_choice("serde"), value: serde });
        self
    }

    /// Lets methods be decoded, as servers do, only with this feature of the crate that the code is in; always by default.
    ///
    /// A client decodes no method, and the compiler checks the code for it all the same: a sixteenth of a layer's. Where
    /// serde's traits are behind a feature, that one has to ask for this one.
    #[track_caller]
    pub fn server_feature(&mut self, feature: impl Into<String>) -> &mut Self {
        self.server_feature = Some(set("server_feature", feature.into()));
        self
    }

    /// Bounds the bytes of memory that an enum may take: 32 by default, 16 at least. A larger payload is behind a `Box`.
    ///
    /// A higher limit saves allocations and makes every value of an enum larger. The generated code asserts it.
    #[track_caller]
    pub fn enum_limit(&mut self, bytes: u32) -> &mut Self {
        self.enum_limit = Some(set("enum_limit", bytes));
        self
    }

    /// Bounds the bytes that a file should have: 250,000 by default, which an estimate may miss by some.
    ///
    /// What a namespace has beyond that is divided into private modules by the letters that its items begin with, and
    /// re-exported: paths stay the same, and so does the file of an item when others are added.
    pub fn file_limit(&mut self, bytes: u32) -> &mut Self {
        self.file_limit = Some(bytes);
        self
    }

    /// Chooses how text is held; [`Text::Owned`] by default.
    pub fn text(&mut self, text: Text) -> &mut Self {
        self.text = text;
        self
    }

    /// Holds the values of `string` in this type, whatever [`Config::text`] says: `string_type("::compact_str::CompactString")`.
    ///
    /// It must implement the runtime's `Encode` and `Decode`. The runtime does that for `compact_str::CompactString` with its
    /// feature `compact_str`.
    #[track_caller]
    pub fn string_type(&mut self, path: impl Into<String>) -> &mut Self {
        self.string_type = Some(set("string_type", path.into()));
        self
    }

    /// Holds the values of `bytes` in this type, whatever [`Config::text`] says: `bytes_type("::bytes::Bytes")`.
    ///
    /// It must implement the runtime's `Encode` and `Decode`. The runtime does that for `bytes::Bytes` with its feature
    /// `bytes`; decoded with `Decode::from_shared`, they are cut from the caller's buffer and not copied.
    #[track_caller]
    pub fn bytes_type(&mut self, path: impl Into<String>) -> &mut Self {
        self.bytes_type = Some(set("bytes_type", path.into()));
        self
    }

    /// Generates another schema of its own into the module `name` below the root.
    ///
    /// The name is in `snake_case` and in ASCII, and none of the root's own: `types`, `lib`, `main`, a keyword.
    ///
    /// Requests for items and fields are about the root's schema; those for this one have the module's name in front:
    /// `derive("mtproto::.", "Hash")`, `only(["secret::DecryptedMessageLayer"])`.
    #[track_caller]
    pub fn module(&mut self, name: impl Into<String>, schemas: &[impl AsRef<Path>]) -> &mut Self {
        let (name, paths) = (name.into(), schemas.iter().map(|path| path.as_ref().to_owned()));
        let (call, input) = (Call::of_several("module", &name), Input::Paths(paths.collect()));
        self.modules.push(Set { call, value: (name, input) });
        self
    }

    /// The same as [`Config::module`] for a schema that is in memory.
    #[track_caller]
    pub fn module_sources(&mut self, name: impl Into<String>, sources: Sources) -> &mut Self {
        let (name, input) = (name.into(), Input::Sources(sources));
        let call = Call::of_several("module_sources", &name);
        self.modules.push(Set { call, value: (name, input) });
        self
    }

    /// Compiles the module `name`, for which [`Config::module`] asks, only with this feature of the crate that the code is in;
    /// always by default.
    ///
    /// A schema that only some users of the crate need then costs the others nothing. That the module is not asked for, or has
    /// a feature already, is a mistake.
    #[track_caller]
    pub fn module_feature(
        &mut self,
        name: impl Into<String>,
        feature: impl Into<String>,
    ) -> &mut Self {
        let (name, feature) = (name.into(), feature.into());
        let call = Call::of_several("module_feature", &name);
        self.module_features.push(Set { call, value: (name, feature) });
        self
    }

    /// The command that [`Config::check`] names when files are out of date.
    pub fn mending_command(&mut self, command: impl Into<String>) -> &mut Self {
        self.command = Some(command.into());
        self
    }

    /// Reads the schemas as one, generates, and writes what changed.
    ///
    /// # Errors
    /// When a file cannot be read or written, a schema has faults, or the settings do not fit it: all faults of a schema, or
    /// else all mistakes in the settings.
    pub fn compile(&self, schemas: &[impl AsRef<Path>]) -> Result<Written, Error> {
        let dir = self.dir()?;
        let mut read = Vec::new();
        let generated = self.generate_files(schemas, &mut read);
        if self.rerun.unwrap_or_else(in_build_script) {
            // Also after a fault: cargo then runs the script again once the schema is mended.
            tell_cargo(&read);
        }
        let generated = generated?;
        if in_build_script() {
            warn(&generated.warnings);
            warn(&generated.notes);
        }
        generated.output.write(&dir).map_err(Error::io(dir))
    }

    /// Compares the folder with what would be written, and writes nothing.
    ///
    /// # Errors
    /// [`Error::Drift`] with the differences and the command that mends them, and all that [`Config::compile`] fails of.
    pub fn check(&self, schemas: &[impl AsRef<Path>]) -> Result<(), Error> {
        let dir = self.dir()?;
        let generated = self.generate_files(schemas, &mut Vec::new())?;
        self.check_output(&generated.output, &dir)
    }

    /// Compares a folder with an output of [`Config::generate`].
    ///
    /// # Errors
    /// [`Error::Drift`], or [`Error::Io`] when a file cannot be read.
    pub fn check_output(&self, output: &Output, dir: &Path) -> Result<(), Error> {
        let drift = output.drift(dir).map_err(Error::io(dir))?;
        if drift.is_empty() {
            return Ok(());
        }
        Err(Error::Drift { drift, command: self.command.clone() })
    }

    /// Generates without reading or writing anything, schemas of [`Config::module`] aside.
    ///
    /// # Errors
    /// When a schema has faults, or the settings do not fit it.
    pub fn generate(&self, sources: &Sources) -> Result<Output, Error> {
        self.generate_sources(sources, &mut Vec::new()).map(|generated| generated.output)
    }

    /// The plan for one schema, further modules aside: every name, type and layout that would be written.
    ///
    /// # Errors
    /// As [`Config::generate`].
    pub fn plan(&self, sources: &Sources) -> Result<Plan, Error> {
        let wishes = self.wishes_with_docs(&mut Vec::new())?;
        plan_of(sources, self.dialect, &wishes).map(|(plan, _)| plan)
    }

    /// The same for the schema of the module `name`, for which [`Config::module`] asks.
    ///
    /// # Errors
    /// As [`Config::generate`], and when there is no such module.
    pub fn module_plan(&self, name: &str) -> Result<Plan, Error> {
        let Some(module) = self.modules.iter().find(|set| set.value.0 == name) else {
            return Err(Error::Config { message: format!("ask for the module `{name}` first") });
        };
        let sources = module.value.1.read(&mut Vec::new())?;
        let root = self.wishes_with_docs(&mut Vec::new())?;
        let wishes = self.wishes_of_module(name, &root);
        let wishes = Wishes { mistakes: root.mistakes, ..wishes };
        plan_of(&sources, self.dialect, &wishes).map(|(plan, _)| plan)
    }

    /// What [`Config::only`] and [`Config::opaque`] keep of one schema, what each root brings, and what cutting further types
    /// would save.
    ///
    /// # Errors
    /// As [`Config::generate`].
    pub fn cost(&self, sources: &Sources) -> Result<Cost, Error> {
        cost_of(sources, self.dialect, &self.wishes())
    }

    fn generate_files(
        &self,
        schemas: &[impl AsRef<Path>],
        read: &mut Vec<PathBuf>,
    ) -> Result<Generated, Error> {
        if schemas.is_empty() && self.modules.is_empty() {
            // An empty crate in place of the last one would be found out only by its users.
            return Err(Error::Config {
                message: "name at least one schema, such as `schema/api.tl`".into(),
            });
        }
        let sources = read_all(schemas, read)?;
        self.generate_sources(&sources, read)
    }

    fn generate_sources(
        &self,
        sources: &Sources,
        read: &mut Vec<PathBuf>,
    ) -> Result<Generated, Error> {
        // The modules are read first, so that a fault in one schema does not hide the names of the other files.
        let mut modules = Vec::new();
        for Set { value: (name, input), .. } in &self.modules {
            modules.push((name, input.read(read)?));
        }
        let wishes = self.wishes_with_docs(read)?;
        let root = self.root_file.as_ref().map_or("lib.rs", |name| name.value.as_str());
        let (mut all, mut mistakes) = (Generated::default(), Vec::new());
        let mut add = |name: Option<&str>, generated| match generated {
            // Mistakes in settings are told together, of whichever schema they are.
            Err(Error::Settings { mistakes: found }) => {
                mistakes.extend(found);
                Ok(())
            }
            Err(error) => Err(error),
            Ok(generated) => {
                all.add(name, generated);
                Ok(())
            }
        };
        add(None, generate(sources, self.dialect, &wishes, root, self.format))?;
        for (name, sources) in modules {
            let wishes = self.wishes_of_module(name, &wishes);
            add(Some(name), generate(&sources, self.dialect, &wishes, "mod.rs", self.format))?;
        }
        if mistakes.is_empty() { Ok(all) } else { Err(settings(mistakes)) }
    }

    fn dir(&self) -> Result<PathBuf, Error> {
        if let Some(dir) = &self.out_dir {
            return Ok(dir.clone());
        }
        let out = env::var_os("OUT_DIR").ok_or_else(|| Error::Config {
            message:
                "OUT_DIR is not set: call this from a build script, or say where to with `out_dir`"
                    .into(),
        })?;
        Ok(Path::new(&out).join("tl"))
    }
}

/// A setting of one argument, made where the setter is called.
#[track_caller]
fn set<T: ToString>(setter: &'static str, value: T) -> Set<T> {
    Set { call: Call::of_one(setter, value.to_string()), value }
}
