//! The schemas that the command line names.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use typelang_parser::{Dialect, Sources};

use crate::shared::{
    format::{Format, format_of, to_tl},
    layer,
    outcome::Failure,
    revision,
};

/// A schema as TL.
pub(crate) struct SchemaText {
    /// What the file is called.
    pub(crate) name: String,
    /// How the file is written.
    pub(crate) form: Format,
    pub(crate) text: String,
}

impl SchemaText {
    /// Reads a schema in this form, or else in the one that it looks like.
    pub(crate) fn read(
        path: &Path,
        form: Option<Format>,
        dialect: Option<Dialect>,
    ) -> Result<Self, Failure> {
        let (name, bytes) = read_bytes(path)?;
        let form = form.unwrap_or_else(|| format_of(path, &bytes));
        let text = to_tl(&name, form, bytes, dialect)?;
        Ok(Self { name, form, text })
    }

    /// Adds the text to sources; reports have places in it, and not in a file in another form.
    pub(crate) fn add_to(&self, sources: &mut Sources) {
        let Self { name, form, text } = self;
        let name = if *form == Format::Tl { name.clone() } else { format!("{name} (as TL)") };
        sources.add(name, text.as_str());
    }
}

/// Reads schemas in any form as one: files, `-` for the standard input, `layer:N`, and `REV:path`.
pub(crate) fn read(paths: &[PathBuf], dialect: Option<Dialect>) -> Result<Sources, Failure> {
    let mut sources = Sources::new();
    let texts = paths.iter().map(|path| SchemaText::read(path, None, dialect));
    for text in Failure::or_all(texts)? {
        text.add_to(&mut sources);
    }
    Ok(sources)
}

/// Reads files as TL, to write them again.
pub(crate) fn read_tl(paths: &[PathBuf]) -> Result<Sources, Failure> {
    let mut sources = Sources::new();
    for (name, text) in Failure::or_all(paths.iter().map(|path| tl_of(path)))? {
        sources.add(name, text);
    }
    Ok(sources)
}

/// Reads a file as TL, and says what to call it.
fn tl_of(path: &Path) -> Result<(String, String), Failure> {
    let (name, bytes) = read_bytes(path)?;
    let form = format_of(path, &bytes);
    if form != Format::Tl {
        let message = format!("{name} is not written in TL; `tl convert --to tl` converts it");
        return Err(Failure::Usage(message));
    }
    let text = to_tl(&name, form, bytes, None)?;
    Ok((name, text))
}

/// Reads a file, the standard input, a layer or a file of a git revision, whatever it holds, and says what to call it.
pub(crate) fn read_bytes(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    if let Some(layer) = layer::layer_of(path) {
        return Ok((format!("layer {layer}"), layer::text(layer)?.into_bytes()));
    }
    if revision::is_revision(path) {
        return Ok((path.display().to_string(), revision::read(path)?));
    }
    let mut bytes = Vec::new();
    let (name, done) = if is_stdin(path) {
        ("<stdin>".to_owned(), io::stdin().read_to_end(&mut bytes).map(|_| ()))
    } else {
        (path.display().to_string(), fs::read(path).map(|read| bytes = read))
    };
    match done {
        Ok(()) => Ok((name, bytes)),
        Err(source) => {
            let near = typelang_codegen::suggestion(path, &source);
            let source = io::Error::new(source.kind(), format!("{source}{near}"));
            Err(Failure::io("read", name)(source))
        }
    }
}

/// Whether the path is `-`, the standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// Whether the path names a file, which can be written: not the standard input, a layer or a revision.
pub(crate) fn is_file(path: &Path) -> bool {
    !is_stdin(path) && layer::layer_of(path).is_none() && !revision::is_revision(path)
}
