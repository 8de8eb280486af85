//! From flags to the settings and schemas of a generation.

use std::path::PathBuf;

use typelang_codegen::{Config, Text};
use typelang_parser::Sources;

use super::flags::{Generate, Module};
use crate::shared::{embedded, input::read, outcome::Failure};

/// The schemas, read.
pub(super) struct Input {
    pub(super) root: Sources,
    pub(super) modules: Vec<(String, Sources)>,
}

/// Reads the schemas that the flags name, or else takes those that are built in.
pub(super) fn input(args: &Generate) -> Result<Input, Failure> {
    if args.schemas.is_empty() {
        let mut modules = vec![(embedded::MTPROTO_MODULE.to_owned(), embedded::mtproto())];
        if args.secret {
            modules.push((embedded::SECRET_MODULE.to_owned(), embedded::secret()));
        }
        return Ok(Input { root: embedded::api(), modules });
    }
    let root = read(&args.schemas)?;
    let mut modules: Vec<(String, Vec<PathBuf>)> = Vec::new();
    for Module { name, file } in &args.modules {
        match modules.iter_mut().find(|(known, _)| known == name) {
            // Files of one module are one schema, like those of the root.
            Some((_, files)) => files.push(file.clone()),
            None => modules.push((name.clone(), vec![file.clone()])),
        }
    }
    let read_module = |(name, files): (String, Vec<PathBuf>)| Ok((name, read(&files)?));
    let modules = modules.into_iter().map(read_module).collect::<Result<_, Failure>>()?;
    Ok(Input { root, modules })
}

/// The settings that the flags make; `command` mends a folder that is out of date.
pub(super) fn config(args: &Generate, input: &Input, command: &str) -> Config {
    let mut config = Config::new();
    let root_file = if args.package.is_some() { "lib.rs" } else { "mod.rs" };
    config.root_file(args.root_file.as_deref().unwrap_or(root_file));
    config.format(!args.no_format);
    config.mending_command(command);
    args.selection.apply(&mut config);
    if let Some(dialect) = args.dialect {
        config.dialect(dialect);
    }
    if args.borrowed {
        config.text(Text::Borrowed);
    }
    if let Some(path) = &args.string_type {
        config.string_type(path);
    }
    if let Some(bytes) = args.file_limit {
        config.file_limit(bytes);
    }
    args.items.apply(&mut config);
    for path in &args.docs {
        config.docs(path);
    }
    config.reflect(!args.no_reflect);
    config.serde(args.serde());
    if let Some(feature) = &args.server_feature {
        config.server_feature(feature);
    }
    if let Some(bytes) = args.enum_limit {
        config.enum_limit(bytes);
    }
    if let Some(path) = &args.bytes_type {
        config.bytes_type(path);
    }
    for (name, sources) in &input.modules {
        config.module_sources(name, sources.clone());
    }
    for (name, feature) in &args.module_features {
        config.module_feature(name, feature);
    }
    config
}
