//! `ids.allow`: the written ids of a folder's schemas that are known not to be the computed ones.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use typelang_parser::{
    Checked, Diagnostic, FileId, Level, Location, Options, Sources, Span, diagnostic::Severity,
};

use crate::shared::{
    input::is_stdin,
    lint::{UNKNOWN_ALLOW, UNUSED_ALLOW},
    outcome::Failure,
    text,
};

/// What the file is called, in the folder of the schema that it is for.
pub(crate) const FILE: &str = "ids.allow";

/// One `name#0123abcd`.
#[derive(Debug)]
pub(crate) struct Entry {
    /// As the checker writes it; `None` when the line is something else.
    name: Option<String>,
    place: Location,
}

/// The lists beside the schemas, each read once, and added to `sources` so that reports can show them.
///
/// That is for after the check: they are no schemas.
pub(crate) fn read(schemas: &[PathBuf], sources: &mut Sources) -> Result<Vec<Entry>, Failure> {
    let folder = |schema: &PathBuf| schema.parent().map(Path::to_owned);
    let files = schemas.iter().filter(|schema| !is_stdin(schema));
    let folders: BTreeSet<PathBuf> = files.filter_map(folder).collect();
    let mut entries = Vec::new();
    for folder in folders {
        let path = folder.join(FILE);
        if let Some(text) = text::read_if_there(&path)? {
            let file = sources.add(path.display().to_string(), text.as_str());
            entries.extend(parse(file, &text));
        }
    }
    Ok(entries)
}

/// The names that the entries allow.
pub(crate) fn names(entries: &[Entry]) -> BTreeSet<String> {
    entries.iter().filter_map(|entry| entry.name.clone()).collect()
}

/// Warns of entries that allow nothing.
pub(crate) fn complaints(
    entries: &[Entry],
    checked: &Checked,
    options: &Options,
) -> Vec<Diagnostic> {
    let complaint = |entry: &Entry| match &entry.name {
        None => Some(
            Diagnostic::warning(UNKNOWN_ALLOW, "this is not a name with an id")
                .label(entry.place, "expected `name#0123abcd`"),
        ),
        Some(name) => checked.unused_id_allowances.contains(name).then(|| {
            Diagnostic::warning(UNUSED_ALLOW, format!("`{name}` need not be allowed"))
                .label(entry.place, "this can go")
                .note("no declaration has this name and id, or a rule explains the id")
        }),
    };
    entries.iter().filter_map(complaint).filter_map(|fault| settled(fault, options)).collect()
}

/// The warning as severe as the user wants it.
fn settled(mut fault: Diagnostic, options: &Options) -> Option<Diagnostic> {
    match options.level(fault.code) {
        Level::Allow => return None,
        Level::Warn => {}
        Level::Deny => fault.severity = Severity::Error,
    }
    Some(fault)
}

fn parse(file: FileId, text: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let code = line.split_once("//").map_or(line, |(code, _)| code);
        let word = code.trim();
        if !word.is_empty() {
            let at = start + (code.len() - code.trim_start().len());
            let span = Span::new(offset(at), offset(at + word.len()));
            entries.push(Entry { name: name(word), place: Location { file, span } });
        }
        start += line.len();
    }
    entries
}

/// `name#123abcd` as `name#0123abcd`.
fn name(word: &str) -> Option<String> {
    let (name, digits) = word.split_once('#')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    let is_id = digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let id = u32::from_str_radix(digits, 16).ok().filter(|_| is_id)?;
    (!name.is_empty() && name.chars().all(is_name)).then(|| format!("{name}#{id:08x}"))
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_entries_or_comments() {
        let text = "// by hand\na#1 // why\r\n\n  b.c#0123ABCD\nnot one\nd#+1\n";
        let entries = parse(FileId(0), text);
        let names: Vec<Option<&str>> = entries.iter().map(|entry| entry.name.as_deref()).collect();
        assert_eq!(names, [Some("a#00000001"), Some("b.c#0123abcd"), None, None]);
        let place = entries[1].place.span.range();
        assert_eq!(&text[place], "b.c#0123ABCD");
    }
}
