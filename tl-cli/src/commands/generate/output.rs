//! The folder that `tl generate` writes or checks.

use std::{
    fs,
    path::{Path, PathBuf},
};

use typelang_codegen::{Config, Drift, Error, Output};

use super::{
    flags::Generate,
    manifest::{self, MANIFEST, Manifest, write_once},
};
use crate::shared::{counts::counted, outcome::Failure, text};

/// The runtime's folder, as seen from anywhere: the manifest that names it lies in another folder.
pub(super) fn runtime_folder(path: &Path) -> Result<PathBuf, Failure> {
    let folder = fs::canonicalize(path).map_err(Failure::io("found", path))?;
    if folder.join(MANIFEST).is_file() { Ok(folder) } else { Err(no_manifest(path)) }
}

fn no_manifest(path: &Path) -> Failure {
    let name = path.display();
    Failure::Usage(format!(
        "--runtime {name}: the folder has no {MANIFEST}; pass the folder of typelang-runtime"
    ))
}

/// The way from one folder to another, so that both may be moved together; the whole path where there is none.
fn as_seen_from(from: &Path, to: &Path) -> PathBuf {
    let way = fs::canonicalize(from).ok().and_then(|from| pathdiff::diff_paths(to, from));
    way.unwrap_or_else(|| to.to_owned())
}

/// Writes the code, and the manifest if there is none.
pub(super) fn write(
    args: &Generate,
    output: &Output,
    layer: Option<u32>,
    runtime: Option<&Path>,
) -> Result<String, Error> {
    let dir = args.code_dir();
    let mut written = output.write(&dir).map_err(|source| Error::Io { path: dir, source })?;
    let runtime = runtime.map(|folder| as_seen_from(&args.out, folder));
    if let Some(manifest) = manifest(args, layer, runtime.as_deref()) {
        let path = args.out.join(MANIFEST);
        let new = write_once(&path, &manifest)
            .map_err(|source| Error::Io { path: path.clone(), source })?;
        if new { written.changed.push(path) } else { written.kept.push(path) }
    }
    let changed = counted(written.changed.len(), "file");
    let (kept, removed) = (written.kept.len(), written.removed.len());
    Ok(format!("{changed} written, {kept} kept, {removed} removed"))
}

/// The manifest of the crate, if there is to be one.
fn manifest<'a>(
    args: &'a Generate,
    layer: Option<u32>,
    runtime: Option<&'a Path>,
) -> Option<Manifest<'a>> {
    let text_types = [&args.string_type, &args.bytes_type].into_iter().flatten();
    Some(Manifest {
        name: args.package.as_deref()?,
        layer,
        runtime,
        text_types: text_types.map(String::as_str).collect(),
        arena: args.arena,
        reflect: !args.no_reflect,
        serde: args.serde(),
        server_feature: args.server_feature.as_deref(),
        default_features: default_features(args),
        module_features: args.module_features.iter().map(|(_, feature)| &**feature).collect(),
    })
}

/// The features that are on by default: for conversions, and for traits of methods.
fn default_features(args: &Generate) -> Vec<&str> {
    let all = [&args.conversions_feature, &args.method_traits_feature];
    all.into_iter().flatten().map(String::as_str).collect()
}

/// What the code needs and the crate's manifest, which may be the user's own, lacks.
pub(super) fn lacking(args: &Generate) -> Result<Vec<String>, Failure> {
    let path = args.out.join(MANIFEST);
    let Some(manifest) = manifest(args, None, None).filter(|_| path.exists()) else {
        return Ok(Vec::new());
    };
    let text = text::read(&path)?;
    Ok(manifest::lacking(&text, &manifest))
}

/// Whether the crate's manifest takes the runtime from the registry.
pub(super) fn asks_registry(args: &Generate) -> Result<bool, Failure> {
    let path = args.out.join(MANIFEST);
    if args.package.is_none() || !path.exists() {
        return Ok(false);
    }
    let text = text::read(&path)?;
    let mut lines = text.lines().filter(|line| line.starts_with("typelang-runtime = "));
    Ok(lines.any(|line| !["path", "git", "workspace"].iter().any(|key| line.contains(key))))
}

/// Compares what is written with what would be; `command` mends it.
pub(super) fn compare(
    args: &Generate,
    config: &Config,
    output: &Output,
    command: &str,
) -> Result<String, Error> {
    let manifest = args.out.join(MANIFEST);
    let current = config.check_output(output, &args.code_dir());
    let missing = args.package.is_some() && !manifest.exists();
    match current {
        Ok(()) if !missing => {
            Ok(format!("{} current", counted(output.files.len() + output.data.len(), "file")))
        }
        Ok(()) => Err(Error::Drift {
            drift: vec![Drift::Missing(manifest)],
            command: Some(command.to_owned()),
        }),
        Err(Error::Drift { mut drift, command }) if missing => {
            drift.insert(0, Drift::Missing(manifest));
            Err(Error::Drift { drift, command })
        }
        Err(error) => Err(error),
    }
}
