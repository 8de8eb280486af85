//! The schemas that the flags of `tl generate` name.

use std::path::PathBuf;

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
        let root = match args.layer.layer {
            Some(_) => read(&args.layer.or(&[]), args.dialect)?,
            None => embedded::api(),
        };
        return Ok(Input { root, modules });
    }
    let root = read(&args.schemas, args.dialect)?;
    let mut modules: Vec<(String, Vec<PathBuf>)> = Vec::new();
    for Module { name, file } in &args.modules {
        match modules.iter_mut().find(|(known, _)| known == name) {
            // Files of one module are one schema, like those of the root.
            Some((_, files)) => files.push(file.clone()),
            None => modules.push((name.clone(), vec![file.clone()])),
        }
    }
    let read_module =
        |(name, files): (String, Vec<PathBuf>)| Ok((name, read(&files, args.dialect)?));
    let modules = modules.into_iter().map(read_module).collect::<Result<_, Failure>>()?;
    Ok(Input { root, modules })
}
