//! The calls that generate code.

use std::{
    env,
    path::{Path, PathBuf},
};

use typelang_parser::{Sources, docs_file::Applied};

use super::{
    cargo::{in_build_script, tell_cargo, warn},
    input::{Files, placed},
    setters::{Config, Input},
};
use crate::{
    error::Error,
    generate::{Generated, cost_of, generate, mistaken, plan_of},
    names::Names,
    output::{Output, Written},
    parallel,
    plan::{file::names_list::Listing, model::file::Plan},
    request::{schema_settings, settings::Settings},
    schemas::{ReadSchema, Schemas},
    select::{cost::Cost, extent::Extent},
};

/// Generated code, with notes about its schemas; returned by [`Config::generate_from`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generation {
    /// The files.
    pub output: Output,
    /// The names in files of [`Config::docs`] that no schema has, a line each.
    pub unmatched_docs: Vec<String>,
    /// Types that are not generated because nothing gives them type arguments, one line each.
    pub notes: Vec<String>,
    /// The size of the root's schema and of its generated part, if [`Config::only`] or [`Config::opaque`]
    /// selects a part.
    pub extents: Option<(Extent, Extent)>,
}

impl Config {
    /// Reads the schemas as one, generates code, and writes the files that changed.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read or written, a schema has faults, or the settings do not fit
    /// it. The error has all faults of the schemas, or else all mistakes in the settings.
    pub fn compile(&self, schemas: &[impl AsRef<Path>]) -> Result<Written, Error> {
        let dir = self.dir()?;
        let mut files = Files::default();
        files.named.extend(self.settings_file.clone());
        let generated = self.generate_files(schemas, &mut files);
        if self.rerun.unwrap_or_else(in_build_script) {
            // Also after a fault, so that cargo runs the script again once the schema is fixed.
            tell_cargo(&files.named);
        }
        let generated = generated?;
        if in_build_script() {
            warn(&generated.told.warnings);
            warn(&generated.told.notes);
        }
        generated.output.write(&dir).map_err(Error::io(dir))
    }

    /// Compares the folder with the output, and writes nothing.
    ///
    /// # Errors
    /// Returns [`Error::Drift`] with the differences and the command that fixes them, or any error of
    /// [`Config::compile`].
    pub fn check(&self, schemas: &[impl AsRef<Path>]) -> Result<(), Error> {
        let dir = self.dir()?;
        let generated = self.generate_files(schemas, &mut Files::default())?;
        self.check_output(&generated.output, &dir)
    }

    /// Compares a folder with the output of [`Config::generate`].
    ///
    /// # Errors
    /// Returns [`Error::Drift`] if they differ, or [`Error::Io`] if a file cannot be read.
    pub fn check_output(&self, output: &Output, dir: &Path) -> Result<(), Error> {
        let drift = output.drift(dir).map_err(Error::io(dir))?;
        if drift.is_empty() {
            return Ok(());
        }
        Err(Error::Drift { drift, command: self.command.clone() })
    }

    /// Generates code without writing anything; only the schemas of [`Config::module`] are read from files.
    ///
    /// # Errors
    /// Returns an error if a schema has faults, or the settings do not fit it.
    pub fn generate(&self, sources: &Sources) -> Result<Output, Error> {
        self.generate_sources(sources.clone(), &mut Files::default())
            .map(|generated| generated.output)
    }

    /// Reads the schemas of modules, and parses and checks all schemas once, for [`Config::generate_from`].
    ///
    /// Schemas with faults are included; [`Config::generate_from`] reports their faults.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read.
    pub fn schemas(&self, sources: &Sources) -> Result<Schemas, Error> {
        let mut files = Files::default();
        let modules = self.read_modules(&mut files);
        files.expect_read()?;
        Ok(self.check_all(sources.clone(), modules))
    }

    /// Generates code from schemas that have already been read, and returns it with notes about the schemas.
    ///
    /// # Errors
    /// See [`Config::generate`].
    pub fn generate_from(&self, schemas: Schemas) -> Result<Generation, Error> {
        let settings = self.settings_with_docs(&mut Vec::new());
        let selection = &settings.read.selection;
        let has_selection = !selection.only.is_empty() || !selection.opaque.is_empty();
        let root = has_selection.then(|| schemas.root.clone());
        let Generated { output, told } = self.generate_all(schemas, &settings)?;
        let cost = root.map(|root| cost_of(&root, &settings)).transpose()?;
        let extents = cost.map(|Cost { schema, kept, .. }| (schema, kept));
        Ok(Generation { output, unmatched_docs: told.unmatched_docs, notes: told.notes, extents })
    }

    /// Lists every name of one schema and its place in the code, without the schemas of modules.
    ///
    /// # Errors
    /// See [`Config::generate`].
    pub fn names(&self, sources: &Sources) -> Result<Names, Error> {
        self.plan(sources).map(|plan| Names(plan.names))
    }

    /// Lists the names of the schema of the module `name`, which [`Config::module`] adds.
    ///
    /// # Errors
    /// See [`Config::generate`]; also returns an error if there is no such module.
    pub fn module_names(&self, name: &str) -> Result<Names, Error> {
        let Some(at) = self.settings.further.iter().position(|(known, _)| known == name) else {
            return Err(Error::Config { message: format!("add the module `{name}` first") });
        };
        let mut files = Files::default();
        let sources = self.inputs[at].read(&mut files);
        files.expect_read()?;
        let mut settings = schema_settings::of_module(&self.settings, name);
        settings.read.mistakes = self.settings_with_docs(&mut Vec::new()).read.mistakes;
        let schema = ReadSchema::new(sources, &settings);
        let (plan, _) = plan_of(schema, Applied::default(), &settings, Listing::Names)?;
        Ok(Names(plan.names))
    }

    /// Plans one schema, without those of modules: every name, type and layout that would be written.
    ///
    /// For tests of this project; the types of the plan change with each version.
    ///
    /// # Errors
    /// See [`Config::generate`].
    #[doc(hidden)]
    pub fn plan(&self, sources: &Sources) -> Result<Plan, Error> {
        let settings = self.settings_with_docs(&mut Vec::new());
        let mut schema = ReadSchema::new(sources.clone(), &settings);
        let docs = schema.apply(&settings.read.docs);
        plan_of(schema, docs, &settings, Listing::Names).map(|(plan, _)| plan)
    }

    /// Reports which part of one schema [`Config::only`] and [`Config::opaque`] keep, the cost of each root,
    /// and how much cutting further types would save.
    ///
    /// # Errors
    /// See [`Config::generate`].
    pub fn cost(&self, sources: &Sources) -> Result<Cost, Error> {
        let settings = self.settings();
        cost_of(&ReadSchema::new(sources.clone(), &settings), &settings)
    }

    fn generate_files(
        &self,
        schemas: &[impl AsRef<Path>],
        files: &mut Files,
    ) -> Result<Generated, Error> {
        if schemas.is_empty() && self.inputs.is_empty() {
            // Otherwise an empty crate would replace the previous one unnoticed.
            return Err(Error::Config {
                message: "name at least one schema, such as `schema/api.tl`".into(),
            });
        }
        let sources = files.schemas(schemas);
        self.generate_sources(sources, files).map_err(|error| placed(error, &self.named_files))
    }

    fn generate_sources(&self, sources: Sources, files: &mut Files) -> Result<Generated, Error> {
        // All files are read first, so that cargo learns of all of them even if one is missing or has a fault.
        let modules = self.read_modules(files);
        let settings = self.settings_with_docs(&mut files.named);
        files.expect_read()?;
        self.generate_all(self.check_all(sources, modules), &settings)
    }

    /// Reads the schemas of modules.
    fn read_modules(&self, files: &mut Files) -> Vec<(String, Sources)> {
        let all = self.settings.further.iter().zip(&self.inputs);
        all.map(|((name, _), input)| (name.clone(), input.read(files))).collect()
    }

    fn check_all(&self, root: Sources, modules: Vec<(String, Sources)>) -> Schemas {
        let (names, mut sources): (Vec<String>, Vec<Sources>) = modules.into_iter().unzip();
        sources.insert(0, root);
        let check = |sources| ReadSchema::new(sources, &self.settings);
        let mut checked = parallel::map(sources, check);
        let root = checked.remove(0);
        Schemas { root, modules: names.into_iter().zip(checked).collect() }
    }

    fn generate_all(&self, mut schemas: Schemas, settings: &Settings) -> Result<Generated, Error> {
        let mut docs = schemas.apply(&settings.read.docs).into_iter();
        let mut docs = || docs.next().unwrap_or_default();
        let (mut all, mut mistakes) = (Generated::default(), Vec::new());
        let mut add = |name: Option<&str>, generated| match generated {
            // Mistakes in settings are reported together, for all schemas.
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
        add(None, generate(schemas.root, docs(), settings, settings.root_file()))?;
        for (name, schema) in schemas.modules {
            let settings = schema_settings::of_module(&self.settings, &name);
            add(Some(&name), generate(schema, docs(), &settings, "mod.rs"))?;
        }
        if mistakes.is_empty() { Ok(all) } else { Err(mistaken(mistakes)) }
    }

    fn dir(&self) -> Result<PathBuf, Error> {
        if let Some(dir) = &self.out_dir {
            return Ok(dir.clone());
        }
        let out = env::var_os("OUT_DIR").ok_or_else(|| Error::Config {
            message:
                "OUT_DIR is not set: call this from a build script, or set the output folder with `out_dir`"
                    .into(),
        })?;
        Ok(Path::new(&out).join("tl"))
    }
}

impl Input {
    /// Returns the schema.
    fn read(&self, files: &mut Files) -> Sources {
        match self {
            Self::Paths(paths) => files.schemas(paths),
            Self::Sources(sources) => sources.clone(),
        }
    }
}
