//! The scripts that a server answers by, and what is wrong with them.

use std::{
    collections::BTreeSet,
    fmt,
    path::{Path, PathBuf},
};

use typelang_layers::{Archive, Declaration};
use typelang_mock::{Builder, ScriptError, UnknownMethod, UnknownName, ValueName};

use crate::shared::{outcome::Failure, suggestion::suggestion, text::read};

/// Adds the scripts, or says what is wrong with all of them.
pub(super) fn add(paths: &[PathBuf], mut builder: Builder) -> Result<Builder, Failure> {
    let mut faults = Vec::new();
    for path in paths {
        builder = match read(path).map(|text| builder.script(&text)) {
            Ok(Ok(builder)) => builder,
            // The scripts after it are read for their faults alone.
            Ok(Err(error)) => {
                faults.extend(lines_of(path, &error));
                Builder::default()
            }
            Err(failure) => {
                faults.push(failure.to_string());
                Builder::default()
            }
        };
    }
    if faults.is_empty() { Ok(builder) } else { Err(Failure::Usage(faults.join("\n"))) }
}

/// The most lines of a script that are reported.
const SHOWN: usize = 20;

/// What is wrong with the lines of a script, a line each.
fn lines_of(path: &Path, error: &ScriptError) -> Vec<String> {
    let name = path.display();
    let shown = error.lines().iter().take(SHOWN);
    let mut lines: Vec<String> = shown.map(|line| format!("{name}: {line}")).collect();
    match error.lines().len().saturating_sub(SHOWN) {
        0 => {}
        more => lines.push(format!("{name}: and {more} more")),
    }
    lines
}

/// Refuses scripts with lines that can answer no call, because no layer has their methods, or what their values are
/// made of.
pub(super) fn check(paths: &[PathBuf], builder: &Builder) -> Result<(), Failure> {
    let (methods, names) = (builder.unknown_methods(), builder.unknown_names());
    if methods.is_empty() && names.is_empty() {
        return Ok(());
    }
    let archive = Archive::open();
    let methods = methods.iter().map(|it| (it.script, it.line, unknown_method(it, &archive)));
    let names = names.iter().map(|it| (it.script, it.line, unknown_name(it, &archive)));
    let mut faults: Vec<(usize, usize, Option<String>)> = methods.chain(names).collect();
    faults.sort_by_key(|(script, line, _)| (*script, *line));
    let told = faults.into_iter().filter_map(|(script, line, problem)| {
        let path = paths.get(script).map_or(Path::new(""), PathBuf::as_path).display();
        problem.map(|problem| format!("{path}: line {line}: {problem}"))
    });
    let lines: Vec<String> = told.collect();
    if lines.is_empty() { Ok(()) } else { Err(Failure::Usage(lines.join("\n"))) }
}

/// What is wrong with a method that the server's layers lack; `None` if a layer of the archive has it.
fn unknown_method(unknown: &UnknownMethod<'_>, archive: &Archive) -> Option<String> {
    let name = unknown.method;
    // A method without a name is called by its id.
    let is_id = name.len() == 8 && u32::from_str_radix(name, 16).is_ok();
    let last = Last::of(unknown.last_layer);
    let methods = archive.declarations().filter(|it| it.is_method() && last.allows(it));
    let known: BTreeSet<&str> = methods.map(|it| it.name()).collect();
    if is_id || known.contains(name) {
        return None;
    }
    let first = first_layer(archive.named(name).into_iter().filter(Declaration::is_method));
    Some(format!("no layer{last} has the method `{name}`{}", remedy(name, &known, first)))
}

/// What is wrong with a name in a value that the server's layers lack; `None` if a layer of the archive has it.
fn unknown_name(unknown: &UnknownName<'_>, archive: &Archive) -> Option<String> {
    let last = Last::of(unknown.last_layer);
    let is_early = |it: &Declaration<'_>| last.allows(it);
    let constructors = archive.declarations().filter(|it| !it.is_method()).filter(is_early);
    let (kind, name, known): (_, _, BTreeSet<&str>) = match unknown.name {
        ValueName::Constructor(name) => {
            ("constructor", name, constructors.map(|it| it.name()).collect())
        }
        // With arguments a type can be read by its layer only.
        ValueName::Type(name) if name.contains([' ', '<']) => return None,
        ValueName::Type(name) => {
            ("type", name, constructors.flat_map(|it| [it.name(), it.ty()]).collect())
        }
    };
    // A name that is not unique may have the id behind it.
    let name = name.split('#').next().unwrap_or(name);
    let has_method = || archive.named(name).iter().any(|it| it.is_method() && is_early(it));
    if known.contains(name) || has_method() {
        return None;
    }
    let first = first_layer(archive.named(name).into_iter());
    Some(format!("no layer{last} has the {kind} `{name}`{}", remedy(name, &known, first)))
}

/// The last layer that a line answers in, if it names one.
#[derive(Clone, Copy)]
struct Last(Option<u32>);

impl Last {
    fn of(layer: Option<i32>) -> Self {
        Self(layer.map(|last| u32::try_from(last).unwrap_or_default()))
    }

    /// Whether a layer has the declaration in which the line answers.
    fn allows(self, it: &Declaration<'_>) -> bool {
        self.0.is_none_or(|last| it.runs().any(|(first, _)| first <= last))
    }
}

impl fmt::Display for Last {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |last| write!(f, " up to {last}"))
    }
}

/// The first layer that has one of these declarations.
fn first_layer<'a>(named: impl Iterator<Item = Declaration<'a>>) -> Option<u32> {
    named.flat_map(|it| it.runs()).map(|(first, _)| first).min()
}

/// What to write instead of a name that no layer has in which the line answers; `first` is the first layer of all that
/// has it.
fn remedy(name: &str, known: &BTreeSet<&str>, first: Option<u32>) -> String {
    if let Some(first) = first {
        return format!("; layer {first} is the first with it");
    }
    let near = suggestion(name, known.iter().copied());
    if near.is_empty() { "; `--schema` adds a layer that has it".to_owned() } else { near }
}
